/** The portfolio command as a user runs it: folders, a portfolio file, GitHub on loopback, and what fails on the way. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PORTFOLIO } from '../cli/portfolio-contract.ts';
import { CLI, emptyFolder, ROOT, type Run, repository, TASKS } from '../cli/run.ts';
import { gitAnswers } from '../github/git-answers.ts';

const BLOG: Readonly<Record<string, string>> = {
  'README.md': '# Blog API\n\nA blog API with posts and users.\n',
  'main.py':
    'from fastapi import FastAPI\n\napp = FastAPI()\nstored: list[str] = []\n\n\n@app.get("/posts")\ndef posts():\n    return stored\n\n\n@app.post("/posts")\ndef write(title: str):\n    stored.append(title)\n    return title\n',
};

/** Not `spawnSync`: the loopback servers answer from this process. */
function run(words: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = ROOT): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, 'portfolio', ...words], {
      cwd,
      env: { PATH: process.env.PATH ?? '', HOME: emptyFolder(), LANG: 'C.UTF-8', COLUMNS: '80', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

async function report(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const done = await run([...words, '--format', 'json'], env);
  return { ...done, portfolio: PORTFOLIO.parse(JSON.parse(done.stdout)) };
}

let tasks: string;
let blog: string;
beforeAll(() => {
  tasks = repository(TASKS);
  blog = repository(BLOG);
});

describe('folders', () => {
  it('give one report that keeps its contract, in their order, with progress on stderr', async () => {
    const { code, stderr, portfolio } = await report([tasks, blog]);
    expect(code).toBe(0);
    expect(portfolio.projects.map(({ source }) => source)).toEqual([tasks, blog]);
    expect(portfolio.projects.map((one) => one.report.milestones[0]?.id)).toEqual([
      'cli-task-manager',
      'blog-api',
    ]);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stderr).toMatch(/^[12]\/2 .+: CLI Task Manager, \d+ %, \w+/m);
    expect(portfolio.skills.find(({ id }) => id === 'dataclasses')?.shown[0]).toMatchObject({
      project: tasks,
      evidence: { path: 'tasks.py' },
    });
    expect(portfolio.projects[0]?.others).toEqual([]);
  });

  it('give the same bytes again, however many are audited at a time', async () => {
    const [once, again, alone] = await Promise.all([
      report([tasks, blog]),
      report([tasks, blog]),
      report([tasks, blog, '--jobs', '1']),
    ]);
    expect(again.stdout).toBe(once.stdout);
    expect(alone.stdout).toBe(once.stdout);
  });

  it('that cannot be audited are told, and cost the others nothing', async () => {
    const { code, stderr, portfolio } = await report([tasks, 'no/such/folder', emptyFolder()]);
    expect(code).toBe(1);
    expect(portfolio.projects).toHaveLength(1);
    expect(portfolio.failures.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('There is nothing at'),
      expect.stringContaining('nothing to audit'),
    ]);
    expect(stderr).toMatch(/no\/such\/folder: not audited: There is nothing at/);
    const shown = (await run([tasks, 'no/such/folder'])).stdout;
    expect(shown.indexOf('Not audited')).toBeLessThan(shown.indexOf('3 months'));
    expect(shown).toContain('There is nothing at');
  });

  it('of which nothing says what they are keep their place: their rules and skills are judged', async () => {
    const plain = repository({ 'main.py': 'import json\n\nprint(json.dumps({}))\n' });
    const { code, portfolio } = await report([tasks, plain]);
    expect(code).toBe(0);
    expect(portfolio.failures).toEqual([]);
    expect(portfolio.projects[1]?.report.milestones.map(({ id }) => id)).toEqual(['portfolio']);
    const page = (await run([tasks, plain, '--format', 'html'])).stdout;
    expect(page).toContain('Milestone not recognised');
    expect(page).toContain('judged by the rules for every project alone');
  });

  it('of which none can be audited are nothing to audit', async () => {
    const { code, stdout } = await run(['no/such/folder']);
    expect(code).toBe(3);
    // No page of zeros.
    expect(stdout.trim()).toMatch(/^Not audited\n {2}no\/such\/folder: There is nothing at .*\n.*$/);
  });

  it('named twice are audited once', async () => {
    expect((await report([tasks, `${tasks}/`])).portfolio.projects).toHaveLength(1);
  });
});

describe('a portfolio file', () => {
  it('names repositories from where it lies, with their milestones', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'PORTFOLIO.yml');
    writeFileSync(
      file,
      `title: Spring class\nprojects:\n  - source: ${tasks}\n    milestones: [cli-task-manager, blog-api]\n`,
    );
    const { portfolio } = await report([file]);
    expect(portfolio.title).toBe('Spring class');
    expect(portfolio.projects[0]?.report.milestones.map(({ id }) => id)).toEqual([
      'cli-task-manager',
      'blog-api',
      'portfolio',
    ]);
    const here = await run(['--format', 'json'], {}, folder);
    expect(JSON.parse(here.stdout)).toEqual(portfolio);
  });

  it('with a mistake is refused with its place', async () => {
    const file = join(emptyFolder(), 'class.yml');
    writeFileSync(file, 'projects:\n  - sauce: x\n');
    const done = await run([file]);
    expect(done).toMatchObject({ code: 2, stdout: '' });
    expect(done.stderr).toMatch(/class\.yml:2:\d+/);
  });

  it('that is not there is told', async () => {
    expect(await run([], {}, emptyFolder())).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('PORTFOLIO.yml'),
    });
  });
});

describe('output', () => {
  it('in several formats goes into a folder', async () => {
    const folder = join(emptyFolder(), 'reports');
    const done = await run([
      tasks,
      '--format',
      'json,html,markdown,csv,sarif,junit,badge,shields,terminal',
      '--output',
      folder,
    ]);
    expect(done).toMatchObject({ code: 0, stdout: '' });
    for (const ending of ['json', 'html', 'md', 'csv', 'sarif', 'junit.xml', 'svg', 'shields.json', 'txt'])
      expect(existsSync(join(folder, `portfolio.${ending}`)), ending).toBe(true);
  });

  const mistakes: readonly (readonly [string[], RegExp])[] = [
    [['--format', 'json,html'], /--output FOLDER/],
    [['--format', 'pdf'], /one of: terminal, json/],
    [['--jobs', '99'], /from 1 to 16/],
    [['--user', 'ada'], /GITHUB_TOKEN/],
    [['--user', 'a/b'], /name of a user/],
    [['--compare', 'package.json'], /no JSON report on a portfolio/],
  ];
  it.each(mistakes)('%j is refused', async (words, expected) => {
    const done = await run([tasks, ...words]);
    expect(done).toMatchObject({ code: 2, stdout: '' });
    expect(done.stderr).toMatch(expected);
  });

  it('fails where a project scores too low', async () => {
    const done = await run([tasks, '--format', 'json', '--fail-under', '100']);
    expect(done.code).toBe(1);
    expect(done.stderr).toMatch(/Gate not met: .+ below 100 %/);
  });

  it('says what changed since an earlier report', async () => {
    const folder = emptyFolder();
    const old = join(folder, 'old.json');
    const project = repository({
      'README.md': TASKS['README.md'] ?? '',
      'tasks.py':
        'import argparse\nparser = argparse.ArgumentParser()\ncommands = parser.add_subparsers()\ncommands.add_parser("add")\ncommands.add_parser("list")\n',
    });
    writeFileSync(old, (await run([project, '--format', 'json'])).stdout);
    for (const [path, text] of Object.entries(TASKS)) writeFileSync(join(project, path), text);
    const done = await run([project, blog, '--compare', old]);
    expect(done.code).toBe(0);
    expect(done.stdout.replace(/\s+/g, ' ')).toMatch(
      /Since the earlier report.+better.+CLI Task Manager was \d+ %, is \d+ %.+is new.+shown for the first time/,
    );
  });
});

describe('on loopback', () => {
  let server: ReturnType<typeof createServer>;
  let address: string;
  let home: string;
  let bare: string;
  const asked: string[] = [];

  /** GitHub's API for ada/tasks, a list of ada's repositories, and Git's own files for a clone. */
  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://loopback');
    asked.push(url.pathname);
    const send = (status: number, data: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(data));
    };
    const [, rest] = /^\/repos\/ada\/tasks\/(.+)$/.exec(url.pathname) ?? [];
    if (rest !== undefined) {
      const [, kind = '', value = ''] = /^(commits|git\/(?:commits|trees|blobs))\/?(.*)$/.exec(rest) ?? [];
      const names: Readonly<Record<string, string>> = {
        'git/commits': 'commit_sha',
        'git/trees': 'tree_sha',
        'git/blobs': 'file_sha',
      };
      const key = names[kind];
      const route = `GET /repos/{owner}/{repo}/${kind}${key ? `/{${key}}` : ''}`;
      const found = gitAnswers(
        { route, path: key ? { [key]: value } : {}, query: url.searchParams, body: null } as never,
        home,
      );
      if (found) send(found.status, found.data);
      else send(404, { message: 'Not Found' });
      return;
    }
    if (url.pathname === '/users/ada/repos') {
      const one = { full_name: 'ada/tasks', fork: false, archived: false, private: false };
      send(200, [
        one,
        { ...one, full_name: 'ada/fork', fork: true },
        { ...one, full_name: 'ada/old', archived: true },
      ]);
      return;
    }
    const file = join(bare, normalize(url.pathname));
    if (url.pathname.startsWith('/ada/tasks.git/') && existsSync(file)) {
      response.writeHead(200);
      return void response.end(readFileSync(file));
    }
    send(404, { message: 'Not Found' });
  }

  beforeAll(async () => {
    home = repository(TASKS);
    bare = emptyFolder();
    mkdirSync(join(bare, 'ada'));
    execFileSync('git', ['clone', '--quiet', '--bare', home, join(bare, 'ada', 'tasks.git')], {
      stdio: 'pipe',
    });
    execFileSync('git', ['-C', join(bare, 'ada', 'tasks.git'), 'update-server-info'], { stdio: 'pipe' });
    server = createServer(answer).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  const forge = () => ({ GITHUB_API_URL: address, GITHUB_SERVER_URL: address });
  const withToken = () => ({ ...forge(), GITHUB_TOKEN: 'token-of-a-test' });

  it("owner/repo is read by GitHub's API, and is the same as its folder", async () => {
    const { code, portfolio } = await report(['ada/tasks'], withToken());
    expect(code).toBe(0);
    const [one] = portfolio.projects;
    expect(one?.report.repository).toMatchObject({ name: 'ada/tasks', url: `${address}/ada/tasks` });
    const [local] = (await report([home])).portfolio.projects;
    expect(one?.report.milestones).toEqual(local?.report.milestones);
  });

  it('owner/repo is cloned where there is no token, and nothing of the clone stays', async () => {
    const temporary = emptyFolder();
    const { code, portfolio, stderr } = await report(['ada/tasks'], { ...forge(), TMPDIR: temporary });
    expect(stderr).toContain('CLI Task Manager');
    expect(code).toBe(0);
    expect(portfolio.projects[0]?.report.milestones[0]?.id).toBe('cli-task-manager');
    expect(execFileSync('ls', ['-A', temporary], { encoding: 'utf8' })).toBe('');
  });

  it("a user's own public repositories are found", async () => {
    const { portfolio } = await report(['--user', 'ada'], withToken());
    expect(portfolio.projects.map(({ source }) => source)).toEqual(['ada/tasks']);
  });

  it('what is not there is a failure of its own, by either way', async () => {
    for (const env of [forge(), withToken()]) {
      const { code, portfolio } = await report([tasks, 'ada/gone'], env);
      expect(code).toBe(1);
      expect(portfolio.projects).toHaveLength(1);
      expect(portfolio.failures[0]).toMatchObject({
        source: 'ada/gone',
        reason: expect.stringContaining('ada/gone'),
      });
    }
  });

  it('the token is shown nowhere', async () => {
    const done = await run(['ada/tasks', 'ada/gone', '--format', 'json'], withToken());
    expect(done.stdout + done.stderr).not.toContain('token-of-a-test');
  });
});
