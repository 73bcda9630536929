import { describe, expect, it } from 'vitest';
import { loadMilestone } from '../../src/milestones/load.ts';
import { RuleFileError } from '../../src/milestones/shaped.ts';
import type { Milestone } from '../../src/model.ts';
import { TEST_CHECKS } from './checks.ts';

const requirement = (id: string) => ({
  id,
  title: id.toUpperCase(),
  weight: 'core' as const,
  main: false,
  effort: 'small' as const,
  met: { check: 'plain-thing', parameters: {} },
  partial: null,
  says: null,
  claim: null,
  after: [],
  stack: null,
  drawn: null,
  uncertain: [],
  spoken: [],
  why: 'Because.',
  fix: 'Do it.',
  learn: [],
});
const BASE: Milestone = {
  id: 'blog-api',
  title: 'Blog',
  phase: 2,
  summary: 'A blog.',
  requirements: [requirement('one'), requirement('two'), requirement('three')],
};

const load = (text: string) => loadMilestone(text, 'rules/course.yml', TEST_CHECKS, [BASE]);

async function mistakesOf(text: string): Promise<readonly string[]> {
  const error: unknown = await load(text).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof RuleFileError ? error.mistakes : [];
}

describe('a file that extends another milestone', () => {
  it('changes what it names, leaves out what it is told to, and puts what is new last', async () => {
    const milestone = await load(`id: course
extends: blog-api
title: Our course
without: [two]
requirements:
  - id: three
    weight: optional
  - id: new
    title: New
    weight: high
    effort: small
    met: { counts: { atLeast: 2 } }
    why: Because.
    fix: Do it.
`);
    expect(milestone).toMatchObject({ id: 'course', title: 'Our course', phase: 2, summary: 'A blog.' });
    expect(milestone.requirements.map(({ id, weight }) => [id, weight])).toEqual([
      ['one', 'core'],
      ['three', 'optional'],
      ['new', 'high'],
    ]);
    // What is not named stays as it was; what may be left out of a new one is filled in.
    expect(milestone.requirements[1]).toEqual({ ...requirement('three'), weight: 'optional' });
    expect(milestone.requirements[2]).toMatchObject({ partial: null, claim: null, learn: [] });
  });

  it.each([
    [
      'id: course\nextends: blog-ap\n',
      ["rules/course.yml:2:10: there is no milestone 'blog-ap'; did you mean 'blog-api'?"],
    ],
    [
      'id: course\nextends: blog-api\nwithout: [thre]\n',
      ["rules/course.yml:3:11: 'blog-api' has no requirement 'thre'; did you mean 'three'?"],
    ],
    [
      'id: course\nextends: blog-api\nrequirements:\n  - id: four\n    title: Four\n',
      ["rules/course.yml:4:9: 'four' is new in 'blog-api', so it needs weight, effort, met, why, fix too"],
    ],
    [
      'id: course\nextends: blog-api\nrequirements:\n  - id: one\n    wieght: high\n',
      ["rules/course.yml:5:5: unknown key 'wieght'; did you mean 'weight'?"],
    ],
    [
      'id: course\nextends: blog-api\nrequirements:\n  - id: one\n    met: { none: [plain-thing: true] }\n',
      [expect.stringMatching(/^rules\/course.yml:5:\d+: .*finding nothing is never a pass/)],
    ],
  ])('tells the place of a mistake: %j', async (text, expected) => {
    expect(await mistakesOf(text)).toEqual(expected);
  });
});
