/** Routes whose registration is a chain of several links: subclasses, names, lists, loops, factories. */
import { describe, expect, it } from 'vitest';
import { PYTHON_CHAINS } from './python-chains.ts';
import { type Case, routesSaid } from './said.ts';
import { SCRIPT_CHAINS } from './script-chains.ts';

describe.each([
  ['Python', PYTHON_CHAINS],
  ['TypeScript and JavaScript', SCRIPT_CHAINS],
] as const)('chains of registration in %s', (_, cases: readonly Case[]) => {
  it.each(cases)('$says', async ({ sources, routes }) => {
    expect(await routesSaid(sources)).toEqual([...routes].sort());
  });
});
