import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Effort, MilestoneReport, RequirementReport, Verdict, Weight } from '../src/model.ts';
import { scoreOf, type Weighed } from '../src/score.ts';
import { nextSteps, stepsAfter } from '../src/steps.ts';
import { report as reportOf } from './reporters/report.ts';

const LETTERS: Readonly<Record<string, Weight>> = { c: 'core', h: 'high', o: 'optional' };
const SIGNS: Readonly<Record<string, Verdict>> = {
  '+': 'met',
  '~': 'partial',
  '-': 'missing',
  '?': 'unverifiable',
  w: 'waived',
};

/** 'c+ h~': a core requirement that is met, a high one that is partial. */
function weighed(words: string): Weighed[] {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({
      weight: LETTERS[word[0] ?? ''] ?? 'core',
      verdict: SIGNS[word[1] ?? ''] ?? 'missing',
    }));
}

describe('score', () => {
  it.each([
    ['', 0, 0, 0, 0, 0],
    ['c+', 3, 3, 1, 1, 1],
    ['c~ h~ o~', 3, 6, 0.5, 0.5, 3],
    ['c- hw', 0, 5, 0, 0, 2],
    ['c+ h? o-', 3, 6, 0.5, 0.833333, 2],
    ['c? h?', 0, 5, 0, 1, 0],
    ['c+ c+ hw', 6, 8, 0.75, 0.75, 3],
  ])('%s', (words, earned, possible, low, high, decided) => {
    const requirements = weighed(words);
    const total = requirements.length;
    expect(scoreOf(requirements)).toMatchObject({ earned, possible, low, high, decided, total, cap: null });
  });

  it('is never raised by what cannot be decided, nor by a waiver', () => {
    for (const [verdict, worse] of [
      ['?', '-'],
      ['w', '-'],
    ]) {
      expect(scoreOf(weighed(`c+ h${verdict}`)).low).toBe(scoreOf(weighed(`c+ h${worse}`)).low);
    }
  });
});

describe('readiness', () => {
  it.each([
    ['c+ c+ c+ c+', 'ready'],
    ['c+ c+ c+ c~', 'ready'],
    ['c+ c+ c+ c+ c+ c+ c~ c~', 'nearly'],
    ['c+ c+ c+ c+ c+ c+ c+ c-', 'nearly'],
    ['c+ c+ c+ c+ c+ c+ c+ cw', 'nearly'],
    ['c+ c+ c+ c+ c+ c+ c+ c?', 'nearly'],
    ['c+ c+ c+ c+ h- h-', 'nearly'],
    ['c+ c+ c+ c+ c+ c+ c+ c+ c- c-', 'on the way'],
    ['c+ c+ c- o+ o+ o+ o+ o+ o+', 'nearly'],
    ['c+ c- c- h+ h+ h+ h+ h+ h+ h+', 'on the way'],
    ['c+ c~ c~ c~', 'on the way'],
    ['c+ c- c- c-', 'started'],
    ['', 'started'],
  ])('%s: %s', (words, readiness) => {
    expect(scoreOf(weighed(words)).readiness).toBe(readiness);
  });
});

describe('a cap', () => {
  it('holds both ends and the readiness down, and leaves the points', () => {
    expect(scoreOf(weighed('c+ c+ h?'), 'a committed secret')).toEqual({
      earned: 6,
      possible: 8,
      low: 0.6,
      high: 0.6,
      decided: 2,
      uncertain: 0,
      total: 3,
      readiness: 'on the way',
      cap: 'a committed secret',
    });
  });

  it('never lifts', () => {
    expect(scoreOf(weighed('c- c~ h?'), 'why')).toMatchObject({
      low: 0.1875,
      high: 0.4375,
      readiness: 'started',
    });
  });
});

function milestone(
  id: string,
  rows: readonly (readonly [string, Weight, Effort, Verdict])[],
  after: Readonly<Record<string, readonly string[]>> = {},
): Pick<MilestoneReport, 'id' | 'requirements'> & MilestoneReport {
  const requirements = rows.map(
    ([requirement, weight, effort, verdict]): RequirementReport => ({
      id: requirement,
      title: requirement,
      weight,
      effort,
      verdict,
      confidence: 'high',
      claimed: false,
      claim: null,
      unkept: false,
      evidence: [],
      counterEvidence: [],
      lookedFor: null,
      reason: null,
      because: null,
      waiver: null,
      why: '',
      fix: '',
      learn: [],
      after: after[requirement] ?? [],
    }),
  );
  return { id, title: id, score: scoreOf(requirements), requirements };
}

describe('the order of steps', () => {
  const rows = [
    ['users', 'core', 'medium', 'missing'],
    ['posts', 'core', 'medium', 'missing'],
    ['guarded', 'core', 'small', 'missing'],
    ['limits', 'high', 'small', 'missing'],
  ] as const;
  const after = { guarded: ['users', 'posts'], limits: ['posts'] };
  const ids = (one: MilestoneReport, secrets: Parameters<typeof nextSteps>[1] = []) =>
    nextSteps([one], secrets).map(({ requirement }) => requirement);

  it('puts nothing before what it stands on, however much it would add', () => {
    expect(ids(milestone('blog-api', rows, after))).toEqual(['users', 'posts', 'guarded']);
  });

  it('goes on from what is begun', () => {
    const begun = rows.map(
      ([id, weight, effort]) => [id, weight, effort, id === 'guarded' ? 'missing' : 'partial'] as const,
    );
    expect(ids(milestone('blog-api', begun, after))[0]).toBe('guarded');
  });

  it('does not wait for what waits for it', () => {
    expect(ids(milestone('x', rows, { users: ['posts'], posts: ['users'] }))).toHaveLength(3);
  });

  it('puts a committed secret first, with what it takes from the score', () => {
    const found = milestone('blog-api', [['done', 'core', 'small', 'met']]);
    const held = { ...found, score: scoreOf(found.requirements, 'a secret') };
    const secrets = [{ what: 'GitHub token', path: 'conf.py', line: 1 }];
    expect(nextSteps([held], secrets)[0]).toEqual({
      milestone: 'blog-api',
      requirement: null,
      gain: 0.4,
      points: 0,
    });
  });

  it('puts what a change broke before everything but secrets', () => {
    const before = milestone(
      'x',
      rows.map(([id, weight, effort]) => [id, weight, effort, 'met'] as const),
    );
    const now = milestone('x', rows);
    const change = {
      requirement: 'limits',
      title: '',
      before: 'met',
      after: 'missing',
      effect: 'worse',
    } as const;
    const steps = stepsAfter(reportOf({ milestones: [now] }), {
      base: null,
      sameRules: true,
      milestones: [
        {
          id: 'x',
          title: 'x',
          before: before.score,
          after: now.score,
          changes: [change],
          added: [],
          removed: [],
          against: [],
        },
      ],
    });
    expect(steps[0]?.requirement).toBe('limits');
  });
});

describe('next steps', () => {
  it('are the three with most points for the effort, the earlier among equals', () => {
    const first = milestone('blog-api', [
      ['done', 'core', 'small', 'met'],
      ['days', 'core', 'large', 'missing'],
      ['unknown', 'core', 'small', 'unverifiable'],
      ['waived', 'core', 'small', 'waived'],
      ['half', 'core', 'small', 'partial'],
      ['afternoon', 'core', 'medium', 'missing'],
    ]);
    const second = milestone('portfolio', [
      ['extra', 'optional', 'small', 'missing'],
      ['quick', 'high', 'small', 'missing'],
    ]);
    expect(nextSteps([first, second], [])).toEqual([
      { milestone: 'portfolio', requirement: 'quick', gain: 0.666667, points: 2 },
      { milestone: 'blog-api', requirement: 'half', gain: 0.083333, points: 1.5 },
      { milestone: 'blog-api', requirement: 'afternoon', gain: 0.166667, points: 3 },
    ]);
    expect(nextSteps([milestone('x', [])], [])).toEqual([]);
  });

  it('leave out what is partial at least, and may be met', () => {
    const shallow = milestone('x', [['history', 'core', 'small', 'partial']]);
    const [one] = shallow.requirements.map((found) => ({ ...found, reason: 'the clone is shallow' }));
    expect(nextSteps([{ ...shallow, requirements: one ? [one] : [] }], [])).toEqual([]);
  });

  it('each bring what they promise', () => {
    const rows = [
      ['a', 'core', 'small', 'partial'],
      ['b', 'high', 'small', 'missing'],
      ['c', 'core', 'large', 'met'],
    ] as const;
    const before = milestone('x', rows);
    for (const { requirement, gain } of nextSteps([before], [])) {
      const done = rows.map(([id, weight, effort, verdict]) => {
        return [id, weight, effort, id === requirement ? 'met' : verdict] as const;
      });
      expect(milestone('x', done).score.low - before.score.low).toBeCloseTo(gain, 5);
    }
  });
});

it('docs/scoring.md reckons as the program does', () => {
  const text = readFileSync('docs/scoring.md', 'utf8').split('## A worked example')[1] ?? '';
  const rows = [...text.matchAll(/^\| ([a-z-]+) +\| (\w+) +\| (\w+) +\| (\w+) +\| ([\d.]+) of (\d) +\|$/gm)];
  const parsed = rows.map(
    ([, id, weight, effort, verdict]) => [id, weight, effort, verdict] as [string, Weight, Effort, Verdict],
  );
  const example = milestone('example', parsed);
  const { score, requirements } = example;
  expect(requirements.length).toBeGreaterThan(5);
  for (const [index, [, , , , , points, of]] of rows.entries()) {
    const one = scoreOf(requirements.slice(index, index + 1));
    expect([one.earned, one.possible]).toEqual([Number(points), Number(of)]);
  }
  const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
  const capped = scoreOf(requirements, 'a secret');
  const told = Object.fromEntries(
    (/```text\n([\s\S]*?)```/.exec(text)?.[1] ?? '')
      .trim()
      .split('\n')
      .map((line) => line.split(/ {2,}/)),
  );
  expect(told).toEqual({
    earned: `${score.earned} of ${score.possible}`,
    low: percent(score.low),
    high: percent(score.high),
    decided: `${score.decided} of ${score.total}`,
    readiness: score.readiness,
    next: nextSteps([example], [])
      .map(({ requirement, gain }) => `${requirement} +${percent(gain)}`)
      .join(', '),
    capped: `${percent(capped.low)} to ${percent(capped.high)}`,
  });
});
