import { describe, expect, it } from 'vitest';
import { cannotTell, defineCheck, no, unsure, yes } from '../../src/checks/define.ts';
import type { Facts } from '../../src/facts/facts.ts';
import type { RepositoryFile } from '../../src/facts/project/roles.ts';
import { spokenIn } from '../../src/facts/project/spoken.ts';
import { type Unread, unlisted, unreadHistory } from '../../src/facts/unread.ts';
import { type Checks, judge } from '../../src/milestones/judge.ts';
import type { Answer, Condition } from '../../src/model.ts';
import { evidence } from './checks.ts';

const YES = yes([evidence('a.py')]);
const NO = no('something');
const OPEN = cannotTell('not readable');

/** A requirement whose conditions answer as they are told, with files that were not read. */
function judged(
  answers: Readonly<Record<string, Answer>>,
  met: Condition,
  partial: Condition | null,
  unread: readonly Unread[] = [],
) {
  const checks: Checks = new Map(
    Object.entries(answers).map(([name, answer]) => [
      name,
      defineCheck<unknown>({
        name,
        summary: 'Answers what it is told to.',
        reads: name.startsWith('docs') ? ['documents'] : name.startsWith('any') ? ['anything'] : ['code'],
        ...(name.endsWith('whole') ? { whole: true as const } : {}),
        parameters: (z) => z.unknown(),
        ask: () => answer,
      }),
    ]),
  );
  return judge({ met, partial }, { unread, program: { file: () => undefined } } as unknown as Facts, checks);
}

const ask = (check: string): Condition => ({ check, parameters: {} });
const file = (holds: Unread['holds'], extent: Unread['extent'] = 'whole'): Unread => ({
  path: 'x.py',
  reason: 'not readable',
  holds,
  extent,
});

describe('what was not read is unknown, never absent', () => {
  it('leaves a no open where the file could hold it, and names the file', () => {
    const found = judged({ code: NO }, ask('code'), null, [file(['code'])]);
    expect(found).toMatchObject({ verdict: 'unverifiable', confidence: 'low' });
    expect(found.reason).toBe('it could be in x.py, which was not read (not readable)');
  });

  it.each([
    ['a file of another kind', { code: NO }, [file(['documents'])], 'missing', 'high'],
    ['the history', { any: NO }, [unreadHistory('damaged')], 'missing', 'high'],
    ['files that were not listed', { docs: NO }, [unlisted('too many')], 'unverifiable', 'low'],
    ['any file, where anything could hold it', { any: NO }, [file(['pages'])], 'unverifiable', 'low'],
    ['code whose text was read', { any: NO }, [{ ...file(['code']), text: true }], 'missing', 'high'],
    ['a part of a file', { code: NO }, [file(['code'], 'part')], 'missing', 'low'],
    ['a yes that shows a place', { code: YES }, [file(['code'])], 'met', 'high'],
    ['a yes that speaks of the whole', { 'code-whole': YES }, [file(['code'])], 'unverifiable', 'low'],
  ] as const)('%s', (_, answers, unread, verdict, confidence) => {
    const [name = ''] = Object.keys(answers);
    expect(judged(answers, ask(name), null, unread)).toMatchObject({ verdict, confidence });
  });

  it('never turns an absence into a pass', () => {
    const met: Condition = { all: [ask('docs'), { none: [ask('code')] }] };
    expect(judged({ docs: YES, code: NO }, met, null)).toMatchObject({ verdict: 'met' });
    expect(judged({ docs: YES, code: NO }, met, null, [file(['code'])])).toMatchObject({
      verdict: 'unverifiable',
    });
  });

  it('is partial at least where only the rest is unknown', () => {
    const found = judged({ code: NO, docs: YES }, ask('code'), ask('docs'), [file(['code'])]);
    expect(found).toMatchObject({ verdict: 'partial', confidence: 'low' });
    expect(found.reason).toContain('x.py');
  });
});

describe('how sure a verdict is', () => {
  const S_YES = unsure(YES);
  const S_NO = unsure(NO);
  it.each([
    ['all: as its least sure part', { a: YES, b: S_YES }, { all: [ask('a'), ask('b')] }, 'met', 'low'],
    [
      'all refused: one sure no is enough',
      { a: S_NO, b: NO },
      { all: [ask('a'), ask('b')] },
      'missing',
      'high',
    ],
    [
      'all refused by a doubtful no alone',
      { a: S_NO, b: YES },
      { all: [ask('a'), ask('b')] },
      'missing',
      'low',
    ],
    ['any: one sure yes is enough', { a: S_YES, b: YES }, { any: [ask('a'), ask('b')] }, 'met', 'high'],
    [
      'any refused: as its least sure part',
      { a: S_NO, b: NO },
      { any: [ask('a'), ask('b')] },
      'missing',
      'low',
    ],
    [
      'none: as sure as each absence',
      { a: YES, b: S_NO },
      { all: [ask('a'), { none: [ask('b')] }] },
      'met',
      'low',
    ],
    ['what cannot be told', { a: OPEN }, ask('a'), 'unverifiable', 'low'],
  ] as const)('%s', (_, answers, met, verdict, confidence) => {
    expect(judged(answers, met as Condition, null)).toMatchObject({ verdict, confidence });
  });

  it('of a partial one rests on both levels', () => {
    expect(judged({ a: S_NO, b: YES }, ask('a'), ask('b')).confidence).toBe('low');
    expect(judged({ a: NO, b: YES }, ask('a'), ask('b')).confidence).toBe('high');
  });
});

describe('what is often spoken of is not certainly missing', () => {
  const file = (path: string): RepositoryFile => ({
    path,
    size: 10,
    link: false,
    tracked: true,
    kind: 'code',
    role: path.startsWith('vendor/') ? 'vendored' : 'application',
    artifact: null,
  });

  /** What is said of a requirement whose words are `golden` and `eval*`, and whose check answers no. */
  function saidOf(texts: Readonly<Record<string, string>>, answer: Answer = NO) {
    const checks: Checks = new Map([
      [
        'told',
        defineCheck<unknown>({
          name: 'told',
          summary: 'Answers.',
          reads: ['code'],
          parameters: (z) => z.unknown(),
          ask: () => answer,
        }),
      ],
    ]);
    const facts = {
      unread: [],
      program: { file: () => undefined },
      spoken: spokenIn(Object.keys(texts).map(file), (path) => texts[path]),
    };
    const words = { spoken: ['golden', 'eval*'] };
    return judge({ met: ask('told'), partial: null, ...words }, facts as unknown as Facts, checks);
  }

  it('says so, and where', () => {
    const found = saidOf({ 'app.py': 'x = 1', 'eval/run.py': 'runEvals(GOLDEN_SET)\n'.repeat(4) });
    expect(found).toMatchObject({ verdict: 'missing', confidence: 'low' });
    expect(found.because).toContain('The repository speaks of it (9 times, first in eval/run.py)');
  });

  it.each([
    ['a few times', { 'app.py': 'evaluate(golden)\n'.repeat(3) }],
    ['parts of other words', { 'app.py': 'retrieval medieval goldenrod\n'.repeat(9) }],
    ['somebody else', { 'vendor/a.py': 'evaluate(golden)\n'.repeat(9) }],
  ] as const)('not of %s', (_, texts) => expect(saidOf(texts).confidence).toBe('high'));

  it('and it changes nothing of what is there', () =>
    expect(saidOf({ 'app.py': 'evaluate(golden)\n'.repeat(9) }, YES)).toMatchObject({
      verdict: 'met',
      confidence: 'high',
      because: null,
    }));
});
