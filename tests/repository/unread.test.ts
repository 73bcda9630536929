import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDirectory } from '../../src/repository/directory.ts';
import { LIMITS } from '../../src/repository/limits.ts';
import { commit, git, repositoryWith } from './git-folder.ts';

test('what a sparse checkout leaves out is unread; what somebody took away is gone', async () => {
  const folder = repositoryWith({ 'app/main.py': 'a = 1\n', 'docs/a.md': '# A\n', 'old.py': '' });
  git(folder, 'sparse-checkout', 'set', '--no-cone', '/app/', '/old.py');
  rmSync(join(folder, 'old.py'));
  const { unread, absent } = await openDirectory(folder);
  expect(unread).toEqual([{ path: 'docs/a.md', reason: 'left out of a sparse checkout' }]);
  expect(absent).toEqual(['docs/a.md', 'old.py']);
});

test('a name that is not UTF-8 cannot be opened, and is said', async () => {
  const folder = repositoryWith({ 'a.py': '' });
  execFileSync('sh', ['-c', "printf 'x = 1\\n' > \"$(printf 'caf\\351.py')\""], { cwd: folder });
  commit(folder, 'Add a name in Latin-1');
  const { unread } = await openDirectory(folder);
  expect(unread).toEqual([{ path: expect.stringContaining('caf'), reason: 'its name is not UTF-8' }]);
});

test('a damaged index leaves the history unread, and the files of the folder', async () => {
  const folder = repositoryWith({ 'a.py': 'a = 1\n' });
  writeFileSync(join(folder, '.git/index'), 'no index');
  const { unread, entries } = await openDirectory(folder);
  expect(unread).toEqual([{ path: '.git', reason: 'Git could not read the repository' }]);
  expect(entries.map(({ path }) => path)).toEqual(['a.py']);
});

test('files above the limit are an unknown number of files', async () => {
  const folder = repositoryWith({ 'a.py': '', 'b.py': '', 'c.py': '' });
  const { unread } = await openDirectory(folder, { ...LIMITS, files: 2 });
  expect(unread).toEqual([{ path: null, reason: '1 files are above the limit' }]);
});
