/** A short run of the fuzzer; `npm run fuzz -- 10000` is the long one. */
import { describe, expect, it } from 'vitest';
import { mutants } from './mutants.ts';
import { auditMutant, seeds } from './run.ts';

const COUNT = 120;
const LONGEST_MS = 10_000;

describe('mutants of repositories', () => {
  it('are audited without a crash, soon, and without a sign that could steer a reader', async () => {
    const repositories = await seeds();
    const wrong: unknown[] = [];
    for (const mutant of mutants(COUNT, Number(process.env.SEED ?? 17))) {
      const { fault, milliseconds } = await auditMutant(mutant, repositories);
      if (fault !== null || milliseconds > LONGEST_MS) wrong.push({ mutant, fault, milliseconds });
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});
