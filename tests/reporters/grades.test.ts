/** Points for GitHub Classroom, Classroom 50 and Gradescope. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { submissionIn } from '../../src/commands/submission.ts';
import type { Report } from '../../src/model.ts';
import { reportClassroom } from '../../src/reporters/classroom.ts';
import { reportClassroom50 } from '../../src/reporters/classroom50.ts';
import { reportGradescope } from '../../src/reporters/gradescope.ts';
import { scoreOf } from '../../src/score.ts';
import { commandsIn } from '../github/commands.ts';
import { milestone, report, requirement } from './report.ts';

/** Core met 3, core partial 1.5 of 3, high missing 0 of 2, optional unverifiable 0 of 1. */
function graded(cap: string | null = null): Report {
  const one = milestone();
  return report({ milestones: [{ ...one, score: scoreOf(one.requirements, cap) }] });
}

const whole = z.int().min(0);

describe('GitHub Classroom', () => {
  const RESULT = z.strictObject({
    version: z.literal(1),
    status: z.enum(['pass', 'fail', 'error']),
    max_score: z.number(),
    tests: z.array(
      z.strictObject({
        name: z.string().min(1),
        status: z.enum(['pass', 'fail', 'error']),
        score: z.number(),
        message: z.string(),
        line_no: whole.optional(),
      }),
    ),
  });
  const read = (one: Report) => RESULT.parse(JSON.parse(reportClassroom(one)));
  const sum = (one: Report) => read(one).tests.reduce((total, test) => total + test.score, 0);

  it('has a test per requirement, whose scores add up', () => {
    const result = read(graded());
    expect(result).toMatchObject({ status: 'fail', max_score: 9 });
    expect(result.tests.map(({ status, score }) => [status, score])).toEqual([
      ['fail', 1.5],
      ['fail', 0],
      ['pass', 3],
      ['fail', 0],
    ]);
    expect(sum(graded())).toBe(4.5);
  });

  it('adds up to less where a secret holds the score down', () => {
    const all = milestone({ requirements: [requirement(), requirement({ id: 'b' })] });
    const held = report({
      milestones: [{ ...all, score: scoreOf(all.requirements, 'a secret is committed') }],
    });
    expect(sum(held)).toBeCloseTo(3.6);
    expect(read(held)).toMatchObject({ status: 'fail' });
    expect(read(held).tests.at(-1)).toMatchObject({
      score: expect.closeTo(-2.4),
      message: 'a secret is committed',
    });
  });

  it('passes where everything is met', () => {
    const all = milestone({ requirements: [requirement()] });
    expect(read(report({ milestones: [{ ...all, score: scoreOf(all.requirements) }] })).status).toBe('pass');
  });
});

describe('Classroom 50', () => {
  const ENV = {
    CLASSROOM: 'cs-test',
    ASSIGNMENT: 'blog',
    ASSIGNMENT_TYPE: 'group',
    USERNAME: 'ada',
    SUBMISSION_TAG: 'submit/2026-06-01T14-32-05Z-a1b2c3d',
    COMMIT_URL: 'https://github.com/o/n/commit/a',
    RELEASE_URL: 'https://github.com/o/n/releases/a',
  };
  const RESULT = z.strictObject({
    schema: z.literal('classroom50/result/v1'),
    classroom: z.string().min(1),
    assignment: z.string().min(1),
    assignment_type: z.enum(['individual', 'group']),
    owner: z.string().min(1),
    submission: z.string().startsWith('submit/'),
    commit: z.string().min(1),
    release: z.string().min(1),
    review: z.string().min(1),
    datetime: z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/),
    score: whole,
    'max-score': whole,
    tests: z.array(
      z.object({ 'test-name': z.string().min(1), passed: z.boolean(), score: whole, 'max-score': whole }),
    ),
  });

  it('has whole points, twice as many, and the identity that its runner tells', () => {
    const submission = submissionIn(ENV);
    const result = RESULT.parse(
      JSON.parse(reportClassroom50(graded(), submission === null ? {} : { submission })),
    );
    expect(result).toMatchObject({
      score: 9,
      'max-score': 18,
      owner: 'ada',
      datetime: '2026-06-01T14:32:05Z',
    });
    expect(result.tests.map((one) => one.score)).toEqual([3, 0, 6, 0]);
    for (const one of result.tests) expect(one.score).toBeLessThanOrEqual(one['max-score']);
  });

  it('leaves the identity out where nobody tells it', () => {
    expect(submissionIn({ ...ENV, SUBMISSION_TAG: 'v1' })).toBeNull();
    expect(submissionIn({})).toBeNull();
    expect(JSON.parse(reportClassroom50(graded(), {}))).not.toHaveProperty('owner');
  });
});

describe('Gradescope', () => {
  const RESULT = z.strictObject({
    score: z.number().min(0),
    output: z.string(),
    output_format: z.enum(['text', 'html', 'simple_format', 'md', 'ansi']),
    visibility: z.enum(['hidden', 'after_due_date', 'after_published', 'visible']),
    stdout_visibility: z.enum(['hidden', 'visible']),
    tests: z.array(
      z.strictObject({
        number: z.string(),
        name: z.string(),
        name_format: z.literal('text'),
        score: z.number(),
        max_score: z.number(),
        status: z.enum(['passed', 'failed']),
        output: z.string(),
        output_format: z.literal('text'),
        visibility: z.literal('visible'),
        tags: z.array(z.string()),
      }),
    ),
    extra_data: z.record(z.string(), z.unknown()),
  });

  it('has the score and a test per requirement', () => {
    const result = RESULT.parse(JSON.parse(reportGradescope(graded())));
    expect(result.score).toBe(4.5);
    expect(result.output).toContain('CLI Task Manager: 50–61 %, on the way.');
    expect(result.tests[1]).toMatchObject({
      name: 'Type hints throughout',
      score: 0,
      max_score: 2,
      status: 'failed',
      output:
        'claimed in the README, not found (README.md:3: “Tasks in the terminal, with type hints.”); 9 of 34 functions say their types',
    });
  });

  it('says what holds the score down', () => {
    const all = milestone({ requirements: [requirement()] });
    const held = report({ milestones: [{ ...all, score: scoreOf(all.requirements, 'a secret') }] });
    const result = RESULT.parse(JSON.parse(reportGradescope(held)));
    expect(result).toMatchObject({ score: 1.8, output: expect.stringContaining('held down: a secret.') });
  });
});

it('no message is a command to the job that prints it', () => {
  const evil = '##[add-mask]x\n::error::forged\u001b[2J';
  const hostile = requirement({
    verdict: 'missing',
    lookedFor: evil,
    evidence: [{ path: evil, line: 1, text: 'x' }],
  });
  const held = requirement({ verdict: 'met', evidence: [{ path: '::error::x', line: 1, text: '' }] });
  const one = report({ milestones: [milestone({ requirements: [hostile, held] })] });
  for (const text of [reportClassroom(one), reportGradescope(one), reportClassroom50(one, {})]) {
    const { tests } = JSON.parse(text) as { tests: readonly { message?: string; output?: string }[] };
    for (const { message = '', output = '' } of tests)
      expect(commandsIn(`${message}\n${output}`)).toEqual([]);
  }
});
