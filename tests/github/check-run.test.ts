/** Check runs: fifty annotations at a time, one run for every attempt, every limit at its edge. */
import { describe, expect, it } from 'vitest';
import { apiOf } from '../../src/github/api.ts';
import {
  type CheckResult,
  finishCheck,
  giveUpCheck,
  MOST_SUMMARY_BYTES,
  startCheck,
} from '../../src/github/check-run.ts';
import type { Annotation } from '../../src/github/commands.ts';
import { type GitHub, type Setting, startGitHub } from './server.ts';

const HEAD = 'a'.repeat(40);
const NAME = 'Milestone readiness';
const PATCH = 'PATCH /repos/{owner}/{repo}/check-runs';

const apiAt = (github: GitHub) =>
  apiOf({ repository: 'owner/name', server: 'https://github.com', api: github.api }, github.token);

function annotations(count: number): readonly Annotation[] {
  return Array.from({ length: count }, (_, index) => ({
    level: 'warning',
    path: 'a.py',
    line: index + 1,
    title: 'Logging',
    message: `place ${index + 1}`,
  }));
}

async function checked(
  change: Partial<CheckResult> = {},
  setting: Setting = {},
  externalId = `100.1.${NAME}`,
) {
  const github = await startGitHub(setting);
  const run = await startCheck(apiAt(github), { name: NAME, head: HEAD, externalId });
  const result = {
    conclusion: 'neutral',
    title: 'title',
    summary: 'summary',
    annotations: [],
    ...change,
  } as const;
  await finishCheck(apiAt(github), run, result);
  return { github, check: github.store.checks[0], result };
}

describe('annotations', () => {
  it.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [100, 2],
    [101, 3],
  ])('%i of them are sent in %i requests, all of them kept', async (count, requests) => {
    const { github, check } = await checked({ annotations: annotations(count) });
    expect(github.statuses(PATCH)).toEqual(Array.from({ length: requests }, () => 200));
    expect(check?.annotations.map((one) => one.start_line)).toEqual(
      annotations(count).map(({ line }) => line),
    );
    expect(check).toMatchObject({ status: 'completed', output: { title: 'title', summary: 'summary' } });
  });

  it('fifty-one in one request would be refused', async () => {
    const github = await startGitHub();
    const api = apiAt(github);
    const run = await startCheck(api, { name: NAME, head: HEAD, externalId: `1.1.${NAME}` });
    const send = (count: number) =>
      api.ask((octokit) =>
        octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
          ...api.repo,
          check_run_id: run.id,
          output: {
            title: 't',
            summary: 's',
            annotations: annotations(count).map(({ path, line, message }) => {
              return { path, start_line: line, end_line: line, annotation_level: 'notice', message } as const;
            }),
          },
        }),
      );
    await expect(send(50)).resolves.toBeDefined();
    await expect(send(51)).rejects.toThrow('No more than 50 items are allowed; 51 were supplied.');
  });
});

describe('a run that is started anew', () => {
  it('takes up its check run, and repeats no annotation', async () => {
    const { github, result } = await checked({ annotations: annotations(60) });
    const run = await startCheck(apiAt(github), { name: NAME, head: HEAD, externalId: `100.2.${NAME}` });
    expect(github.store.checks[0]).toMatchObject({ status: 'in_progress', conclusion: null });
    await finishCheck(apiAt(github), run, { ...result, annotations: annotations(62), conclusion: 'success' });
    expect(github.store.checks).toHaveLength(1);
    expect(github.store.checks[0]).toMatchObject({ conclusion: 'success', external_id: `100.2.${NAME}` });
    expect(github.store.checks[0]?.annotations).toHaveLength(62);
  });

  it('leaves one that only has the same name', async () => {
    const { github } = await checked({}, {}, 'somebody else');
    await startCheck(apiAt(github), { name: NAME, head: HEAD, externalId: `100.1.${NAME}` });
    expect(github.store.checks).toHaveLength(2);
  });

  it('creates its own where the other belongs to another App', async () => {
    const { github } = await checked();
    github.fail({ route: PATCH, status: 403, message: 'Invalid app_id' });
    await startCheck(apiAt(github), { name: NAME, head: HEAD, externalId: `101.1.${NAME}` });
    expect(github.store.checks).toHaveLength(2);
  });
});

describe('limits', () => {
  const bytes = (count: number) => `${'ü'.repeat(Math.floor(count / 2))}${count % 2 === 1 ? 'x' : ''}`;

  it('a summary as long as is allowed here is taken', async () => {
    const { check } = await checked({ summary: bytes(MOST_SUMMARY_BYTES) });
    expect(check?.output.summary).toHaveLength(MOST_SUMMARY_BYTES / 2);
  });

  it.each<readonly [number, boolean]>([
    [65_535, true],
    [65_536, false],
  ])('a summary of %i bytes is taken: %s', async (count, taken) => {
    const done = checked({ summary: bytes(count) });
    if (taken) await done;
    else await expect(done).rejects.toThrow('summary exceeds a maximum bytesize of 65535');
  });

  it('a title is cut where GitHub would refuse it', async () => {
    const { check } = await checked({ title: 'x'.repeat(300) });
    expect(check?.output.title).toHaveLength(200);
  });
});

it('a check run that is given up is ended, and says why', async () => {
  const github = await startGitHub();
  const run = await startCheck(apiAt(github), { name: NAME, head: HEAD, externalId: `100.1.${NAME}` });
  await giveUpCheck(apiAt(github), run, 'The log says why.');
  expect(github.store.checks[0]).toMatchObject({
    status: 'completed',
    conclusion: 'neutral',
    output: { summary: 'The log says why.' },
  });
});

it('is the same on an enterprise server', async () => {
  const { check } = await checked({ annotations: annotations(1) }, { prefix: '/api/v3' });
  expect(check).toMatchObject({ status: 'completed' });
});
