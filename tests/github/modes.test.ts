/** What the workflow and the project ask for: when to comment, what decides, where the files go. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TASKS } from '../cli/run.ts';
import { runAction } from './runner.ts';
import { type GitHub, startGitHub } from './server.ts';
import { comment } from './store.ts';
import { CHANGE, checkout, type Files, payloadOf, pullOf, type Story, story } from './story.ts';

interface Review {
  readonly github: GitHub;
  readonly run: (
    inputs?: Readonly<Record<string, string>>,
    id?: number,
    attempt?: number,
  ) => ReturnType<typeof runAction>;
  readonly comments: () => readonly string[];
}

async function review(one: Story): Promise<Review> {
  const pull = pullOf(one);
  const github = await startGitHub({ git: one.origin, pulls: [pull] });
  const workspace = checkout(one, one.merge);
  return {
    github,
    run: (inputs = {}, id = 100, attempt = 1) =>
      runAction({
        github,
        event: 'pull_request',
        payload: payloadOf(pull),
        workspace,
        sha: one.merge,
        inputs: { milestone: 'cli-task-manager', ...inputs },
        env: { GITHUB_RUN_ID: String(id), GITHUB_RUN_ATTEMPT: String(attempt) },
      }),
    comments: () => github.store.comments.map(({ body }) => body),
  };
}

const changed = () => review(story());
const unchanged = () => review(story(TASKS, { LICENSE: 'MIT\n' }));
const withConfig = (before: Files, change: Readonly<Record<string, string | null>>) =>
  review(story(before, { ...CHANGE, ...change }));

describe('comment', () => {
  it('on-change: none where nothing changed, one where something did', async () => {
    const [quiet, loud] = [await unchanged(), await changed()];
    await quiet.run();
    expect(quiet.comments()).toEqual([]);
    await loud.run({ comment: 'on-change' });
    expect(loud.comments()).toHaveLength(1);
  });

  it('always: also where nothing changed', async () => {
    const quiet = await unchanged();
    await quiet.run({ comment: 'always' });
    expect(quiet.comments()[0]).toContain('No verdict changed.');
  });

  it('on-failure: only where the gate is not met, and then it says when it is', async () => {
    const loud = await changed();
    await loud.run({ comment: 'on-failure', 'fail-under': '50' });
    expect(loud.comments()).toEqual([]);
    await loud.run({ comment: 'on-failure', 'fail-under': '90' });
    expect(loud.comments()[0]).toContain('Gate not met');
    await loud.run({ comment: 'on-failure', 'fail-under': '50' }, 101);
    expect(loud.comments()).toEqual([expect.stringContaining('The gate is met.')]);
    expect(loud.comments()[0]).not.toContain('Gate not met');
  });

  it('off: none, and one that is there is left alone', async () => {
    const loud = await changed();
    comment(loud.github.store, 'talk', { login: 'ada', type: 'User' });
    await loud.run({ comment: 'off', check: 'off' });
    expect(loud.github.seen).toEqual([]);
  });
});

it('a second run changes what the first one wrote, and adds nothing', async () => {
  const loud = await changed();
  await loud.run({}, 100, 1);
  const before = JSON.stringify(loud.github.store);
  await loud.run({}, 100, 2);
  expect(loud.comments()).toHaveLength(1);
  expect(loud.github.store.checks).toHaveLength(1);
  expect(JSON.stringify(loud.github.store)).toBe(before.replace('"100.1.', '"100.2.'));
});

it('a run that is overtaken leaves the comment to the newer one', async () => {
  const loud = await changed();
  await loud.run({}, 200);
  const [before] = loud.comments();
  const step = await loud.run({ 'fail-under': '90' }, 150);
  expect(loud.comments()).toEqual([before]);
  expect(step.summary).toContain('The comment was left as it is');
});

describe('.milestone.yml', () => {
  const WAIVER = 'waivers:\n  - { requirement: error-handling, reason: later }\n';

  it('is read from the base, and a change to it is called out', async () => {
    const bold = await withConfig(TASKS, { '.milestone.yml': WAIVER });
    const step = await bold.run();
    expect(step.summary).toContain(
      'This pull request changes `.milestone.yml`. The one of its base was used',
    );
    expect(step.summary).not.toContain('waived');
    expect(bold.comments()[0]).toContain('This pull request changes `.milestone.yml`');
  });

  it('of the base counts for both sides', async () => {
    const honest = await withConfig(
      { ...TASKS, '.milestone.yml': `milestone: cli-task-manager\n${WAIVER}` },
      {},
    );
    const step = await honest.run({ milestone: '' });
    expect(step.outputs.milestone).toBe('cli-task-manager');
    expect(step.summary).toContain('waived: later');
    expect(step.summary).not.toContain('This pull request changes');
  });

  it('that is taken away by the pull request still counts', async () => {
    const sly = await withConfig(
      { ...TASKS, '.milestone.yml': 'ignore: [extra.py]\n' },
      { '.milestone.yml': null },
    );
    const step = await sly.run();
    expect(step.summary).toContain('This pull request changes');
    expect(step.summary).toContain('1 file is left out');
  });

  it('of the head is not used where that of the base cannot be read', async () => {
    const one = story({ ...TASKS, '.milestone.yml': WAIVER });
    const payload = payloadOf(pullOf(one));
    const workspace = checkout(one, one.merge, 'one commit');
    const step = await runAction({
      event: 'pull_request',
      payload,
      workspace,
      inputs: { milestone: 'cli-task-manager' },
    });
    expect(step.summary).toContain('`.milestone.yml` was not used');
    expect(step.summary).not.toContain('waived');
  });

  it('brings rules of its own, which a pull request cannot make easier', async () => {
    const rule = (atLeast: number) => `id: own
title: Own rules @octocat
phase: 1
summary: s
requirements:
  - id: history
    title: Many <b>commits</b>
    weight: core
    effort: small
    met: { commits: { atLeast: ${atLeast} } }
    why: w
    fix: f
    learn: [{ title: t, url: "https://example.org/a)![x](https://evil.example/x.png)" }]
`;
    const config = { '.milestone.yml': 'rules: [own.yml]\n', 'own.yml': rule(50) };
    const sly = await withConfig({ ...TASKS, ...config }, { 'own.yml': rule(1) });
    const step = await sly.run({ milestone: '' });
    expect(step.outputs).toMatchObject({ milestone: 'own', met: '0' });
    expect(step.summary).toContain('This pull request changes `own.yml`. The one of its base was used');
    expect(step.summary).not.toMatch(/@octocat|<b>|!\[x\]/);
  });

  it('with a mistake fails the step, with its place', async () => {
    const wrong = await review(story({ ...TASKS, '.milestone.yml': 'ignored: []\n' }));
    const step = await wrong.run();
    expect(step.code).toBe(1);
    expect(step.commands[0]?.data).toContain(
      ".milestone.yml:1:1: unknown key 'ignored'; did you mean 'ignore'?",
    );
  });
});

describe('report-path', () => {
  it('gets the JSON, and every other format beside it', async () => {
    const loud = await changed();
    const folder = join((await loud.run()).temp, 'out');
    const step = await loud.run({ 'report-path': join(folder, 'deep', 'audit.json') });
    expect(step.outputs['report-path']).toBe(join(folder, 'deep', 'audit.json'));
    const files = readdirSync(join(folder, 'deep'));
    expect(files).toEqual(expect.arrayContaining(['audit.json', 'audit.md', 'audit.txt', 'audit.sarif']));
    for (const name of files)
      expect(readFileSync(join(folder, 'deep', name), 'utf8').length).toBeGreaterThan(10);
  });

  it('that cannot be written is a mistake with a hint', async () => {
    const loud = await changed();
    const step = await loud.run({ 'report-path': '/dev/null/audit.json' });
    expect(step.code).toBe(1);
    expect(step.commands[0]?.data).toContain('report-path: cannot write');
  });

  it('is in the temporary folder of the runner where none is given', async () => {
    const step = await (await changed()).run();
    expect(step.outputs['report-path']).toBe(join(step.temp, 'milestone-report', 'report.json'));
    expect(basename(step.outputs['report-path'] ?? '')).toBe('report.json');
    expect(existsSync(step.outputs['report-path'] ?? '')).toBe(true);
  });
});

it('outputs are numbers, words of ours and paths of ours', async () => {
  const { outputs } = await (await changed()).run({ 'fail-under': '50' });
  expect(outputs).toEqual({
    milestone: 'cli-task-manager',
    score: expect.stringMatching(/^\d+(\.\d)?$/),
    'score-high': expect.stringMatching(/^\d+(\.\d)?$/),
    readiness: expect.stringMatching(/^(ready|nearly|on the way|started)$/),
    met: expect.stringMatching(/^\d+$/),
    total: '9',
    better: '1',
    worse: '1',
    gate: 'met',
    attestation: '',
    'report-path': expect.stringContaining('report.json'),
  });
});
