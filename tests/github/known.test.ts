/** What GitHub knows of a commit becomes evidence; what it refuses is told, and neither missing nor met. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/model/measured.ts';
import type { Report } from '../../src/model.ts';
import { CLI, TASKS } from '../cli/run.ts';
import { folderWith, git } from '../repository/git-folder.ts';
import type { Known } from './known-answers.ts';
import { reportOf, runAction } from './runner.ts';
import { type GitHub, startGitHub } from './server.ts';

const CI = `name: CI
on: { push: { branches: [main] }, pull_request: {} }
jobs:
  test:
    runs-on: ubuntu-latest
    steps: [{ uses: actions/checkout@v4 }, { run: pip install -r requirements.txt }, { run: pytest }]
  deploy:
    needs: test
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-latest
    steps: [{ uses: actions/checkout@v4 }, { run: flyctl deploy --remote-only }]
`;
const FILES = {
  'README.md': '# Search\n\nAnswers questions about documents.\n',
  'requirements.txt': 'fastapi\npytest\n',
  'app.py':
    'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/health")\ndef health():\n    return {"status": "ok"}\n',
  'tests/test_app.py': 'from app import health\n\n\ndef test_health():\n    assert health()\n',
  '.github/workflows/ci.yml': CI,
};
const GREEN: Known = {
  homepage: 'https://search.fly.dev',
  topics: ['rag'],
  runs: [
    {
      id: 1,
      path: '.github/workflows/ci.yml',
      conclusion: 'success',
      jobs: [
        ['test', 'success'],
        ['deploy', 'success'],
      ],
    },
  ],
  checks: [
    ['test', 'success'],
    ['deploy', null],
  ],
  deployments: [{ id: 4, environment: 'production', state: 'success', url: 'https://search.fly.dev' }],
  releases: ['v1.0.0'],
  protected: ['test'],
};

async function pushed(known: Known | undefined, before: (github: GitHub) => void = () => {}) {
  const workspace = folderWith(FILES);
  git(workspace, 'init');
  git(workspace, 'add', '--all');
  git(workspace, 'commit', '-q', '-m', 'first');
  const sha = git(workspace, 'rev-parse', 'HEAD').trim();
  const github = await startGitHub({ git: workspace, ...(known === undefined ? {} : { known }) });
  before(github);
  const inputs = { milestone: 'production-deployment', github: 'on' };
  const step = await runAction({ github, event: 'push', payload: { after: sha }, workspace, sha, inputs });
  expect(step).toMatchObject({ code: 0, stderr: '' });
  const report = reportOf(step) as unknown as Report;
  const verdict = (id: string) => {
    return report.milestones.flatMap(({ requirements }) => requirements).find((one) => one.id === id);
  };
  return { report, step, verdict, github };
}

function of(report: Report, what: Measurement['what']) {
  return (report.measured ?? []).filter((one) => one.what === what).map(({ value }) => value);
}

describe('what GitHub knows', () => {
  it('stands in the report, and speaks for the requirements that it is about', async () => {
    const { report, verdict, step } = await pushed(GREEN);
    expect(of(report, 'repository')).toEqual([
      { homepage: 'https://search.fly.dev/', topics: ['rag'], branch: 'main' },
    ]);
    expect(of(report, 'checks')).toMatchObject([{ passed: 1, failed: 0, running: 1 }]);
    expect(of(report, 'pipeline')).toMatchObject([
      {
        path: '.github/workflows/ci.yml',
        conclusion: 'success',
        jobs: [{ name: 'test' }, { name: 'deploy' }],
      },
    ]);
    expect(of(report, 'deployment')).toMatchObject([
      { environment: 'production', state: 'success', production: true },
    ]);
    expect(of(report, 'releases')).toEqual([{ count: 1, latest: 'v1.0.0', on: '2026-04-01' }]);
    expect(of(report, 'protection')).toEqual([{ branch: 'main', protected: true, required: ['test'] }]);
    expect(verdict('ci-cd')).toMatchObject({ verdict: 'met' });
    expect(verdict('ci-cd')?.evidence.filter(({ measured }) => measured)).toHaveLength(1);
    expect(verdict('public-url')).toMatchObject({ verdict: 'met', byFiles: { verdict: 'missing' } });
    expect(verdict('live-url')).toMatchObject({ verdict: 'met' });
    expect(step.summary).toContain('decided by measuring: from the files alone it is missing');
  });

  it('a documented pipeline that is red on the default branch is said so', async () => {
    const runs = [
      { id: 9, path: '.github/workflows/ci.yml', conclusion: 'success', event: 'pull_request' },
      {
        id: 8,
        path: '.github/workflows/ci.yml@main',
        conclusion: 'failure',
        jobs: [['test', 'failure']] as const,
      },
      { id: 7, path: '.github/workflows/ci.yml', conclusion: 'success' },
    ];
    const { verdict, step } = await pushed({ ...GREEN, runs });
    expect(verdict('ci-cd')).toMatchObject({ verdict: 'partial', byFiles: { verdict: 'met' } });
    expect(verdict('ci-cd')?.counterEvidence[0]?.text).toMatch(
      /^the last run of \.github\/workflows\/ci\.yml on main ended in failure: test \(commit ddddddd\)/,
    );
    expect(step.summary).toContain('ended in failure');
  });

  it('the deployment of a pull request is no address of the program', async () => {
    const deployments = [
      { id: 4, environment: 'Preview', state: 'success', url: 'https://x-git-pr.vercel.app' },
    ];
    const { verdict } = await pushed({ deployments });
    expect(verdict('public-url')?.verdict).toBe('missing');
  });

  it('what somebody typed as a homepage is an address, or nothing', async () => {
    const { report, verdict } = await pushed({ homepage: 'javascript:alert(1)' });
    expect(of(report, 'repository')).toMatchObject([{ homepage: null }]);
    expect(verdict('public-url')?.verdict).toBe('missing');
  });
});

describe('what GitHub refuses', () => {
  it('is told with the reason, and takes nothing away that the files show', async () => {
    const { report, verdict } = await pushed(GREEN, (github) => {
      for (const route of ['/actions/runs', '/deployments', '/branches/', '/releases'])
        github.fail({ route, status: 403, message: 'Resource not accessible by integration', times: 9 });
    });
    const refused = { unmeasured: 'the token may not read it' };
    for (const what of ['pipeline', 'deployment', 'protection', 'releases'] as const)
      expect(of(report, what)).toEqual([refused]);
    expect(of(report, 'repository')).toMatchObject([{ branch: 'main' }]);
    expect(verdict('ci-cd')).toMatchObject({ verdict: 'met' });
  });

  it('a limit of requests', async () => {
    const { report } = await pushed(GREEN, (github) => {
      const headers = {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
      };
      github.fail({
        route: '/deployments',
        status: 403,
        message: 'API rate limit exceeded',
        headers,
        times: 9,
      });
    });
    expect(of(report, 'deployment')).toEqual([{ unmeasured: 'the limit of requests to GitHub is reached' }]);
  });

  it('everything', async () => {
    const { report, verdict } = await pushed(undefined);
    expect(report.measured).toMatchObject([
      { what: 'repository', value: { unmeasured: expect.any(String) } },
    ]);
    expect(verdict('ci-cd')).toMatchObject({ verdict: 'met' });
    expect(verdict('ci-cd')?.byFiles).toBeUndefined();
  });
});

describe('audit OWNER/REPO@REF', () => {
  async function audited(words: readonly string[], github: GitHub, token = true) {
    const env = {
      PATH: process.env.PATH ?? '',
      GITHUB_API_URL: github.api,
      GITHUB_SERVER_URL: 'http://127.0.0.1:9',
      ...(token ? { GITHUB_TOKEN: github.token } : {}),
    };
    const run = promisify(execFile)(process.execPath, [CLI, 'audit', ...words, '-f', 'json'], { env });
    return run.then(
      ({ stdout, stderr }) => ({ code: 0, report: JSON.parse(stdout) as Report, stderr }),
      (error: { code: number; stderr: string }) => ({ code: error.code, report: null, stderr: error.stderr }),
    );
  }

  async function onGitHub() {
    const folder = folderWith(TASKS);
    git(folder, 'init', '-b', 'main');
    git(folder, 'add', '--all');
    git(folder, 'commit', '-q', '-m', 'first');
    git(folder, 'tag', 'v1');
    const first = git(folder, 'rev-parse', 'HEAD').trim();
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'second');
    const second = git(folder, 'rev-parse', 'HEAD').trim();
    return { github: await startGitHub({ git: folder, known: GREEN }), first, second };
  }

  it('reads the branch, tag or commit by the API, with what GitHub knows of it', async () => {
    const { github, first, second } = await onGitHub();
    for (const [ref, revision] of [
      ['', second],
      ['@v1', first],
      ['@main', second],
      [`@${first}`, first],
    ] as const) {
      const { report, code } = await audited([`owner/name${ref}`], github);
      expect(code).toBe(0);
      expect(report?.repository).toMatchObject({ name: 'owner/name', revision });
      expect(report?.measured?.map(({ what }) => what)).toContain('pipeline');
    }
  });

  it('asks nobody with --offline, and tells a revision that there is not', async () => {
    const { github } = await onGitHub();
    expect(await audited(['owner/name', '--offline'], github)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--offline asks nobody'),
    });
    expect(github.seen).toEqual([]);
    expect(await audited(['owner/name@none'], github)).toMatchObject({ code: 2 });
  });
});
