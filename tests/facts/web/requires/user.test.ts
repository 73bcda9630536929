/** Which routes only a known user may call, in effect: a guard that never runs, or that lets everybody pass, is none. */
import { describe, expect, it } from 'vitest';
import { requiresUser } from '../../../../src/facts/web/requires/requires.ts';
import { readRoutes } from '../../../../src/facts/web/routes/routes.ts';
import { programOf } from '../../../support/program.ts';
import { EXPRESS } from './express.ts';
import { FASTAPI } from './fastapi.ts';
import { FLASK } from './flask.ts';
import { OTHERS } from './others.ts';

describe.each([
  ['Express, Koa, Fastify, Hono', EXPRESS],
  ['FastAPI', FASTAPI],
  ['Flask', FLASK],
  ['Django, NestJS, Next.js, Litestar', OTHERS],
] as const)('a route of %s requires a user', (_, cases) => {
  it.each(cases.map((one) => [one.says, one] as const))('%s', async (__, { sources, guarded }) => {
    const program = await programOf(sources);
    const found = readRoutes(program)
      .filter((route) => route.mounted && requiresUser(program, route) !== null)
      .map((route) => `${route.method} ${route.path}`);
    expect([...new Set(found)].sort()).toEqual([...guarded].sort());
  });
});
