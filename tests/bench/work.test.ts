/** How much an audit does, counted and not timed: no busy machine can make it pass or fail. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Found } from '../../bench/work.ts';
import { ROOT } from '../cli/run.ts';
import budget from './work.json' with { type: 'json' };

const KINDS = ['calls', 'nodes', 'names', 'patterns'] as const;

let found: Found;
beforeAll(() => {
  const run = spawnSync(process.execPath, [join(ROOT, 'bench', 'work.ts')], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  found = JSON.parse(run.stdout);
}, 120_000);

describe('the work of an audit', () => {
  it.each(KINDS)('%s for each source file stay within tests/bench/work.json', (kind) => {
    expect(found.small[kind]).toBeLessThanOrEqual(budget[kind]);
    // A count that finds nothing would watch over nothing.
    expect(found.small[kind]).toBeGreaterThan(budget[kind] / 2);
  });

  it('for one file does not grow with the project, in no function of the program', () => {
    expect(found.growing).toEqual([]);
  });

  it('starts no more processes and uses no other packages than are told there', () => {
    expect(found.small.processes).toBeLessThanOrEqual(budget.processes);
    expect(found.large.processes).toBeLessThanOrEqual(budget.processes);
    expect(found.small.packages.filter((one) => !budget.packages.includes(one))).toEqual([]);
  });
});
