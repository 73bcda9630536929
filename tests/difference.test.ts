import { describe, expect, it } from 'vitest';
import { differenceOf, differs } from '../src/difference.ts';
import type { Evidence, Report, RequirementReport, Verdict } from '../src/model.ts';
import { milestone, report, requirement, score } from './reporters/report.ts';

function judged(requirements: readonly RequirementReport[], change: Partial<Report> = {}): Report {
  return report({ milestones: [milestone({ requirements })], ...change });
}

function one(verdict: Verdict, counterEvidence: readonly Evidence[] = []): RequirementReport {
  return requirement({ id: 'logging', title: 'Logging', verdict, counterEvidence });
}

const print = (line: number, text = 'print("x")'): Evidence => ({ path: 'a.py', line, text });

describe('what flipped', () => {
  it.each<readonly [Verdict, Verdict, 'better' | 'worse' | 'neither']>([
    ['missing', 'met', 'better'],
    ['missing', 'partial', 'better'],
    ['partial', 'met', 'better'],
    ['unverifiable', 'met', 'better'],
    ['missing', 'unverifiable', 'better'],
    ['met', 'missing', 'worse'],
    ['met', 'partial', 'worse'],
    ['met', 'waived', 'worse'],
    ['met', 'unverifiable', 'worse'],
    ['unverifiable', 'missing', 'worse'],
    ['partial', 'unverifiable', 'neither'],
    ['missing', 'waived', 'neither'],
  ])('%s → %s is %s', (before, after, effect) => {
    const [found] = differenceOf(judged([one(before)]), judged([one(after)])).milestones;
    expect(found?.changes).toEqual([{ requirement: 'logging', title: 'Logging', before, after, effect }]);
  });

  it('says nothing of what stayed', () => {
    const same = differenceOf(judged([one('met')]), judged([one('met')]));
    expect(same.milestones[0]?.changes).toEqual([]);
    expect(differs(same)).toBe(false);
  });

  it('puts what got worse first', () => {
    const before = judged([one('missing'), requirement({ id: 'b' })]);
    const after = judged([one('met'), requirement({ id: 'b', verdict: 'missing' })]);
    const [found] = differenceOf(before, after).milestones;
    expect(found?.changes.map((change) => change.effect)).toEqual(['worse', 'better']);
  });

  it('gives the scores of both sides and the revision of the first', () => {
    const before = report({ milestones: [milestone({ score: score({ low: 0.5 }) })] });
    const difference = differenceOf(before, report());
    expect(difference.base).toBe(before.repository.revision);
    expect(difference.milestones[0]).toMatchObject({ before: { low: 0.5 }, after: { low: 0.62 } });
    expect(differs(difference)).toBe(true);
  });
});

describe('reports of different rules', () => {
  it('tells requirements that only one of them asks, and invents no verdict for them', () => {
    const before = judged([one('met'), requirement({ id: 'old' })]);
    const after = judged([one('met'), requirement({ id: 'new', verdict: 'missing' })]);
    const [found] = differenceOf(before, after).milestones;
    expect(found).toMatchObject({ changes: [], added: ['new'], removed: ['old'] });
  });

  it('has no before where another milestone was judged', () => {
    const before = report({ milestones: [milestone({ id: 'blog-api' })] });
    const [found] = differenceOf(before, report()).milestones;
    expect(found).toMatchObject({ before: null, changes: [], added: [], removed: [], against: [] });
  });

  it.each([
    ['the same', {}, true],
    ['another version', { version: '0.2.0' }, false],
    ['other rules', { rules: 'ffffffffffff' }, false],
  ])('knows %s', (_, change, same) => {
    const { tool } = report();
    expect(differenceOf(report({ tool: { ...tool, ...change } }), report()).sameRules).toBe(same);
  });
});

describe('what speaks against a requirement anew', () => {
  const against = (before: readonly Evidence[], after: readonly Evidence[]) =>
    differenceOf(judged([one('partial', before)]), judged([one('partial', after)])).milestones[0]?.against;

  it('is a place that was not there', () => {
    expect(against([print(3)], [print(3), print(9, 'print(y)')])).toEqual([
      { requirement: 'logging', evidence: [print(9, 'print(y)')] },
    ]);
  });

  it('is not a line that moved', () => {
    expect(against([print(3)], [print(30)])).toEqual([]);
  });

  it('is the second of two lines that read alike', () => {
    expect(against([print(3)], [print(3), print(4)])).toMatchObject([{ evidence: [print(4)] }]);
  });

  it('is not claimed where the earlier list was cut', () => {
    const full = Array.from({ length: 50 }, (_, index) => print(index + 1, `print(${index})`));
    expect(against(full, [print(99, 'print("new")')])).toEqual([]);
  });
});
