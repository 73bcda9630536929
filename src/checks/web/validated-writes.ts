import type { Route } from '../../facts/web/routes/routes.ts';
import { defineCheck, no, yes } from '../define.ts';

/** Whether what a write route takes is checked by a schema: true, false, or null where it takes nothing. */
function isValidated(route: Route): boolean | null {
  if (route.body.some((input) => input.kind === 'declared')) return false;
  if (route.body.some((input) => input.kind === 'untyped'))
    return route.body.some((input) => input.kind === 'schema');
  if (route.body.some((input) => input.kind === 'schema' || input.kind === 'form')) return true;
  // Text that arrives as a bare query parameter is input without a schema; an id is not.
  const loose = route.body.filter(
    (input) =>
      input.kind === 'scalar' &&
      /str|any/i.test(input.type) &&
      !/(^|_)(id|slug|token|uuid)$/i.test(input.name ?? ''),
  );
  return loose.length > 0 ? false : null;
}

export const validatedWrites = defineCheck({
  name: 'validated-writes',
  summary:
    'Routes that take a body take it through a schema (pydantic, zod, joi, class-validator, serializers …).',
  reads: ['code'],
  joint: true,
  ahead: true,
  parameters: (z) => z.strictObject({ writes: z.enum(['all', 'some']) }),
  ask: (facts, { writes }) => {
    const routes = facts.routes.filter(
      (route) => route.mounted && ['POST', 'PUT', 'PATCH', 'ANY'].includes(route.method),
    );
    const validated = routes.filter((route) => isValidated(route) === true);
    const declared = routes.flatMap(({ body }) => body.filter(({ kind }) => kind === 'declared'));
    const loose = routes.filter((route) => isValidated(route) === false);
    const evidence = validated.slice(0, 4).map((route) => {
      const { file, line } =
        route.body.find((input) => input.kind === 'schema' || input.kind === 'form') ?? route;
      return facts.evidence(file.path, line);
    });
    const counter = loose.map((route) => facts.evidence(route.file.path, route.line));
    if (validated.length > 0 && (writes === 'some' || loose.length === 0)) return yes(evidence, counter);
    if (writes === 'some' && declared.length > 0)
      return yes(
        declared.slice(0, 4).map(({ file, line }) => facts.evidence(file.path, line)),
        counter,
      );
    if (routes.length === 0)
      return no('routes that take input', [], [{ kind: 'none', what: 'there is no route that takes input' }]);
    return no(
      `a schema on every route that takes input: ${loose.length} of ${validated.length + loose.length} take it unchecked`,
      counter,
      counter.slice(0, 1).map((at) => ({
        kind: 'few',
        found: validated.length,
        wanted: validated.length + loose.length,
        what: 'routes that take input check it by a schema',
        at,
      })),
    );
  },
});
