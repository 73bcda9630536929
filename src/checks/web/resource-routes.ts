import { OPERATIONS, type Operation, resourceRoutes as routesOfResource } from '../../facts/web/resources.ts';
import { hasUnknownRouters } from '../../facts/web/routes/routes.ts';
import { cannotTell, defineCheck, no, unsure, yes } from '../define.ts';

export const resourceRoutes = defineCheck({
  name: 'resource-routes',
  summary: 'Routes create, read, update and delete a resource; an empty handler is no route.',
  reads: ['code'],
  joint: true,
  parameters: (z) =>
    z.strictObject({
      resource: z.array(z.string()).min(1).describe('words for the resource, singular'),
      operations: z.array(z.enum(OPERATIONS)).min(1),
      atLeast: z.number().int().min(1),
    }),
  ask: (facts, { resource, operations, atLeast }) => {
    const all = routesOfResource(facts.program, facts.routes, resource);
    const working = all.filter((item) => !item.empty);
    const hits = operations.map((operation: Operation) => ({
      operation,
      hit: working.find((item) => item.operation === operation),
    }));
    const evidence = hits.flatMap(({ hit }) =>
      hit ? [facts.evidence(hit.route.file.path, hit.route.line)] : [],
    );
    const counter = all
      .filter((item) => item.empty)
      .map((item) => facts.evidence(item.route.file.path, item.route.line));
    if (evidence.length >= atLeast) {
      const answer = yes(evidence, counter);
      return all.some(({ byShape }) => byShape) ? unsure(answer) : answer;
    }
    if (hasUnknownRouters(facts.program))
      return cannotTell(
        'routers are put in that only the running program knows; name them where they are included',
      );
    const absent = hits.filter(({ hit }) => !hit).map(({ operation }) => operation);
    return no(
      `routes on ${resource.join('/')} to ${operations.join(', ')}: not found ${absent.join(', ')}`,
      counter,
      [
        {
          kind: 'lacks',
          has: hits.flatMap(({ operation, hit }) =>
            hit ? [{ what: operation, at: facts.evidence(hit.route.file.path, hit.route.line) }] : [],
          ),
          lacks: absent.map((operation) => `a route to ${operation} ${resource[0] ?? 'one'}s`),
        },
      ],
    );
  },
});
