import { describe, expect, it } from 'vitest';
import { type AuditRequest, audit } from '../src/audit.ts';
import type { Condition, Milestone, Report, Requirement } from '../src/model.ts';
import { repositoryOf } from '../src/repository/memory.ts';
import { reading } from './support/program.ts';

function requirement(id: string, met: Condition, change: Partial<Requirement> = {}): Requirement {
  return {
    id,
    title: id,
    weight: 'core',
    main: false,
    effort: 'small',
    met,
    partial: null,
    says: null,
    claim: null,
    after: [],
    stack: null,
    drawn: null,
    uncertain: [],
    spoken: [],
    why: 'why',
    fix: 'fix',
    learn: [],
    ...change,
  };
}

function milestone(id: string, requirements: readonly Requirement[]): Milestone {
  return { id, title: `The ${id}`, phase: 1, summary: '', requirements };
}

const LOGGER: Condition = {
  check: 'logger',
  parameters: { configured: false, called: true, diagnosticPrints: true },
};
const UNKNOWN: Condition = { check: 'no-such-check', parameters: {} };
const TABLE = [
  milestone('portfolio', [requirement('unknown', UNKNOWN)]),
  milestone('cli-task-manager', [requirement('logging', LOGGER, { claim: { what: 'logging' } })]),
];

const FILES = {
  'README.md': '# Tasks\n\nTasks in the terminal, with logging.\n',
  'tasks.py': 'import json\nprint(json.dumps([]))\n',
};

function run(files: Readonly<Record<string, string>>, change: Partial<AuditRequest> = {}): Promise<Report> {
  return audit(repositoryOf({ files }), {
    milestones: TABLE,
    milestoneId: 'cli-task-manager',
    reading,
    tool: { name: 'milestone-auditor', version: '0', program: '0123456789ab', rules: 'test' },
    ...change,
  });
}

describe('the walk', () => {
  it('judges the milestone first and the portfolio always after it', async () => {
    const report = await run(FILES);
    expect(report.milestones.map((one) => one.id)).toEqual(['cli-task-manager', 'portfolio']);
    const alone = await run(FILES, { milestoneId: 'portfolio' });
    expect(alone.milestones.map((one) => one.id)).toEqual(['portfolio']);
  });

  it('marks what the README claims, and never takes a claim for a proof', async () => {
    const [first] = (await run(FILES)).milestones;
    expect(first?.requirements[0]).toMatchObject({
      claimed: true,
      unkept: true,
      claim: { path: 'README.md', line: 3, text: 'Tasks in the terminal, with logging.' },
      verdict: 'missing',
    });
  });

  it('leaves open what a rule cannot ask, and counts it as undecided', async () => {
    const portfolio = (await run(FILES)).milestones[1];
    expect(portfolio?.requirements[0]?.verdict).toBe('unverifiable');
    expect(portfolio?.score).toMatchObject({ decided: 0, low: 0, high: 1 });
  });

  it('calls nothing complete whose main job is not there, and leaves it open where nobody says what it is', async () => {
    const whole = requirement('complete', { check: 'complete', parameters: { places: 'none' } });
    const milestones = (main: boolean) => [
      milestone('cli-task-manager', [requirement('logging', LOGGER, { main })]),
      milestone('portfolio', [whole]),
    ];
    const verdict = async (main: boolean, milestoneId = 'cli-task-manager') =>
      (await run(FILES, { milestones: milestones(main), milestoneId })).milestones.at(-1)?.requirements[0];
    expect(await verdict(true)).toMatchObject({
      verdict: 'missing',
      counterEvidence: [{ text: 'its main job is not there: logging' }],
    });
    expect(await verdict(false)).toMatchObject({ verdict: 'met', confidence: 'low' });
    expect(await verdict(true, 'portfolio')).toMatchObject({ verdict: 'met' });
  });

  it('gives the same report for the same files', async () => {
    expect(JSON.stringify(await run(FILES))).toBe(JSON.stringify(await run(FILES)));
  });

  it('names the languages of the application, the commonest first', async () => {
    const report = await run({ ...FILES, 'a.ts': 'export const a = 1;\n', 'b.py': 'x = 1\n'.repeat(9) });
    expect(report.repository.languages).toEqual(['python', 'typescript']);
  });

  it('says what could not be read, and goes on', async () => {
    const report = await run({ ...FILES, 'broken.py': 'def broken(:\n    pass\n' });
    expect(report.notes).toContainEqual(expect.objectContaining({ path: 'broken.py' }));
    expect(report.milestones).toHaveLength(2);
  });

  it('reads nothing into an empty repository', async () => {
    const report = await run({});
    expect(report.milestones[0]?.requirements[0]?.verdict).toBe('missing');
    expect(report.repository.languages).toEqual([]);
  });
});

describe('which milestone', () => {
  const TASKS = {
    'README.md': '# Todo CLI\n\nA command-line task manager.\n',
    'todo.py': 'import argparse\n\nparser = argparse.ArgumentParser()\n',
  };

  it('is recognised on demand, and says how', async () => {
    const { recognition, milestones } = await run(TASKS, { milestoneId: 'auto' });
    expect(recognition?.milestone).toBe('cli-task-manager');
    expect(recognition?.candidates[0]?.signals).toContain('argparse');
    expect(milestones[0]?.id).toBe('cli-task-manager');
  });

  it('is not recognised when it is named', async () => {
    expect((await run(TASKS)).recognition).toBeNull();
  });

  const refusals: readonly (readonly [string, string, Readonly<Record<string, string>>, RegExp])[] = [
    ['an unknown id', 'cli-task-manger', TASKS, /There is no milestone 'cli-task-manger'/],
    ['an id without rules', 'rag-system', TASKS, /no rules for 'rag-system' yet/],
    [
      'recognised, without rules',
      'auto',
      { 'README.md': '# Iris classifier\n\nmachine learning\n' },
      /looks like 'ml-api'/,
    ],
  ];
  it('with nothing to go by is refused with those that its code comes nearest to', async () => {
    const files = { 'app.py': 'import logging\n\nlogging.basicConfig()\nlogging.info("started")\n' };
    await expect(run(files, { milestoneId: 'auto' })).rejects.toMatchObject({
      message: expect.stringMatching(/^Cannot tell which milestone this is: nothing in its name/),
      hint: expect.stringMatching(/nearest to cli-task-manager \(\d+ %\)\. .*--milestone ID/),
      exitCode: 3,
    });
  });

  it.each(refusals)('%s is refused with a hint', async (_, milestoneId, files, message) => {
    await expect(run(files, { milestoneId })).rejects.toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringContaining('cli-task-manager'),
      exitCode: 2,
    });
  });
});
