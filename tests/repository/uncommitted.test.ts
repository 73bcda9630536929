/** What lies in a work tree and not in its commit, found without running what the repository configures. */

import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDirectory } from '../../src/repository/directory.ts';
import { repository } from '../cli/run.ts';

const FILES = { 'a.py': 'x = 1\n', 'b.py': 'y = 1\n', 'c.py': 'z = 1\n' };
const uncommitted = async (folder: string) => (await openDirectory(folder)).uncommitted;

it('nothing, where the files are as the commit has them, whatever their times are', async () => {
  const folder = repository(FILES);
  utimesSync(join(folder, 'a.py'), 1, 1);
  expect(await uncommitted(folder)).toEqual([]);
});

it('what was changed, added, staged or deleted', async () => {
  const folder = repository(FILES);
  appendFileSync(join(folder, 'a.py'), 'x = 2\n');
  writeFileSync(join(folder, 'new.py'), 'n = 1\n');
  writeFileSync(join(folder, 'b.py'), 'y = 2\n');
  execFileSync('git', ['-C', folder, 'add', 'b.py']);
  execFileSync('git', ['-C', folder, 'rm', '-q', 'c.py']);
  expect(await uncommitted(folder)).toEqual(['a.py', 'b.py', 'c.py', 'new.py']);
});

it('runs no filter of the repository', async () => {
  const folder = repository({ ...FILES, '.gitattributes': '*.py filter=evil\n' });
  const trace = join(folder, 'ran');
  execFileSync('git', ['-C', folder, 'config', 'filter.evil.clean', `touch ${trace}; cat`]);
  appendFileSync(join(folder, 'a.py'), 'x = 2\n');
  expect(await uncommitted(folder)).toEqual(['a.py']);
  expect(existsSync(trace)).toBe(false);
});

it('nothing outside of Git', async () => {
  const folder = repository(FILES);
  rmSync(join(folder, '.git'), { recursive: true });
  expect(await uncommitted(folder)).toEqual([]);
});
