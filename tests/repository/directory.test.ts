import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/repository/directory.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { commit, folderWith, git, repositoryWith, write } from './git-folder.ts';

const pathsOf = (repository: Repository) => repository.entries.map((entry) => entry.path);
const notesOf = (repository: Repository) =>
  repository.notes.map((note) => (note.path === null ? note.text : `${note.path}: ${note.text}`));

describe('in a Git work tree', () => {
  test('tracked files and untracked ones that are not ignored, in order', async () => {
    const folder = repositoryWith({
      '.gitignore': '*.log\nout/\n',
      'b.py': 'b = 1\n',
      'a/ü b.py': '',
      'kept.log': 'x',
    });
    git(folder, 'add', '--force', 'kept.log');
    commit(folder, 'Keep a log');
    write(folder, { 'new.py': 'n = 1\n', 'noise.log': 'x', 'out/x.py': '', 'Z.md': '' });
    const repository = await openDirectory(folder);
    expect(pathsOf(repository)).toEqual(['.gitignore', 'Z.md', 'a/ü b.py', 'b.py', 'kept.log', 'new.py']);
    expect(repository.entries.filter((entry) => !entry.tracked).map((entry) => entry.path)).toEqual([
      'Z.md',
      'new.py',
    ]);
    expect(repository.notes).toEqual([]);
    expect(await repository.read('b.py')).toEqual({ text: 'b = 1\n', encoding: 'utf-8' });
    expect(await repository.read('noise.log')).toEqual({ unreadable: 'not a file of the repository' });
  });

  test('an id is Git’s own as long as the file is as it was recorded', async () => {
    const folder = folderWith({ 'same.py': 'x = 1\n', 'edited.py': 'x = 2\n', 'touched.py': 'x = 3\n' });
    for (const name of ['same.py', 'edited.py', 'touched.py']) utimesSync(join(folder, name), 1e9, 1e9);
    git(folder, 'init');
    commit(folder, 'First steps');
    write(folder, { 'edited.py': 'x = 22\n' });
    utimesSync(join(folder, 'edited.py'), 1e9, 1e9);
    utimesSync(join(folder, 'touched.py'), 1e9 + 5, 1e9 + 5);
    const { entries } = await openDirectory(folder);
    const ids = Object.fromEntries(entries.map((entry) => [entry.path, entry.id]));
    const same = git(folder, 'hash-object', 'same.py').trim();
    expect(ids).toEqual({ 'same.py': same, 'edited.py': null, 'touched.py': null });
  });

  test('a sub-folder is listed from itself, with its own commits', async () => {
    const folder = repositoryWith({ 'README.md': '# Two\n', 'parts/one/app.py': 'a = 1\n' });
    write(folder, { 'README.md': '# Two parts\n', 'parts/one/new.py': '' });
    commit(folder, 'Describe', '--', 'README.md');
    git(folder, 'remote', 'add', 'origin', 'git@github.com:ada/Two.git');
    const part = await openDirectory(join(folder, 'parts/one'));
    expect(pathsOf(part)).toEqual(['app.py', 'new.py']);
    expect(part.name).toBe('ada/Two/parts/one');
    expect(part.remote).toBe('https://github.com/ada/Two');
    expect(part.history).toMatchObject({ count: 1, authors: 1, commits: [{ subject: 'First steps' }] });
    expect(part.revision).toBe(git(folder, 'rev-parse', 'HEAD').trim());
    expect(await part.read('app.py')).toMatchObject({ text: 'a = 1\n' });
  });

  test('a folder that the work tree around it ignores is listed without Git', async () => {
    const folder = repositoryWith({ '.gitignore': 'copies/\n' });
    write(folder, { 'copies/one/app.py': '' });
    const copy = await openDirectory(join(folder, 'copies/one'));
    expect(pathsOf(copy)).toEqual(['app.py']);
    expect(copy).toMatchObject({ name: 'one', revision: null, history: null });
  });

  test('missing files, submodules and repositories within are noted', async () => {
    const folder = repositoryWith({ 'app.py': '', 'gone.py': '', 'in/conflict.py': '' });
    const commitId = git(folder, 'rev-parse', 'HEAD').trim();
    git(folder, 'update-index', '--add', '--cacheinfo', `160000,${commitId},library`);
    rmSync(join(folder, 'gone.py'));
    write(folder, { 'other/file.py': '' });
    git(join(folder, 'other'), 'init');
    commit(join(folder, 'other'), 'Another one');
    const repository = await openDirectory(folder);
    expect(pathsOf(repository)).toEqual(['app.py', 'in/conflict.py']);
    expect(repository.absent).toEqual(['gone.py']);
    expect(notesOf(repository)).toEqual([
      'other: a Git repository of its own',
      'gone.py: tracked by Git, but not there as a file',
      'library: a submodule: its files belong to another repository',
    ]);
  });

  test('a path in conflict is one file', async () => {
    const folder = repositoryWith({ 'app.py': 'a = 1\n' });
    git(folder, 'checkout', '-b', 'other');
    write(folder, { 'app.py': 'a = 2\n' });
    commit(folder, 'Two');
    git(folder, 'checkout', 'main');
    write(folder, { 'app.py': 'a = 3\n' });
    commit(folder, 'Three');
    expect(() => git(folder, 'merge', 'other')).toThrow();
    const { entries } = await openDirectory(folder);
    expect(entries).toMatchObject([{ path: 'app.py', id: null, tracked: true }]);
  });

  test('a damaged repository is listed without Git, and says so', async () => {
    const folder = repositoryWith({ 'app.py': '', '.gitignore': '*.log\n', 'x.log': '' });
    write(folder, { '.git/HEAD': 'nonsense' });
    const repository = await openDirectory(folder);
    expect(pathsOf(repository)).toEqual(['.gitignore', 'app.py']);
    expect(repository.history).toBeNull();
    expect(notesOf(repository)).toEqual([
      'listed without Git, and without a history: Git could not read the repository',
    ]);
  });
});

describe('without Git', () => {
  test('nested .gitignore files decide, the deepest first', async () => {
    const folder = folderWith({
      '.gitignore': '*.log\n/build/\ncache/\n*.tmp\n',
      'a.log': '',
      'build/x.py': '',
      'sub/build/x.py': '',
      'sub/.gitignore': '!kept.log\nlocal.py\n',
      'sub/kept.log': '',
      'sub/other.log': '',
      'sub/local.py': '',
      'sub/deeper/local.py': '',
      'local.py': '',
      'sub/cache/.gitignore': '!*\n',
      'sub/cache/x.py': '',
      '.env.example': '',
      '.github/workflows/ci.yml': '',
      'nested/.git/config': '',
    });
    const repository = await openDirectory(folder);
    expect(pathsOf(repository)).toEqual([
      '.env.example',
      '.github/workflows/ci.yml',
      '.gitignore',
      'local.py',
      'sub/.gitignore',
      'sub/build/x.py',
      'sub/kept.log',
    ]);
    expect(repository).toMatchObject({ revision: null, remote: null, history: null, notes: [] });
    expect(repository.entries.every((entry) => entry.tracked && entry.id === null)).toBe(true);
  });

  test('a pattern that would never end is not used, and said', async () => {
    const folder = folderWith({
      '.gitignore': `${'*a'.repeat(40)}*b\n*.log\n`,
      [`${'a'.repeat(200)}`]: '',
      'x.log': '',
    });
    const repository = await openDirectory(folder);
    expect(pathsOf(repository)).toEqual(['.gitignore', 'a'.repeat(200)]);
    expect(notesOf(repository)).toEqual([
      '1 pattern of .gitignore files has too many stars and was not used',
    ]);
  });
});

describe.each(['with Git', 'without Git'])('links and special files %s', (kind) => {
  test('nothing outside the folder is ever read', async () => {
    const outside = folderWith({ 'secret.txt': 'secret', 'folder/secret.txt': 'secret' });
    const folder = folderWith({ 'real.py': 'a = 1\n', 'swapped/secret.txt': 'mine' });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'out.txt'));
    symlinkSync(outside, join(folder, 'outside'));
    symlinkSync('real.py', join(folder, 'in.py'));
    symlinkSync('nowhere', join(folder, 'broken'));
    if (kind === 'with Git') {
      git(folder, 'init');
      commit(folder, 'First steps');
    }
    rmSync(join(folder, 'swapped'), { recursive: true });
    symlinkSync(join(outside, 'folder'), join(folder, 'swapped'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);

    const repository = await openDirectory(folder);
    const readable = [];
    for (const path of [...pathsOf(repository), 'swapped/secret.txt', 'outside/secret.txt', '../x', 'pipe']) {
      if ('text' in (await repository.read(path))) readable.push(path);
    }
    expect(readable).toEqual(['real.py']);
    expect(repository.entries.filter((entry) => entry.link).map((entry) => entry.path)).toEqual([
      'broken',
      'in.py',
      'out.txt',
      'outside',
      'swapped',
    ]);
    const notes = notesOf(repository).join('\n');
    expect(notes).toContain('out.txt: a link that leaves the repository');
    expect(notes).not.toContain('in.py');
  });

  test('a file that became a link after the listing is not read', async () => {
    const outside = folderWith({ 'secret.txt': 'secret' });
    const folder = folderWith({ 'a.txt': 'mine', 'sub/secret.txt': 'mine' });
    if (kind === 'with Git') {
      git(folder, 'init');
      commit(folder, 'First steps');
    }
    const repository = await openDirectory(folder);
    rmSync(join(folder, 'a.txt'));
    rmSync(join(folder, 'sub'), { recursive: true });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'a.txt'));
    symlinkSync(outside, join(folder, 'sub'));
    expect(await repository.read('a.txt')).toEqual({ unreadable: 'not a regular file' });
    expect(await repository.read('sub/secret.txt')).toEqual({ unreadable: 'not a regular file' });
  });
});

test('an empty folder within a work tree is an empty repository', async () => {
  const folder = repositoryWith({ 'a.py': '' });
  mkdirSync(join(folder, 'empty'));
  expect((await openDirectory(join(folder, 'empty'))).entries).toEqual([]);
});
