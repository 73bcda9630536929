/** The words of reasons: what is there, what is not, and where. */
import { describe, expect, it } from 'vitest';
import { because } from '../../src/milestones/because.ts';
import type { Trace } from '../../src/milestones/judge.ts';
import type { Answer, Evidence, Reason } from '../../src/model.ts';
import { TEST_CHECKS } from './checks.ts';

const at = (path: string, line: number): Evidence => ({ path, line, text: 'x' });
const no = (...reasons: readonly Reason[]): Trace => ({
  check: 'says',
  parameters: {},
  answer: { answer: 'no', lookedFor: 'something', reasons },
});
const yes = (place: Evidence): Trace => ({
  check: 'says',
  parameters: {},
  answer: { answer: 'yes', evidence: [place] },
});
const group = (word: 'all' | 'any', ...of: readonly Trace[]): Trace => {
  const answer: Answer = { answer: 'no', lookedFor: 'all of it' };
  return { group: word, of, answer };
};
const missing = (met: Trace): string | null =>
  because({ verdict: 'missing', met, partial: null, says: null }, TEST_CHECKS);

describe('a reason', () => {
  it.each<readonly [Reason, string]>([
    [
      { kind: 'lacks', has: [{ what: 'setup', at: at('README.md', 12) }], lacks: ['usage'] },
      'Setup (README.md:12) is there; usage is not there.',
    ],
    [
      { kind: 'lacks', has: [], lacks: ['a route to read', 'a route to delete'] },
      'A route to read and a route to delete are not there.',
    ],
    [
      { kind: 'few', found: 9, wanted: 34, what: 'functions say their types', at: at('a.py', 3) },
      '9 of 34 functions say their types (the first that is not: a.py:3).',
    ],
    [
      { kind: 'unused', what: 'pdf is let in', at: at('ingest.py', 15), use: 'reads it' },
      'Pdf is let in (ingest.py:15) and nothing reads it.',
    ],
    [
      { kind: 'against', what: 'an error is swallowed', at: at('app.py', 9), count: 3 },
      'An error is swallowed at app.py:9 and 2 more places.',
    ],
    [{ kind: 'none', what: 'no route registers users' }, 'No route registers users.'],
  ])('%j', (reason, words) => {
    expect(missing(no(reason))).toBe(words);
  });

  it('of alternatives is that of the nearest, of what is all needed each', () => {
    const near = no({ kind: 'lacks', has: [{ what: 'a' }], lacks: ['b'] });
    const far = no({ kind: 'none', what: 'nothing' });
    expect(missing(group('any', far, near))).toBe('A is there; b is not there.');
    expect(missing(group('all', far, near))).toBe('Nothing. A is there; b is not there.');
  });

  it('is told of the places of a condition where a check gives none', () => {
    expect(missing(group('all', yes(at('b.py', 2)), no()))).toBe(
      'A part of it is at b.py:2. Not found in the code: something.',
    );
  });
});

describe('what is partial', () => {
  const judged = (met: Trace, says: string | null): string | null =>
    because({ verdict: 'partial', met, partial: yes(at('c.py', 4)), says }, TEST_CHECKS);

  it('is said by the rule, with its place, and then what is not there', () => {
    expect(judged(no({ kind: 'none', what: 'no route streams' }), 'A route answers')).toBe(
      'A route answers (c.py:4). No route streams.',
    );
  });

  it('is said by its parts alone, where a reason names them', () => {
    expect(judged(no({ kind: 'few', found: 2, wanted: 3, what: 'routes' }), 'Some routes')).toBe(
      '2 of 3 routes.',
    );
  });

  it('is told apart from a program where all of it is in a notebook', () => {
    const partial = yes(at('train.ipynb', 80));
    expect(
      because(
        { verdict: 'partial', met: no(), partial, says: 'A model is there, but no classifier' },
        TEST_CHECKS,
      ),
    ).toMatch(/^What there is of it is in a notebook, which is no program \(train\.ipynb:80\)\./);
  });

  it('says why more cannot be told', () => {
    const open: Trace = {
      check: 'says',
      parameters: {},
      answer: { answer: 'cannot tell', reason: 'the clone is shallow' },
    };
    expect(judged(open, 'There are commits')).toBe('There are commits (c.py:4). The clone is shallow.');
  });
});

it('nothing is said of what is met', () => {
  expect(because({ verdict: 'met', met: yes(at('a', 1)), partial: null, says: 'x' }, TEST_CHECKS)).toBeNull();
});
