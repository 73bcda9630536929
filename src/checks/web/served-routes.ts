import { defineCheck, found } from '../define.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'WEBSOCKET'] as const;
const MOST_SHOWN = 8;

export const servedRoutes = defineCheck({
  name: 'served-routes',
  summary:
    'The program serves routes: of each of the methods, with a variable in the path, with a guard, or in such a number.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      methods: z.array(z.enum(METHODS)).default([]).describe('Every one of these is served.'),
      variable: z.boolean().default(false).describe('A part of the path is a variable.'),
      schema: z.boolean().default(false).describe('The body is read through a schema.'),
      path: z.string().min(1).max(100).optional().describe('A word that the path holds.'),
      guarded: z.boolean().default(false).describe('Something runs before the handler.'),
      atLeast: z.int().min(1).default(1),
    }),
  ask: (facts, { methods, variable, schema, path, guarded, atLeast }) => {
    const routes = facts.routes.filter(
      (route) =>
        route.mounted &&
        (methods.length === 0 || methods.some((method) => method === route.method)) &&
        (!variable || /[{:<[]/.test(route.path)) &&
        (!schema || route.body.some(({ kind }) => kind === 'schema')) &&
        (path === undefined || route.path.toLowerCase().includes(path.toLowerCase())) &&
        (!guarded || route.guards.length > 0),
    );
    const firsts = methods.map((method) => routes.find((route) => route.method === method));
    const complete = firsts.every((route) => route !== undefined);
    const shown = complete && routes.length >= atLeast ? [...new Set([...firsts, ...routes])] : [];
    return found(
      shown
        .flatMap((route) => (route ? [facts.evidence(route.file.path, route.line)] : []))
        .slice(0, MOST_SHOWN),
      `${atLeast} routes${methods.length > 0 ? ` of ${methods.join(', ')}` : ''}`,
    );
  },
});
