import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.ts';
import { evaluate, judge } from '../../src/milestones/judge.ts';
import type { Condition } from '../../src/model.ts';
import { evidence, TEST_CHECKS } from './checks.ts';

const FACTS = { program: { file: () => undefined }, unread: [] } as unknown as Facts;
const says = (answer: string, of = 'a.py'): Condition => ({ check: 'says', parameters: { answer, of } });
const check = (name: string): Condition => ({ check: name, parameters: {} });
const [YES, NO, OPEN] = [says('yes', 'yes.py'), says('no', 'no.py'), says('open', 'open.py')];

function answerOf(condition: Condition): string {
  return evaluate(condition, FACTS, TEST_CHECKS).answer.answer;
}

describe('three-valued logic', () => {
  it.each([
    [YES, YES, 'yes', 'yes', 'no'],
    [YES, NO, 'no', 'yes', 'no'],
    [YES, OPEN, 'cannot tell', 'yes', 'no'],
    [NO, YES, 'no', 'yes', 'no'],
    [NO, NO, 'no', 'no', 'yes'],
    [NO, OPEN, 'no', 'cannot tell', 'cannot tell'],
    [OPEN, YES, 'cannot tell', 'yes', 'no'],
    [OPEN, NO, 'no', 'cannot tell', 'cannot tell'],
    [OPEN, OPEN, 'cannot tell', 'cannot tell', 'cannot tell'],
  ])('%j, %j', (first, second, all, any, none) => {
    const parts = [first, second];
    expect(answerOf({ all: parts })).toBe(all);
    expect(answerOf({ any: parts })).toBe(any);
    expect(answerOf({ none: parts })).toBe(none);
    expect(answerOf({ any: [{ all: [{ any: parts }] }] })).toBe(any);
  });

  it('asks every part, so that the trace tells all of it', () => {
    const trace = evaluate({ any: [YES, { all: [NO, OPEN] }] }, FACTS, TEST_CHECKS);
    expect(trace).toMatchObject({
      group: 'any',
      answer: { answer: 'yes' },
      of: [
        { check: 'says', answer: { answer: 'yes' } },
        {
          group: 'all',
          answer: { answer: 'no' },
          of: [{ check: 'says' }, { answer: { answer: 'cannot tell' } }],
        },
      ],
    });
  });
});

describe('the verdict', () => {
  it.each([
    [YES, null, 'met'],
    [YES, YES, 'met'],
    [NO, YES, 'partial'],
    [NO, NO, 'missing'],
    [NO, null, 'missing'],
    [NO, OPEN, 'unverifiable'],
    [OPEN, YES, 'partial'],
    [OPEN, NO, 'unverifiable'],
    [OPEN, null, 'unverifiable'],
    [check('broken'), null, 'unverifiable'],
    [check('broken'), YES, 'partial'],
    [check('empty'), null, 'unverifiable'],
    [check('no-such-check'), NO, 'unverifiable'],
    [{ none: [NO] }, null, 'unverifiable'],
    [{ all: [] }, { any: [] }, 'unverifiable'],
    [{ all: [YES, { none: [NO] }] }, null, 'met'],
    [{ all: [YES, { none: [YES] }] }, null, 'missing'],
    [{ all: [YES, check('broken')] }, null, 'unverifiable'],
    [{ all: [YES, { none: [check('broken')] }] }, null, 'unverifiable'],
  ] satisfies [Condition, Condition | null, string][])('met %j, partial %j: %s', (met, partial, verdict) => {
    const judged = judge({ met, partial }, FACTS, TEST_CHECKS);
    expect(judged.verdict).toBe(verdict);
    expect(judged.evidence.length > 0).toBe(verdict === 'met' || verdict === 'partial');
    expect(judged.reason !== null).toBe(verdict === 'unverifiable' || (verdict === 'partial' && met !== NO));
  });
});

describe('code that stops on a fresh checkout', () => {
  const stopped = (doubtful: boolean) => {
    const stop = { path: 'app.py', line: 3, what: 'imports jose', doubtful };
    const facts = { ...FACTS, program: { file: () => ({}) }, stopOf: () => stop } as unknown as Facts;
    const { verdict, confidence, counterEvidence } = judge({ met: YES, partial: null }, facts, TEST_CHECKS);
    return [verdict, confidence, counterEvidence[0]?.text];
  };

  it('does a part of what it was written for', () => {
    expect(stopped(false)).toEqual(['partial', 'high', 'cannot run: imports jose']);
  });

  it('keeps its verdict in doubt where only a list of packages says so', () => {
    expect(stopped(true)).toEqual(['met', 'low', 'may not run: imports jose']);
  });
});

describe('what a judgement tells', () => {
  const told = (met: Condition, partial: Condition | null = null) =>
    judge({ met, partial }, FACTS, TEST_CHECKS);

  it('a partial: what is there, what was asked for, what speaks against it', () => {
    expect(told({ all: [YES, NO] }, YES)).toEqual({
      verdict: 'partial',
      confidence: 'high',
      evidence: [evidence('yes.py')],
      counterEvidence: [evidence('no.py', 9)],
      lookedFor: 'something in no.py',
      reason: null,
      because: 'A part of it is there (yes.py:1). Not found in the code: something in no.py.',
    });
  });

  it('how sure it is: never of a verdict that the rule calls uncertain', () => {
    const sure = (met: Condition) =>
      judge({ met, partial: null, uncertain: ['met'] }, FACTS, TEST_CHECKS).confidence;
    expect([sure(YES), sure(NO)]).toEqual(['low', 'high']);
  });

  it('a missing one: each place and each wish once, in the order of the conditions', () => {
    const judged = told({ any: [NO, says('no', 'b.py'), NO] }, NO);
    expect(judged.lookedFor).toBe('something in no.py, or something in b.py');
    expect(judged.counterEvidence).toEqual([evidence('no.py', 9), evidence('b.py', 9)]);
  });

  it('what stands where nothing may: the places', () => {
    expect(told({ all: [YES, { none: [says('yes', 'bad.py')] }] }).counterEvidence).toEqual([
      evidence('bad.py'),
    ]);
  });

  it('what could not be told: every reason once', () => {
    const { reason } = told({ all: [OPEN, says('open', 'b.py')] }, OPEN);
    expect(reason).toBe('open.py is not readable; b.py is not readable');
  });

  it('a crash: which check, in few words', () => {
    const { reason } = told(check('broken'));
    expect(reason).toMatch(/^the check 'broken' failed: no such thing x+$/);
    expect(reason?.length).toBeLessThan(300);
  });

  it('at most 12 places', () => {
    const { evidence: shown } = told({ all: [YES, { check: 'counts', parameters: { atLeast: 99 } }] });
    expect(shown).toHaveLength(12);
    expect(shown.slice(0, 2)).toEqual([evidence('yes.py'), evidence('many.py', 1)]);
  });
});
