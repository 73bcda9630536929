import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { REPORT } from './cli/contract.ts';
import { CLI, cli, emptyFolder, ROOT, repository, TASKS } from './cli/run.ts';

let tasks: string;
beforeAll(() => {
  tasks = repository(TASKS);
});

const json = (...words: string[]) =>
  cli(['audit', tasks, '--milestone', 'cli-task-manager', '--format', 'json', ...words]);

describe('an audit', () => {
  it('gives JSON that keeps its contract, on stdout alone', () => {
    const run = json();
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const report = REPORT.parse(JSON.parse(run.stdout));
    expect(report.milestones.map((one) => one.id)).toEqual(['cli-task-manager', 'portfolio']);
    expect(report.repository.languages).toEqual(['python']);
    expect(report.recognition).toBeNull();
  });

  it('judges, with file and line', () => {
    const report = REPORT.parse(JSON.parse(json().stdout));
    const found = Object.fromEntries(
      report.milestones.flatMap((one) => one.requirements.map((r) => [r.id, r])),
    );
    expect(found['dataclass-model']).toMatchObject({
      verdict: 'met',
      evidence: [{ path: 'tasks.py', text: expect.stringContaining('Task') }],
    });
    expect(found.logging).toMatchObject({ verdict: 'missing', claimed: true });
    expect(found['type-hints']).toMatchObject({ verdict: 'met', claimed: true });
  });

  it('is the same to the byte when it runs again', () => {
    expect(json().stdout).toBe(json().stdout);
  });

  it('recognises the milestone when none is named', () => {
    const run = cli([tasks]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('CLI Task Manager');
    expect(run.stdout).toContain('Recognised by');
  });

  it('takes the current folder when no path is given', () => {
    expect(cli(['--format', 'json'], { cwd: tasks }).stdout).toBe(cli([tasks, '--format', 'json']).stdout);
  });

  it('says on stderr when it cannot tell the milestone', () => {
    const run = cli([repository({ 'main.py': 'value = 1\n' })]);
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('--milestone');
    expect(run.stderr).not.toContain('portfolio');
    expect(run.stdout).toBe('');
  });
});

describe('what it says of itself', () => {
  const about = (readme: string): unknown =>
    JSON.parse(
      cli([repository({ ...TASKS, 'README.md': readme }), '-m', 'cli-task-manager', '-f', 'json']).stdout,
    ).repository.about;

  it.each([
    [
      'no slogan of the framework',
      '# Jot\n\nA progressive Node.js framework for building efficient and scalable server-side applications.\n',
      null,
    ],
    [
      'no beginning of a list',
      '# Jot\n\nA simple list of tasks built with argparse that includes:\n\n- adding\n',
      'A simple list of tasks built with argparse',
    ],
    [
      'no address of a link',
      '# Jot\n\nKeeps the tasks of [a small team](https://team.example.org/x) in one file.\n',
      'Keeps the tasks of a small team in one file.',
    ],
  ])('is %s', (_, readme, expected) => {
    expect(about(readme)).toBe(expected);
  });
});

describe('gates', () => {
  it.each([
    ['--fail-under', '0', 0],
    ['--fail-under', '100', 1],
    ['--fail-under', '100%', 1],
    ['--require', 'dataclass-model', 0],
    ['--require', 'dataclass-model,logging', 1],
    ['--require', 'portfolio/live-url', 1],
  ])('%s %s exits with %i', (option, value, code) => {
    const run = json(option, value);
    expect(run.code).toBe(code);
    expect(run.stdout).toContain('"schema": 1');
    if (code === 1) expect(run.stderr).toMatch(/^Gate not met: /);
  });
});

describe('mistakes of the user', () => {
  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown option', ['--nonsense'], /unknown option/],
    ['an unknown format', [ROOT, '--format', 'xml'], /one of: terminal, json/],
    ['an unknown milestone', [ROOT, '--milestone', 'blog-ap'], /Did you mean 'blog-api'/],
    ['no milestone', [ROOT, '--milestone', 'blog'], /no milestone 'blog'.*\n.*blog-api/],
    ['no percentage', [ROOT, '--fail-under', 'many'], /--fail-under cannot be 'many'/],
    ['more than everything', [ROOT, '--fail-under', '101'], /from 0 to 100/],
    ['a path that does not exist', ['no/such/folder'], /nothing at 'no\/such\/folder'/],
    ['a file', [join(ROOT, 'package.json')], /not a folder/],
    ['two paths', ['audit', ROOT, ROOT], /too many arguments/],
    ['two words', [ROOT, ROOT], /no command/],
  ];
  it.each(mistakes)('%s: exit code 2, and what to do', (_, words, message) => {
    const run = cli(words);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/ {4}at /);
    expect(run.stdout).toBe('');
  });

  it('an unknown requirement', () => {
    const run = json('--require', 'jwt');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain("Did you mean 'jwt-auth'?");
  });

  it('an empty folder has nothing to audit', () => {
    expect(cli([emptyFolder()])).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('output', () => {
  it('--output writes the report to a file, and nothing to stdout', () => {
    const file = join(emptyFolder(), 'report.json');
    expect(json('--output', file)).toMatchObject({ code: 0, stdout: '', stderr: `wrote ${file}\n` });
    expect(readFileSync(file, 'utf8')).toBe(json().stdout);
  });

  it('--output to an impossible place is a mistake of the user', () => {
    const run = json('--output', join(emptyFolder(), 'no', 'folder', 'x.json'));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('ENOENT');
  });

  it('colours only on demand, and NO_COLOR wins', () => {
    const escapes = /\u001b\[/;
    const run = (env: Record<string, string>) => cli([tasks], { env }).stdout;
    expect(run({})).not.toMatch(escapes);
    expect(run({ FORCE_COLOR: '1' })).toMatch(escapes);
    expect(run({ FORCE_COLOR: '0' })).not.toMatch(escapes);
    expect(run({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toMatch(escapes);
  });

  it('ASCII where the locale has nothing else', () => {
    expect(cli([tasks], { env: { LC_ALL: 'C' } }).stdout).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('keeps to COLUMNS', () => {
    const { stdout } = cli([tasks], { env: { COLUMNS: '50' } });
    // Code is there to be copied, whatever the width.
    const lines = stdout.split('\n').filter((line) => !line.startsWith(' '.repeat(7)));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  it('does not mind a reader that stops reading', () => {
    const run = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${CLI}" "${tasks}" --format json --verbose | head -n 1`],
      { encoding: 'utf8' },
    );
    expect(run).toMatchObject({ status: 0, stdout: '{\n', stderr: '' });
  });
});

describe('a full disk', () => {
  it.each(['terminal', 'json'])('is told in one sentence, without a stack (%s)', (format) => {
    const full = openSync('/dev/full', 'w');
    const run = spawnSync(process.execPath, [CLI, tasks, '--format', format], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(
      /^milestone-auditor: The report cannot be written .*\(ENOSPC\)\n {2}Make room .*\n$/,
    );
  });
});

describe('hostile repositories', () => {
  it('file names and texts cannot steer the terminal', () => {
    const folder = repository({
      ...TASKS,
      'a\u001b[31m\u202eb.py': 'def broken(:\n',
      'line\nbreak.py': 'def broken(:\n',
    });
    const run = cli([folder, '--milestone', 'cli-task-manager', '--verbose']);
    expect(run.code).toBe(0);
    expect(run.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(
      REPORT.safeParse(
        JSON.parse(cli([folder, '--milestone', 'cli-task-manager', '--format', 'json']).stdout),
      ).success,
    ).toBe(true);
  });

  it('a .git that is no repository is no crash', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, 'tasks.py'), TASKS['tasks.py'] ?? '');
    expect(cli([folder, '--milestone', 'cli-task-manager']).code).toBe(0);
  });
});

describe('every parser', () => {
  it('is in the build, and is loaded where a file needs it', () => {
    const folder = repository({
      ...TASKS,
      'web/app.ts': 'import express from "express";\nconst app = express();\napp.get("/health", () => 1);\n',
      'notes.ipynb': '{"cells": [{"cell_type": "code", "source": ["import json\\n"]}], "metadata": {}}',
      'pyproject.toml': '[project]\nname = "x"\ndependencies = ["click"]\n',
      Dockerfile: 'FROM python:3.12\nCMD ["python", "tasks.py"]\n',
      'compose.yml': 'services:\n  app:\n    build: .\n',
      '.github/workflows/ci.yml': 'on: push\njobs:\n  test:\n    steps:\n      - run: pytest\n',
      'coverage.xml':
        '<coverage line-rate="0.91"><packages><package><classes><class filename="tasks.py"><lines><line number="1" hits="1"/></lines></class></classes></package></packages></coverage>\n',
    });
    const run = cli([folder, '--milestone', 'blog-api', '--format', 'json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const report = REPORT.parse(JSON.parse(run.stdout));
    expect(report.repository.languages).toEqual(['python', 'typescript']);
    expect(report.notes).toEqual([]);
    // Without git, the folder is walked by another way.
    rmSync(join(folder, '.git'), { recursive: true });
    expect(cli([folder, '--milestone', 'blog-api', '--format', 'json'])).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('about itself', () => {
  it('--version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(cli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it('--help has examples and exit codes', () => {
    const run = cli(['--help']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Examples:');
    expect(run.stdout).toContain('--fail-under');
    expect(cli(['audit', '--help']).stdout).toContain('--fail-under');
  });

  it('lists the milestones', () => {
    const run = cli(['milestones']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^cli-task-manager +CLI Task Manager +\d+ requirements$/m);
    expect(run.stdout).toMatch(/^portfolio .+ 6 requirements, judged with every milestone$/m);
  });

  it('audits its own example', () => {
    const run = cli(['examples/task-manager']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('CLI Task Manager');
    expect(run.stdout).toMatch(/✔ [\s\S]+? jot\//);
  });
});

// The oldest Node that package.json allows, where the machine has it.
const old = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path));
const version = old === undefined ? '' : spawnSync(old, ['--version'], { encoding: 'utf8' }).stdout.trim();

it.runIf(version.startsWith('v20.') || version.startsWith('v22.'))(
  'gives the same report on an older Node',
  () => {
    const run = cli(['audit', tasks, '--milestone', 'cli-task-manager', '--format', 'json'], {
      node: old ?? '',
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe(json().stdout);
  },
);
