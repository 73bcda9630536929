import { chmodSync, chownSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openDirectory } from '../../src/repository/directory.ts';
import { commit, folderWith, git, repositoryWith, write } from './git-folder.ts';

/** Everything a repository can tell Git to run, each leaving its name in `trap`. */
function armed(): { folder: string; trap: string } {
  const trap = folderWith({});
  const folder = repositoryWith({
    'app.py': 'a = 1\n',
    'data.bin': 'x',
    '.gitattributes': '* filter=trap diff=trap\n',
  });
  commit(folder, 'Second');
  const program = join(folder, '.git', 'trap.sh');
  write(folder, { '.git/trap.sh': `#!/bin/sh\ntouch "${trap}/$(basename "$0")-$1"\nexit 1\n` });
  chmodSync(program, 0o755);
  const settings = {
    'core.fsmonitor': program,
    'core.hooksPath': join(folder, '.git', 'traps'),
    'core.pager': program,
    'pager.log': program,
    'core.editor': program,
    'core.askPass': program,
    'core.sshCommand': program,
    'core.gitProxy': program,
    'credential.helper': program,
    'gpg.program': program,
    'log.showSignature': 'true',
    'diff.external': program,
    'diff.trap.textconv': program,
    'diff.trap.command': program,
    'filter.trap.clean': program,
    'filter.trap.smudge': program,
    'filter.trap.process': program,
    'alias.log': `!${program}`,
    'protocol.ext.allow': 'always',
    'protocol.file.allow': 'always',
    'remote.origin.url': `ext::${program}`,
    'remote.origin.promisor': 'true',
    'remote.origin.uploadpack': program,
    'extensions.partialClone': 'origin',
    'core.repositoryFormatVersion': '1',
    'core.worktree': '/',
  };
  for (const [name, value] of Object.entries(settings)) {
    git(folder, 'config', '--file', join(folder, '.git', 'config'), name, value);
  }
  for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman']) {
    for (const place of ['traps', 'hooks']) {
      write(folder, { [`.git/${place}/${hook}`]: readFileSync(program, 'utf8') });
      chmodSync(join(folder, '.git', place, hook), 0o755);
    }
  }
  return { folder, trap };
}

describe('a repository that configures programs', () => {
  test('the trap works: Git itself falls into it', () => {
    const { folder, trap } = armed();
    try {
      git(folder, '--work-tree=.', 'status');
    } catch {
      // Whether Git survives what it ran depends on what it ran first.
    }
    expect(readdirSync(trap)).not.toEqual([]);
  });

  test('runs none of them, and is listed with its history', async () => {
    const { folder, trap } = armed();
    write(folder, { 'app.py': 'a = 2\n' });
    const repository = await openDirectory(folder);
    expect(readdirSync(trap)).toEqual([]);
    expect(repository.entries.map((entry) => entry.path)).toEqual(['.gitattributes', 'app.py', 'data.bin']);
    expect(repository.history?.count).toBe(2);
    expect(repository.remote).toBeNull();
    expect(await repository.read('app.py')).toMatchObject({ text: 'a = 2\n' });
    expect(readdirSync(trap)).toEqual([]);
  });

  test('fetches nothing when objects are missing', async () => {
    const { folder, trap } = armed();
    const tree = git(folder, '--work-tree=.', 'rev-parse', 'HEAD^').trim();
    rmSync(join(folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    const repository = await openDirectory(folder);
    expect(readdirSync(trap)).toEqual([]);
    expect(repository.history).toBeNull();
    expect(repository.notes.map((note) => note.text).join()).toContain('the history could not be read');
  });
});

test('nothing is written into the repository', async () => {
  const folder = repositoryWith({ 'app.py': 'a = 1\n' });
  write(folder, { 'app.py': 'a = 1\n' });
  const before = readFileSync(join(folder, '.git/index'));
  const names = readdirSync(join(folder, '.git')).sort();
  await openDirectory(folder);
  expect(readFileSync(join(folder, '.git/index')).equals(before)).toBe(true);
  expect(readdirSync(join(folder, '.git')).sort()).toEqual(names);
});

test.skipIf(process.getuid?.() !== 0)('a folder of somebody else is audited too', async () => {
  const folder = repositoryWith({ 'app.py': '' });
  for (const path of ['.', '.git', 'app.py']) chownSync(join(folder, path), 12345, 12345);
  const repository = await openDirectory(folder);
  expect(repository.history?.count).toBe(1);
  expect(repository.notes).toEqual([]);
});

test('a .git that is a link is not followed', async () => {
  const other = repositoryWith({ 'app.py': '' });
  const folder = folderWith({ 'mine.py': '' });
  symlinkSync(join(other, '.git'), join(folder, '.git'));
  const repository = await openDirectory(folder);
  expect(repository.history).toBeNull();
});

describe('without a Git program', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('a work tree is listed like any folder, and that is said', async () => {
    const folder = repositoryWith({ 'app.py': '', '.gitignore': '*.log\n' });
    write(folder, { 'x.log': '' });
    vi.stubEnv('PATH', folderWith({}));
    const repository = await openDirectory(folder);
    expect(repository.entries.map((entry) => entry.path)).toEqual(['.gitignore', 'app.py']);
    expect(repository.notes.map((note) => note.text)).toEqual([
      'listed without Git, and without a history: Git is not installed',
    ]);
  });
});
