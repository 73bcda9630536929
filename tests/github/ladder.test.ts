/** What happens where GitHub refuses: the next channel speaks, one sentence says what would help, the verdict stands. */
import { describe, expect, it } from 'vitest';
import { type Job, runAction } from './runner.ts';
import { type Fault, type GitHub, type Setting, startGitHub, TOKEN } from './server.ts';
import type { PullRequest } from './store.ts';
import { checkout, payloadOf, pullOf, type Story, story } from './story.ts';

interface Scene {
  readonly setting?: Setting;
  readonly pull?: Partial<PullRequest>;
  readonly faults?: readonly Fault[];
  readonly job?: Partial<Job>;
}

let shared: { readonly one: Story; readonly workspace: string } | undefined;

async function play({ setting = {}, pull: change = {}, faults = [], job = {} }: Scene = {}) {
  const one = shared?.one ?? story();
  shared ??= { one, workspace: checkout(one, one.merge) };
  const pull = pullOf(one, change);
  const github = await startGitHub({ git: one.origin, pulls: [pull], ...setting });
  for (const fault of faults) github.fail(fault);
  const { inputs, ...rest } = job;
  const step = await runAction({
    github,
    event: 'pull_request',
    payload: payloadOf(pull),
    workspace: shared.workspace,
    sha: one.merge,
    ...rest,
    inputs: { milestone: 'cli-task-manager', ...inputs },
  });
  return { github, step };
}

const writes = ({ seen }: GitHub): readonly string[] =>
  seen
    .filter(({ route }) => !route.startsWith('GET'))
    .map(({ route, status }) => `${status} ${route.split('{repo}')[1]}`);
const warnings = (step: {
  commands: readonly { name: string; properties: Readonly<Record<string, string>> }[];
}) => step.commands.filter(({ name }) => name === 'warning').map(({ properties }) => properties.file);

describe('what the token may', () => {
  it('everything: check run and comment, no command in the log', async () => {
    const { github, step } = await play();
    expect(writes(github)).toEqual([
      '201 /check-runs',
      '200 /check-runs/{check_run_id}',
      '201 /issues/{issue_number}/comments',
    ]);
    expect(step.commands).toEqual([]);
    expect(step.summary).not.toContain('[!NOTE]');
  });

  it('no check run: annotations go to the log, and a sentence names the permission', async () => {
    const { github, step } = await play({ setting: { write: ['comments'] } });
    expect(step.code).toBe(0);
    expect(warnings(step)).toEqual(['extra.py']);
    const sentence = 'There is no check run: the token may not write one. Add `checks: write`';
    expect(step.summary).toContain(sentence);
    expect(github.store.comments[0]?.body).toContain(sentence);
  });

  it('no comment: the summary says which permission is missing', async () => {
    const { github, step } = await play({ setting: { write: ['checks'] } });
    expect(step.code).toBe(0);
    expect(github.store.checks[0]).toMatchObject({ status: 'completed' });
    expect(step.summary).toContain(
      'There is no comment: the token may not write one. Add `pull-requests: write`',
    );
    expect(step.commands).toEqual([]);
  });

  it('nothing: summary, annotations and log', async () => {
    const { step } = await play({ setting: { write: [] } });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('checks: write');
    expect(step.summary).toContain('pull-requests: write');
    expect(step.stdout).toContain('Note: There is no comment');
    expect(warnings(step)).toEqual(['extra.py']);
  });

  it('a wrong token is like one without rights', async () => {
    const { step } = await play({ job: { inputs: { token: 'another' } } });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('checks: write');
  });

  it('no token: nothing is asked', async () => {
    const { github, step } = await play({ job: { inputs: { token: '' } } });
    expect(step.code).toBe(0);
    expect(github.seen).toEqual([]);
    expect(step.summary).toContain('65 % → 71 %');
  });
});

describe('a token that can only read', () => {
  it.each<readonly [string, Scene, string]>([
    ['a fork', { pull: { from: 'stranger/name', label: 'stranger:change' } }, 'comes from a fork'],
    ['a fork that is gone', { pull: { from: null } }, 'comes from a fork'],
    ['Dependabot', { job: { env: { GITHUB_ACTOR: 'dependabot[bot]' } } }, 'Dependabot started this run'],
  ])('%s: nothing is tried, and it is said why', async (_, scene, sentence) => {
    const { github, step } = await play({ setting: { write: [] }, ...scene });
    expect(step.code).toBe(0);
    expect(writes(github)).toEqual([]);
    expect(step.summary).toContain(sentence);
    expect(step.summary).toContain('65 % → 71 %');
    expect(warnings(step)).toEqual(['extra.py']);
  });
});

describe('GitHub has trouble', () => {
  const CREATE = 'POST /repos/{owner}/{repo}/check-runs';
  const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const FINISH = 'PATCH /repos/{owner}/{repo}/check-runs';

  it.each([CREATE, COMMENT])('%s: an answer that is lost makes nothing twice', async (route) => {
    const { github, step } = await play({ faults: [{ route, status: 502, afterwards: true }] });
    expect(step.code).toBe(0);
    expect(github.store.comments).toHaveLength(1);
    expect(github.store.checks).toHaveLength(1);
    expect(github.store.checks[0]?.annotations).toHaveLength(1);
    expect(github.statuses(route)).toEqual([502]);
  });

  it('annotations whose answer is lost are not sent twice, and the check run ends', async () => {
    const { github } = await play({ faults: [{ route: FINISH, status: 502, afterwards: true }] });
    expect(github.store.checks[0]).toMatchObject({ status: 'completed', conclusion: 'neutral' });
    expect(github.store.checks[0]?.annotations).toHaveLength(1);
  });

  it('a question that was not heard is asked again', async () => {
    const { github, step } = await play({ faults: [{ route: COMMENT, status: 503 }] });
    expect(github.statuses(COMMENT)).toEqual([503, 201]);
    expect(step.summary).not.toContain('[!NOTE]');
  });

  it.each([
    [429, { 'retry-after': '1' }, 'secondary rate limit'],
    [403, { 'retry-after': '1' }, 'no'],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, 'API rate limit exceeded'],
  ])('a limit (%i, %j, %s) is waited for', async (status, headers, message) => {
    const { github } = await play({
      faults: [{ route: COMMENT, status, headers, message }],
    });
    expect(github.statuses(COMMENT)).toEqual([status, 201]);
  });

  it('a limit that lasts longer than a job may hang is not waited for', async () => {
    const { github, step } = await play({
      faults: [{ route: COMMENT, status: 429, headers: { 'retry-after': '900' } }],
    });
    expect(github.statuses(COMMENT)).toEqual([429]);
    expect(step.summary).toContain('There is no comment: the limit of requests to GitHub is reached');
  });

  it('what GitHub refuses is told in its own words, made harmless', async () => {
    const message = 'Validation Failed: @octocat ##[error]no <b>';
    const { step } = await play({ faults: [{ route: COMMENT, status: 422, message }] });
    expect(step.summary).toContain('There is no comment: GitHub refused it (422: ');
    expect(step.summary).not.toMatch(/@octocat|<b>/);
    expect(step.commands).toEqual([]);
  });

  it('a check run that cannot be finished is ended as neutral, never left in progress', async () => {
    const { github, step } = await play({ faults: [{ route: FINISH, status: 422, message: 'no' }] });
    expect(step.code).toBe(0);
    expect(github.store.checks[0]).toMatchObject({
      status: 'completed',
      conclusion: 'neutral',
      output: { title: 'Could not be published' },
    });
    expect(step.summary).toContain('There is no check run: GitHub refused it');
    expect(warnings(step)).toEqual(['extra.py']);
  });

  it('nobody answers: the audit ends all the same, and soon', async () => {
    const { step } = await play({ job: { env: { GITHUB_API_URL: 'http://127.0.0.1:9' } } });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('There is no check run: GitHub did not answer');
    expect(step.summary).toContain('65 % → 71 %');
  });
});

it('a run that is cancelled leaves no check run in progress', async () => {
  let cancel = (): void => {};
  const cancelled = new Promise<void>((resolve) => {
    cancel = resolve;
  });
  const slow: Fault = { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}', status: 200, after: 60_000 };
  const finish = 'PATCH /repos/{owner}/{repo}/check-runs';
  const playing = play({ faults: [slow, { route: finish, status: 502, times: 2 }], job: { cancelled } });
  setTimeout(cancel, 1500);
  const { github, step } = await playing;
  expect(step.code).toBe(130);
  expect(github.store.checks[0]).toMatchObject({ status: 'completed', conclusion: 'neutral' });
});

describe('the exit code is the verdict of the gate', () => {
  it('whatever can be published', async () => {
    const inputs = { 'fail-under': '90', require: 'json-storage, logging' };
    const fine = await play({ setting: { write: [] }, job: { inputs: { 'fail-under': '60' } } });
    expect(fine.step).toMatchObject({ code: 0, outputs: { gate: 'met' } });
    const broken = await play({ job: { inputs } });
    expect(broken.step).toMatchObject({ code: 1, outputs: { gate: 'not met' } });
    expect(broken.github.store.checks[0]).toMatchObject({ conclusion: 'failure' });
    expect(broken.github.store.comments[0]?.body).toContain(
      'Gate not met: cli-task-manager scores 71.2 %, below 90 %',
    );
    expect(broken.step.commands.filter(({ name }) => name === 'error')).toHaveLength(1);
    const silent = await play({ setting: { write: [] }, job: { inputs } });
    expect(silent.step.code).toBe(1);
  });

  it('a mistake of the user fails the step with a hint, and ends the check run', async () => {
    const { github, step } = await play({ job: { inputs: { require: 'loging' } } });
    expect(step.code).toBe(1);
    expect(step.commands).toEqual([
      expect.objectContaining({ name: 'error', data: expect.stringContaining("Did you mean 'logging'?") }),
    ]);
    expect(github.store.checks[0]).toMatchObject({ status: 'completed', conclusion: 'neutral' });
  });

  it.each([
    ['comment', 'sometimes', 'one of: always, on-change, on-failure, off'],
    ['annotations', '-1', 'a whole number from 0 to 500'],
    ['path', '../elsewhere', 'a path below the workspace'],
    ['fail-under', 'eighty', 'a number from 0 to 100'],
  ])('input %s: %s', async (name, value, hint) => {
    const { github, step } = await play({ job: { inputs: { [name]: value } } });
    expect(step.code).toBe(1);
    expect(step.commands[0]).toMatchObject({ name: 'error', data: expect.stringContaining(hint) });
    expect(github.seen).toEqual([]);
  });
});

it('the token is in nothing that is written', async () => {
  const { github, step } = await play({ setting: { write: [] } });
  const texts = [
    step.stdout,
    step.stderr,
    step.summary,
    JSON.stringify(step.outputs),
    JSON.stringify(github.store),
  ];
  expect(texts.join('')).not.toContain(TOKEN);
});
