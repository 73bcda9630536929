/** What a cohort has in common, and what moved since the report before. */
import { describe, expect, it } from 'vitest';
import { type Earlier, earlierOf } from '../../src/cohort/progress.ts';
import { cohortReport } from '../../src/cohort/report.ts';
import type { Cell, CohortReport, Judged } from '../../src/model/cohort.ts';
import type { Verdict } from '../../src/model.ts';
import { scoreOf } from '../../src/score.ts';
import { BLOG, planOf, TOOL } from '../reporters/cohort.ts';

const TWO = { ...BLOG, requirements: BLOG.requirements.slice(0, 2) };
const [FIRST, SECOND] = TWO.requirements.map(({ id }) => id) as [string, string];

function cell(requirement: string, verdict: Verdict, reason = ''): Cell {
  const place = verdict === 'missing' ? null : { path: 'app.py', line: 7, text: 'x = 1' };
  return { requirement, verdict, claimed: false, reason, place, places: 1 };
}

function judged(verdicts: readonly [Verdict, Verdict], day: string, reason = 'no call'): Judged {
  const cells = verdicts.map((one, index) =>
    cell(index === 0 ? FIRST : SECOND, one, one === 'met' ? '' : reason),
  );
  return {
    kind: 'judged',
    repository: { name: 'x', revision: null, url: null, folder: '', day, renamed: null },
    milestone: 'blog-api',
    score: scoreOf(
      verdicts.map((verdict, index) => ({ weight: TWO.requirements[index]?.weight ?? 'core', verdict })),
    ),
    cells,
    next: null,
    notes: 0,
  };
}

function reportOf(
  outcomes: readonly (Judged | null)[],
  earlier: Earlier | null = null,
  since: string | null = null,
): CohortReport {
  const plan = { ...planOf(outcomes.length), strays: [] };
  const results = new Map(
    plan.entries.flatMap(({ key }, index) => {
      const outcome = outcomes[index];
      return outcome ? [[key, { key, outcome }] as const] : [];
    }),
  );
  return cohortReport({ tool: TOOL, plan, results, milestones: [TWO], earlier, since });
}

describe('a requirement', () => {
  const [sheet] = reportOf([
    judged(['met', 'missing'], '2027-03-01', 'no limiter'),
    judged(['met', 'missing'], '2027-03-01', 'no limiter'),
    judged(['partial', 'missing'], '2027-03-01', 'a limiter that nobody asks'),
    judged(['met', 'met'], '2027-03-01'),
    null,
  ]).sheets;

  it('counts verdicts, and the reasons why it is not met, the commonest first', () => {
    expect(sheet?.requirements[1]).toMatchObject({
      counts: { met: 1, partial: 0, missing: 3 },
      reasons: [
        { reason: 'no limiter', count: 2 },
        { reason: 'a limiter that nobody asks', count: 1 },
      ],
    });
  });

  it('shows the place of the best submission that meets it', () => {
    expect(sheet?.requirements[0]?.example).toEqual({
      key: 'blog-api/learner-4',
      place: { path: 'app.py', line: 7, text: 'x = 1' },
    });
  });
});

describe('the distribution', () => {
  it('has a median, quartiles and tenths, of which the last one holds a hundred percent', () => {
    const [sheet] = reportOf([
      judged(['met', 'met'], 'd'),
      judged(['missing', 'missing'], 'd'),
      judged(['met', 'missing'], 'd'),
    ]).sheets;
    expect(sheet?.distribution).toMatchObject({
      judged: 3,
      median: 0.6,
      lowerQuartile: 0.3,
      upperQuartile: 0.8,
      tenths: [1, 0, 0, 0, 0, 0, 1, 0, 0, 1],
      readiness: { ready: 1, nearly: 0, 'on the way': 1, started: 1 },
    });
  });

  it('of nothing is empty', () => {
    expect(reportOf([null]).sheets[0]?.distribution).toMatchObject({ judged: 0, median: null });
  });
});

describe('an earlier report', () => {
  const weekOne = reportOf([
    judged(['met', 'missing'], '2027-03-01'),
    judged(['met', 'missing'], '2027-03-01'),
    judged(['met', 'met'], '2027-03-01'),
  ]);
  const rows = (report: CohortReport) => report.sheets.flatMap((sheet) => sheet.rows);

  it('tells who got better, who is stuck, and who is ready and therefore is not', () => {
    const weekTwo = reportOf(
      [
        judged(['met', 'partial'], '2027-03-08'),
        judged(['met', 'missing'], '2027-03-08'),
        judged(['met', 'met'], '2027-03-01'),
      ],
      earlierOf(weekOne),
    );
    expect(rows(weekTwo).map(({ stuck, better, change }) => [stuck, better, change?.better])).toEqual([
      [false, '2027-03-08', [SECOND]],
      [true, '2027-03-01', []],
      [false, '2027-03-01', []],
    ]);
    expect(weekTwo).toMatchObject({ comparedWith: '2027-03-01', since: '2027-03-01', asOf: '2027-03-08' });
  });

  it('hands the day of the last better verdict on from report to report', () => {
    const same = [judged(['met', 'missing'], '2027-03-08')];
    const second = reportOf(same, earlierOf(weekOne));
    const third = reportOf([judged(['met', 'missing'], '2027-03-15')], earlierOf(second), '2027-03-05');
    expect(rows(third)[0]).toMatchObject({ better: '2027-03-01', stuck: true });
  });

  it('knows who is new and who is gone, and calls nobody new without it', () => {
    const second = reportOf(
      [
        judged(['met', 'met'], 'd'),
        judged(['met', 'met'], 'd'),
        judged(['met', 'met'], 'd'),
        judged(['met', 'met'], 'd'),
      ],
      earlierOf(weekOne),
    );
    expect(rows(second).map(({ isNew }) => isNew)).toEqual([false, false, false, true]);
    expect(reportOf([judged(['met', 'met'], 'd')], earlierOf(weekOne)).gone).toEqual([
      'blog-api/learner-2',
      'blog-api/learner-3',
    ]);
    expect(rows(weekOne).some(({ isNew }) => isNew)).toBe(false);
  });

  it('is not needed to see that nobody can have got better without a commit', () => {
    expect(rows(reportOf([judged(['met', 'missing'], '2027-03-01')], null, '2027-03-02'))[0]?.stuck).toBe(
      true,
    );
    expect(rows(reportOf([judged(['met', 'missing'], '2027-03-02')], null, '2027-03-02'))[0]?.stuck).toBe(
      false,
    );
  });
});
