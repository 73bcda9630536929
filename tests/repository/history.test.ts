import { expect, test } from 'vitest';
import { openDirectory } from '../../src/repository/directory.ts';
import { findWorkTree, gitIn } from '../../src/repository/git.ts';
import { readPast } from '../../src/repository/history.ts';
import { commit, folderWith, git, repositoryWith } from './git-folder.ts';

test('commits, newest first, and who made them', async () => {
  const folder = repositoryWith({ 'a.py': '' });
  commit(folder, 'Grüße\tan alle', '--author=Bob <BOB@example.com>');
  commit(folder, `${'long '.repeat(100)}end`, '--author=Robert <bob@example.com>');
  const { history, revision } = await openDirectory(folder);
  expect(history).toMatchObject({ count: 3, authors: 2, shallow: false });
  const [last, middle, first] = history?.commits ?? [];
  expect(last?.id).toBe(revision);
  expect(last?.subject.length).toBeLessThanOrEqual(200);
  expect(middle).toMatchObject({ author: 'Bob <BOB@example.com>', subject: 'Grüße\tan alle' });
  expect(first).toMatchObject({
    author: 'Ada <ada@example.com>',
    date: '2024-05-06T07:08:09+00:00',
    subject: 'First steps',
  });
});

test('before the first commit there is a history of none', async () => {
  const folder = folderWith({ 'a.py': '' });
  git(folder, 'init');
  const repository = await openDirectory(folder);
  expect(repository.entries).toMatchObject([{ path: 'a.py', tracked: false }]);
  expect(repository).toMatchObject({
    revision: null,
    history: { commits: [], count: 0, authors: 0, shallow: false },
    notes: [],
  });
});

test('commits beyond the bound are counted, not read', async () => {
  const folder = repositoryWith({ 'a.py': '' });
  commit(folder, 'Two');
  commit(folder, 'Three');
  const tree = findWorkTree(folder);
  expect(tree).not.toBeNull();
  if (tree === null) return;
  const { history } = await readPast(await gitIn(tree), '', { bound: 2 });
  expect(history?.commits.map((one) => one.subject)).toEqual(['Three', 'Two']);
  expect(history?.count).toBe(3);
});

test('a shallow copy says so', async () => {
  const origin = repositoryWith({ 'a.py': '' });
  commit(origin, 'Two');
  const copy = folderWith({});
  git(copy, 'clone', '--depth=1', `file://${origin}`, '.');
  const { history, remote, notes } = await openDirectory(copy);
  expect(history).toMatchObject({ count: 1, shallow: true });
  expect(remote).toBeNull();
  expect(notes).toEqual([]);
});

test('a linked work tree has the history of its repository', async () => {
  const folder = repositoryWith({ 'a.py': '' });
  const other = `${folderWith({})}/linked`;
  git(folder, 'worktree', 'add', other);
  const { history, entries } = await openDirectory(other);
  expect(history?.count).toBe(1);
  expect(entries.map((entry) => entry.path)).toEqual(['a.py']);
});
