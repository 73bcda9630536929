import { answersOfThisProgram, measuredEvidence } from '../../facts/measured.ts';
import { containerChecks, healthRoutes, statusRoutes } from '../../facts/operations/health.ts';
import { defineCheck, found } from '../define.ts';

export const healthRoute = defineCheck({
  name: 'health-route',
  summary: 'A route tells whether the program is alive or ready.',
  reads: ['code', 'configuration'],
  parameters: (z) =>
    z.strictObject({
      route: z
        .enum(['dedicated', 'any'])
        .describe(
          'dedicated: made for it, such as /health. any: also a status at / or /status, or a container health check',
        ),
    }),
  ask: (facts, { route }) => {
    const places = [
      ...healthRoutes(facts),
      ...(route === 'any' ? [...statusRoutes(facts), ...containerChecks(facts)] : []),
    ];
    const answered = answersOfThisProgram(facts).filter(({ value }) => value.health !== null);
    return found(
      [
        ...places.slice(0, 3).map(({ path, line }) => facts.evidence(path, line)),
        ...answered.slice(0, 1).map(measuredEvidence),
      ],
      'a route such as /health, /healthz, /livez or /ready that is mounted',
    );
  },
});
