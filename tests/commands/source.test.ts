/** `audit ADDRESS@REF`: a repository that is somewhere else is cloned for as long as it is audited. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { CLI, emptyFolder, repository, TASKS } from '../cli/run.ts';
import { git } from '../repository/git-folder.ts';

let server: Server;
let address: string;
let first: string;
let second: string;
const asked: string[] = [];

beforeAll(async () => {
  const home = repository(TASKS);
  git(home, 'branch', '-M', 'main');
  git(home, 'tag', 'v1');
  first = git(home, 'rev-parse', 'HEAD').trim();
  git(home, 'commit', '-q', '--allow-empty', '-m', 'second');
  second = git(home, 'rev-parse', 'HEAD').trim();
  git(home, 'branch', 'feature/old', 'v1');
  const served = emptyFolder();
  const bare = join(served, 'tasks.git');
  execFileSync('git', ['clone', '--quiet', '--bare', home, bare], { stdio: 'pipe' });
  git(bare, 'update-server-info');
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const file = join(served, normalize(new URL(url, 'http://loopback').pathname));
    if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tasks.git`;
});
afterAll(() => void server.close());

async function audited(...words: readonly string[]) {
  const temporary = emptyFolder();
  // Reports are kept for the next time, where the user's cache lies.
  const env = { PATH: process.env.PATH, HOME: temporary, TMPDIR: temporary, XDG_CACHE_HOME: emptyFolder() };
  const run = promisify(execFile)(process.execPath, [CLI, 'audit', ...words, '-f', 'json'], { env });
  const done = await run.then(
    ({ stdout, stderr }) => ({ code: 0, stderr, report: JSON.parse(stdout) as Report }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr, report: null }),
  );
  return { ...done, left: execFileSync('ls', ['-A', temporary], { encoding: 'utf8' }) };
}

describe('audit ADDRESS@REF', () => {
  it.each([
    ['the default branch', '', () => second],
    ['a branch', '@main', () => second],
    ['a branch with a slash', '@feature/old', () => first],
    ['a tag', '@v1', () => first],
    ['a commit', () => `@${first}`, () => first],
    ['the beginning of a commit', () => `@${second.slice(0, 9)}`, () => second],
  ])('%s', async (_, ref, revision) => {
    const { code, report, left } = await audited(`${address}${typeof ref === 'string' ? ref : ref()}`);
    expect(code).toBe(0);
    expect(report?.repository.revision).toBe(revision());
    expect(report?.milestones[0]?.id).toBe('cli-task-manager');
    // Who was not asked for measuring measures nothing.
    expect(report?.measured).toBeUndefined();
    expect(left).toBe('');
  });

  it('tells a revision that there is not, and an address at which there is nothing', async () => {
    expect(await audited(`${address}@v9`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("it has no branch, tag or commit 'v9'"),
      left: '',
    });
    expect(await audited(address.replace('tasks', 'gone'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no such repository, or it is private'),
      left: '',
    });
  });

  it('takes no revision for an option of Git', async () => {
    expect(await audited(`${address}@--upload-pack=touch${'$'}{IFS}x`)).toMatchObject({ code: 2, left: '' });
  });

  it('asks nobody with --offline', async () => {
    asked.length = 0;
    expect(await audited(`${address}@v1`, '--offline')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--offline asks nobody'),
    });
    expect(asked).toEqual([]);
  });
});
