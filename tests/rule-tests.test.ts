import { describe, expect, it } from 'vitest';
import { CHECKS } from '../src/checks/index.ts';
import { loadMilestone } from '../src/milestones/load.ts';
import { RuleFileError } from '../src/milestones/shaped.ts';
import type { Milestone } from '../src/model.ts';
import { loadRuleTests } from '../src/rule-tests/cases.ts';
import { examplesOf } from '../src/rule-tests/examples.ts';
import { runRuleTests } from '../src/rule-tests/run.ts';
import { reading } from './support/program.ts';

const RULE = `id: x
title: X
phase: 1
summary: X.
requirements:
  - id: history
    title: History
    weight: core
    effort: small
    met: { commits: { atLeast: 5 } }
    partial: { commits: { atLeast: 1 } }
    why: Because.
    fix: Commit.
`;

const milestone = (): Promise<Milestone> => loadMilestone(RULE, 'x.yml', CHECKS);

async function run(cases: string) {
  const tests = await loadRuleTests(`history:\n${cases}`, 'x.test.yml');
  return runRuleTests(await milestone(), tests, { reading, checks: CHECKS });
}

describe('runRuleTests', () => {
  it.each([
    ['met', 6, 'right'],
    ['partial', 6, 'noisy'],
    ['missing', 1, 'noisy'],
    ['met', 1, 'missing'],
    ['partial', 0, 'missing'],
  ])('calls a wanted %s with %i commits %s', async (verdict, commits, outcome) => {
    const { results } = await run(
      `  - { name: a, verdict: ${verdict}, commits: ${commits}, files: { a.py: x } }\n`,
    );
    expect(results.map((one) => one.outcome)).toEqual([outcome]);
  });

  it('says which evidence was not shown', async () => {
    const { results } = await run(
      `  - { name: a, verdict: met, files: { a.py: x }, evidence: ['.git:1', 'a.py:1'] }\n`,
    );
    expect(results[0]).toMatchObject({ outcome: 'unshown', unshown: ['a.py:1'] });
  });

  it('asks for a case of every kind, and tells tests of nothing', async () => {
    const tests = await loadRuleTests(
      'history: [{ name: a, verdict: met, files: {} }]\nhistroy: [{ name: a, verdict: met, files: {} }]\n',
      'x.test.yml',
    );
    const { wanting } = await runRuleTests(await milestone(), tests, { reading, checks: CHECKS });
    expect(wanting).toEqual([
      'history: no case with verdict: partial',
      'history: no case with verdict: missing',
      'history: no case with fools: true',
      'histroy: no requirement of x',
    ]);
  });
});

describe('loadRuleTests', () => {
  it.each([
    ['history: [{ name: a, verdict: mett, files: {} }]', /^x.test.yml:1:31: .*'met'/],
    [
      'history:\n  - name: a\n    verdct: met\n    files: {}\n',
      /^x.test.yml:3:5: unknown key 'verdct'; did you mean 'verdict'\?/,
    ],
    ['history: [', /^x.test.yml:1:\d+: not valid YAML/],
  ])('tells the place of a mistake in %j', async (text, expected) => {
    const error: unknown = await loadRuleTests(text, 'x.test.yml').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RuleFileError);
    expect((error as RuleFileError).mistakes).toContainEqual(expect.stringMatching(expected));
  });
});

describe('examplesOf', () => {
  it('takes the marked case, else the first that can be read at a glance, and what fools before what lacks', async () => {
    const tests = await loadRuleTests(
      `a:
  - { name: long, verdict: met, files: { a.py: '${'x'.repeat(2000)}' } }
  - { name: short, verdict: met, files: { a.py: x } }
  - { name: nothing, verdict: missing, files: { a.py: y } }
  - { name: a comment, verdict: missing, fools: true, files: { a.py: '# x' } }
b:
  - { name: first, verdict: met, files: { a.py: x } }
  - { name: chosen, verdict: met, example: true, files: { a.py: x } }
`,
      'x.test.yml',
    );
    expect(examplesOf(tests)).toMatchObject({
      a: { good: { name: 'short' }, bad: { name: 'a comment' } },
      b: { good: { name: 'chosen' }, bad: null },
    });
  });
});
