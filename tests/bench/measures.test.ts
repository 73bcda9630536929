import { describe, expect, it } from 'vitest';
import { flipLines, flipsOf } from '../../bench/accuracy/flips.ts';
import { byRepository, parseLabels } from '../../bench/accuracy/labels.ts';
import { type Compared, measure } from '../../bench/accuracy/measures.ts';
import type { Verdict } from '../../src/model.ts';

/** `met>missing`: we say met, the reviewer missing; a `?` where the reviewer was not sure. */
function compared(...pairs: readonly string[]): Compared[] {
  return pairs.map((pair, index) => {
    const [said, verdict = ''] = pair.split('>') as [Verdict, string];
    const label = {
      repository: `a/${index}`,
      commit: '',
      milestone: 'm',
      requirement: 'r',
      verdict: verdict.replace('?', '') as Verdict,
      sure: !verdict.endsWith('?'),
      evidence: '',
      note: '',
    };
    return { said, label };
  });
}

describe('measures', () => {
  it('count what is the same, and what the reviewer was sure of', () => {
    const found = measure(compared('met>met', 'met>missing', 'partial>met?', 'missing>missing'));
    expect(found).toMatchObject({ count: 4, agreement: 0.5, sure: 2 / 3, precision: 0.5, recall: 0.5 });
  });

  it('guess the commonest verdict', () => {
    expect(measure(compared('met>met', 'met>met', 'met>missing')).majority).toBeCloseTo(2 / 3);
  });

  it.each([
    [['met>met', 'missing>missing'], 1],
    [['met>missing', 'missing>met'], -1],
    [['met>met', 'missing>met'], 0],
    [['met>met', 'met>met'], 1],
    // One step apart counts 1; chance alone would give 7.
    [['met>met', 'partial>met', 'missing>missing', 'missing>missing'], 1 - 1 / 7],
  ])('weigh %j as %d', (pairs, kappa) => {
    expect(measure(compared(...pairs)).kappa).toBeCloseTo(kappa);
  });

  it('have no precision where nothing is called met', () => {
    expect(measure(compared('missing>met'))).toMatchObject({ precision: null, recall: 0 });
  });
});

describe('labels', () => {
  const LINES = 'repo\tcommit\tmilestone\n# note\na/b\tc0\tblog-api\tpostgres\tmet\tno\tdb.py:3\twhy\n';

  it('are read line by line', () => {
    const [label] = parseLabels(LINES);
    expect(label).toEqual({
      repository: 'a/b',
      commit: 'c0',
      milestone: 'blog-api',
      requirement: 'postgres',
      verdict: 'met',
      sure: false,
      evidence: 'db.py:3',
      note: 'why',
    });
  });

  it('belong to the milestone beside the portfolio', () => {
    const labels = parseLabels(`a/b\tc0\tportfolio\treadme\tmet\tyes\n${LINES}`);
    const [one, ...others] = byRepository(labels, 'portfolio');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ repository: 'a/b', milestone: 'blog-api' });
    expect(one?.labels).toHaveLength(2);
  });

  it('say which line is broken', () => {
    expect(() => parseLabels(`${LINES}a/b\tc0\tblog-api\tpostgres\tgreat\tyes\n`)).toThrow('line 4');
  });
});

it('flips are told with what the reviewer says', () => {
  const labels = parseLabels('a/b\tc0\tm\tone\tmet\tyes\na/b\tc0\tm\ttwo\tmet\tyes\n');
  const before = { 'm/one': 'missing', 'm/two': 'met', 'm/same': 'met' } as const;
  const after = { 'm/one': 'met', 'm/two': 'partial', 'm/same': 'met', 'm/new': 'met' } as const;
  expect(flipLines(flipsOf('a/b', before, after, labels))).toEqual([
    'a/b\tm/new\tnone -> met',
    'a/b\tm/one\tmissing -> met\tlabel met\tright now',
    'a/b\tm/two\tmet -> partial\tlabel met\twrong now',
    '3 verdicts differ: 1 not labelled, 1 right now, 1 wrong now',
  ]);
});
