/** A class on GitHub, on loopback: what is there, what is not, what moved, and a limit that is reached half-way. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CohortReport } from '../../src/model/cohort.ts';
import { CLI, emptyFolder, type Run, repository, TASKS } from '../cli/run.ts';
import { type ClassRoom, type GitHubOnLoopback, startClass } from './cohort-github.ts';

const ROSTER =
  'identifier,github_username,name\n1,ada,Ada\n2,bob,Bob\n3,cy,Cy\n4,dan,Dan\n5,eve,Eve\n6,fay,Fay\n';
const WORDS = ['--org', 'class', '--prefix', 'tasks-', '--roster', 'roster.csv', '-m', 'cli-task-manager'];

let ada: string;
let bob: string;
beforeAll(() => {
  ada = repository({
    ...TASKS,
    '.gitattributes': 'secret.py export-ignore\n',
    'secret.py': 'x: int = 1\n',
    'logo.png': 'no picture',
  });
  bob = repository({ ...TASKS, 'README.md': '# Bob\n' });
});

/** Dan's is forbidden, Eve's is empty, Cy's is called otherwise now, Fay has none, and one is nobody's. */
const room = (): ClassRoom => ({
  repositories: {
    'class/tasks-ada': ada,
    'class/tasks-bob': bob,
    'class/cy-renamed': bob,
    'class/tasks-nobody': ada,
  },
  renamed: { 'class/tasks-cy': 'class/cy-renamed' },
  forbidden: ['class/tasks-dan'],
  empty: ['class/tasks-eve'],
});

async function classOf(change: Partial<ClassRoom> = {}): Promise<GitHubOnLoopback> {
  const github = await startClass({ ...room(), ...change });
  onTestFinished(github.close);
  return github;
}

/** Not `spawnSync`: GitHub answers from this process. */
function run(words: readonly string[], cwd: string, { address }: GitHubOnLoopback): Promise<Run> {
  return new Promise((resolve) => {
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: cwd,
      LANG: 'C.UTF-8',
      GITHUB_TOKEN: 'of-a-test',
      GITHUB_API_URL: address,
    };
    const child = spawn(process.execPath, [CLI, 'cohort', ...words], { cwd, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function desk(): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'roster.csv'), ROSTER.replace('3,cy,Cy', '3,cy,Cy'));
  return cwd;
}

const outcomes = ({ stdout }: Run) =>
  Object.fromEntries(
    (JSON.parse(stdout) as CohortReport).sheets.flatMap(({ rows }) =>
      rows.map(({ learner, outcome }) => [learner.name, outcome]),
    ),
  );

describe('an organisation', () => {
  it('gives everybody a row: judged, forbidden, empty, without one; and names what is nobody’s', async () => {
    const github = await classOf();
    const done = await run([...WORDS, '-f', 'json'], desk(), github);
    expect(outcomes(done)).toMatchObject({
      Ada: {
        kind: 'judged',
        repository: { name: 'class/tasks-ada', url: 'https://github.com/class/tasks-ada' },
      },
      Bob: { kind: 'judged' },
      Cy: { kind: 'absent', reason: 'there is no repository' },
      Dan: {
        kind: 'failed',
        reason: expect.stringContaining('forbidden (403)'),
        hint: expect.stringContaining('rights'),
      },
      Eve: { kind: 'absent', reason: 'the repository is empty' },
      Fay: { kind: 'absent', reason: 'there is no repository' },
    });
    expect((JSON.parse(done.stdout) as CohortReport).strays).toEqual(['class/tasks-nobody']);
    expect(done.code).toBe(1);
  });

  it('costs three questions a repository, and none that counts where nothing changed', async () => {
    const github = await classOf();
    const cwd = desk();
    const first = await run([...WORDS, '-f', 'json'], cwd, github);
    // What .gitattributes keeps out of the archive is asked for by itself.
    const of = (name: string): readonly string[] =>
      github.asked
        .filter((one) => one.includes(`/class/${name}/`))
        .map((one) => one.replace(/[0-9a-f]{40}/, 'ID'));
    expect(of('tasks-bob')).toEqual([
      '200 /repos/class/tasks-bob/commits',
      '200 /repos/class/tasks-bob/git/trees/ID',
      '200 /repos/class/tasks-bob/tarball/ID',
    ]);
    expect(of('tasks-ada').filter((one) => one.includes('/git/blobs/'))).toHaveLength(1);
    const before = github.asked.length;
    const again = await run([...WORDS, '-f', 'json'], cwd, github);
    expect(again.stdout).toBe(first.stdout);
    expect(again.stderr).toMatch(/2 of them as before/);
    expect(github.asked.slice(before).filter((one) => one.includes('tasks-bob'))).toEqual([
      '304 /repos/class/tasks-bob/commits',
    ]);
  });

  it('asks anew where a tag stands for other rules', async () => {
    const github = await classOf();
    const cwd = desk();
    await run([...WORDS, '-f', 'json'], cwd, github);
    const before = github.asked.length;
    await run([...WORDS.slice(0, -1), 'blog-api', '-f', 'json'], cwd, github);
    expect(github.asked.slice(before)).toContain('200 /repos/class/tasks-bob/commits');
  });

  it('is the same without archives, and the same as the folders', async () => {
    const [with_, without] = await Promise.all([classOf(), classOf({ archives: false })]);
    const [one, other] = await Promise.all([
      run([...WORDS, '-f', 'json'], desk(), with_),
      run([...WORDS, '-f', 'json'], desk(), without),
    ]);
    expect(other.stdout).toBe(one.stdout);
    expect(without.asked.some((asked) => asked.includes('/git/blobs/'))).toBe(true);
  });

  it('waits as long as GitHub asks when the limit is reached half-way, says so, and loses nobody', async () => {
    const github = await classOf({ limit: 5, pause: 2 });
    const done = await run([...WORDS, '-f', 'json'], desk(), github);
    expect(done.stderr).toMatch(/^GitHub asks to wait 2 s; \d of 6 done$/m);
    const free = await classOf();
    expect(done.stdout).toBe((await run([...WORDS, '-f', 'json'], desk(), free)).stdout);
    expect(github.asked.filter((one) => one.startsWith('403') && !one.includes('tasks-dan'))).toHaveLength(1);
  });

  it('that does not exist is told before anything else', async () => {
    const done = await run(['--org', 'nobody', '-m', 'cli-task-manager'], desk(), await classOf());
    expect(done).toMatchObject({ code: 2, stderr: expect.stringContaining('no such organisation or user') });
  });
});

describe('a roster that names repositories', () => {
  it('follows a renamed one and says what it is called now; one that is gone is not submitted', async () => {
    const cwd = desk();
    writeFileSync(join(cwd, 'roster.csv'), 'name,repository\nCy,class/tasks-cy\nGil,class/gone\n');
    const done = await run(['roster.csv', '-m', 'cli-task-manager', '-f', 'json'], cwd, await classOf());
    expect(outcomes(done)).toMatchObject({
      Cy: { kind: 'judged', repository: { renamed: 'class/cy-renamed' } },
      Gil: { kind: 'absent', reason: expect.stringContaining('no such repository') },
    });
  });
});

describe('a shard that is killed', () => {
  it('is named with its learners, and what it had done is not done again when it is run once more', async () => {
    const github = await classOf({ limit: 9, pause: 30 });
    const cwd = desk();
    await run(['plan', ...WORDS, '--shards', '1', '-o', 'plan.json'], cwd, github);
    const part = join(cwd, 'part.jsonl');
    await new Promise<void>((resolve) => {
      const env = {
        PATH: process.env.PATH ?? '',
        HOME: cwd,
        GITHUB_TOKEN: 'of-a-test',
        GITHUB_API_URL: github.address,
      };
      const child = spawn(
        process.execPath,
        [CLI, 'cohort', 'audit', '--plan', 'plan.json', '-j', '1', '-o', part],
        { cwd, env },
      );
      child.stderr.on('data', (chunk: Buffer) => {
        if (String(chunk).includes('GitHub asks to wait')) child.kill('SIGKILL');
      });
      child.on('close', () => resolve());
    });
    const merged = () => run(['merge', '--plan', 'plan.json', 'part.jsonl', '-f', 'json'], cwd, github);
    const half = await merged();
    const lost = Object.entries(outcomes(half)).filter(([, outcome]) => outcome.kind === 'failed');
    expect(lost.length).toBeGreaterThan(0);
    expect(half.code).toBe(1);
    const done = readFileSync(part, 'utf8').trimEnd().split('\n').length;
    expect(done).toBeGreaterThan(1);
    await run(['audit', '--plan', 'plan.json', '-o', part], cwd, github);
    expect(outcomes(await merged())).toMatchObject({ Ada: { kind: 'judged' }, Bob: { kind: 'judged' } });
    expect(execFileSync('grep', ['-c', 'tasks-ada', part], { encoding: 'utf8' }).trim()).toBe('1');
  });
});
