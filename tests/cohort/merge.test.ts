/** Any split into shards and any order of joining gives the same report, to the byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortReport } from '../../src/cohort/report.ts';
import { joined, type Result, type Results } from '../../src/cohort/results.ts';
import { cohortCsv } from '../../src/reporters/cohort/csv.ts';
import { cohortHtml } from '../../src/reporters/html/cohort/page.ts';
import { BLOG, drawn, planOf, resultOf, TOOL } from '../reporters/cohort.ts';

const PLAN = planOf(40, 20);
const report = (results: Results) =>
  cohortReport({ tool: TOOL, plan: PLAN, results, milestones: [BLOG], earlier: null, since: '2027-03-02' });

/** Findings of forty submissions, some of them twice with different outcomes, as repeated shards leave them. */
const findings = fc.record({ seed: fc.nat(1_000), again: fc.nat(1_000) }).map(({ seed, again }) => {
  const find = (number: number, day: string): readonly Result[] => {
    const draw = drawn(number);
    return PLAN.entries.flatMap((entry) => resultOf(entry, draw, day) ?? []);
  };
  return [...find(seed, '2027-03-01'), ...find(again, '2027-03-03').filter((_, index) => index % 4 === 0)];
});
const mapOf = (results: readonly Result[]): Results =>
  results.reduce<Results>((all, one) => joined(all, new Map([[one.key, one]])), new Map());

describe('joining', () => {
  it('is associative, commutative and idempotent', () => {
    fc.assert(
      fc.property(findings, fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }), (all, cut) => {
        const [a, b, c] = [0, 1, 2].map((shard) =>
          mapOf(all.filter((_, index) => cut[index % 60] === shard)),
        );
        if (!a || !b || !c) throw new Error('three shards');
        const text = (results: Results): string =>
          JSON.stringify([...results].sort(([x], [y]) => (x < y ? -1 : 1)));
        expect(text(joined(joined(a, b), c))).toBe(text(joined(a, joined(b, c))));
        expect(text(joined(a, b))).toBe(text(joined(b, a)));
        expect(text(joined(a, a))).toBe(text(a));
      }),
    );
  });

  it('gives the same report in every format, however it is cut and in whatever order it comes', () => {
    fc.assert(
      fc.property(findings, fc.integer({ min: 1, max: 12 }), fc.nat(1_000), (all, shards, seed) => {
        const draw = drawn(seed);
        const parts = Array.from({ length: shards }, () => [] as Result[]);
        for (const one of all) parts[Math.floor(draw() * shards)]?.push(one);
        const shuffled = parts.map((part) => ({ part, at: draw() })).sort((x, y) => x.at - y.at);
        const merged = shuffled.reduce<Results>((so, { part }) => joined(so, mapOf(part)), new Map());
        const [one, other] = [report(mapOf(all)), report(merged)];
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
        expect(cohortHtml(other)).toBe(cohortHtml(one));
        expect(cohortCsv(other)).toBe(cohortCsv(one));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a lost shard', () => {
  it('is named with each of its learners, and counts nobody as not submitted', () => {
    const draw = drawn(3);
    const found = PLAN.entries.flatMap((entry) =>
      entry.shard === 3 ? [] : (resultOf(entry, draw, '2027-03-01') ?? []),
    );
    const rows = report(mapOf(found)).sheets.flatMap((sheet) => sheet.rows);
    const lost = rows.filter(
      ({ outcome }) => outcome.kind === 'failed' && outcome.reason.startsWith('shard'),
    );
    expect(rows).toHaveLength(40);
    expect(lost.map(({ learner }) => learner.id)).toEqual(['learner-3', 'learner-23']);
    expect(lost[0]?.outcome).toEqual({
      kind: 'failed',
      reason: 'shard 3/20 left no result',
      hint: 'Run the failed jobs again, and merge once more.',
    });
  });
});
