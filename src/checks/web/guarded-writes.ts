import { requiresUser } from '../../facts/web/requires/requires.ts';
import { resourceRoutes } from '../../facts/web/resources.ts';
import { hasUnknownRouters } from '../../facts/web/routes/routes.ts';
import { cannotTell, defineCheck, no, unsure, yes } from '../define.ts';

export const guardedWrites = defineCheck({
  name: 'guarded-writes',
  summary: 'Routes that create, update or delete a resource require the authenticated user.',
  reads: ['code'],
  ahead: true,
  parameters: (z) =>
    z.strictObject({
      resource: z.array(z.string()).min(1).describe('words for the resource, singular'),
      writes: z.enum(['all', 'some']),
    }),
  ask: (facts, { resource, writes }) => {
    const all = resourceRoutes(facts.program, facts.routes, resource).filter(
      (item) => item.operation !== 'read',
    );
    if (all.length === 0 && hasUnknownRouters(facts.program))
      return cannotTell(
        'routers are put in that only the running program knows; name them where they are included',
      );
    if (all.length === 0)
      return no(
        `routes that write ${resource.join('/')}: there are none to protect`,
        [],
        [{ kind: 'none', what: `there is no route that writes ${resource[0] ?? 'one'}s` }],
      );
    const judged = all.map((item) => ({ ...item, guard: requiresUser(facts.program, item.route) }));
    const open = judged.filter((item) => item.guard === null);
    const evidence = judged.flatMap((item) =>
      item.guard
        ? [
            facts.evidence(item.route.file.path, item.route.line),
            facts.evidence(item.guard.at.file.path, item.guard.at.line),
          ]
        : [],
    );
    const counter = open.map((item) => facts.evidence(item.route.file.path, item.route.line));
    const working = judged.filter((item) => !item.empty);
    const complete = open.length === 0 && new Set(working.map((item) => item.operation)).size >= 2;
    if (writes === 'all' ? complete : evidence.length > 0) {
      const answer = yes(evidence, counter);
      return judged.some(({ guard, byShape }) => byShape || guard?.byName) ? unsure(answer) : answer;
    }
    return no(
      open.length > 0
        ? `the authenticated user in every route that writes: ${open.length} of ${judged.length} are open`
        : 'writing routes that do something',
      counter,
      counter.slice(0, 1).map((at) => ({
        kind: 'few',
        found: judged.length - open.length,
        wanted: judged.length,
        what: 'routes that write ask who calls',
        at,
      })),
    );
  },
});
