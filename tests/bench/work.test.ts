/** How much an audit does, counted and not timed: no busy machine can make it pass or fail. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Work } from '../../bench/work.ts';
import { ROOT } from '../cli/run.ts';
import budget from './work.json' with { type: 'json' };

/** By how much the work for one file may grow while a project grows to four times its size. */
const GROWTH = 1.1;
const KINDS = ['calls', 'nodes', 'names', 'patterns'] as const;

let small: Work;
let large: Work;
beforeAll(() => {
  const run = spawnSync(process.execPath, [join(ROOT, 'bench', 'work.ts')], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  [small, large] = JSON.parse(run.stdout);
}, 120_000);

describe('the work of an audit', () => {
  it.each(KINDS)('%s for each source file stay within tests/bench/work.json', (kind) => {
    expect(small[kind]).toBeLessThanOrEqual(budget[kind]);
    // A count that finds nothing would watch over nothing.
    expect(small[kind]).toBeGreaterThan(budget[kind] / 2);
  });

  it.each(KINDS)('%s for each source file do not grow with the project', (kind) => {
    expect(large[kind] / small[kind]).toBeLessThan(GROWTH);
  });

  it('starts no more processes and uses no other packages than are told there', () => {
    expect(small.processes).toBeLessThanOrEqual(budget.processes);
    expect(large.processes).toBeLessThanOrEqual(budget.processes);
    expect(small.packages.filter((one) => !budget.packages.includes(one))).toEqual([]);
  });
});
