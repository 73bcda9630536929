import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Forge, openRemoteRevision } from '../../src/repository/remote-revision.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { type Clone, openClone } from '../../src/repository/revision.ts';
import type { TreeItem } from '../../src/repository/tree.ts';
import { commit, folderWith, git, repositoryWith, write } from './git-folder.ts';

const pathsOf = (repository: Repository | null) => repository?.entries.map(({ path }) => path);

async function cloneAt(folder: string): Promise<Clone> {
  const clone = await openClone(folder);
  if (clone === null) throw new Error('no clone');
  return clone;
}

function headOf(folder: string): string {
  return git(folder, 'rev-parse', 'HEAD').trim();
}

/** Two commits, and a work tree that has nothing to do with either. */
function twoCommits(): { folder: string; first: string; second: string } {
  const folder = repositoryWith({
    'a.py': 'one\n',
    'ü/b.py': 'two\n',
    '.gitattributes': 'hidden.py export-ignore\n',
  });
  write(folder, { 'hidden.py': 'hidden\n' });
  symlinkSync('../etc', join(folder, 'way-out'));
  commit(folder, 'second');
  const second = headOf(folder);
  const first = git(folder, 'rev-parse', 'HEAD^').trim();
  write(folder, { 'a.py': 'changed\n', 'untracked.py': 'x' });
  rmSync(join(folder, 'hidden.py'));
  return { folder, first, second };
}

describe('a commit out of a clone', () => {
  it('holds what it held, whatever the work tree looks like', async () => {
    const { folder, first, second } = twoCommits();
    const clone = await cloneAt(folder);
    expect(clone.head).toBe(second);
    const now = await clone.revision(second);
    expect(pathsOf(now)).toEqual(['.gitattributes', 'a.py', 'hidden.py', 'way-out', 'ü/b.py']);
    expect(await now?.read('a.py')).toEqual({ text: 'one\n', encoding: 'utf-8' });
    expect(await now?.read('way-out')).toEqual({ unreadable: 'a link, which is not followed' });
    expect(await now?.read('untracked.py')).toEqual({ unreadable: 'not a file of the repository' });
    const before = await clone.revision(first);
    expect(pathsOf(before)).toEqual(['.gitattributes', 'a.py', 'ü/b.py']);
    expect(before).toMatchObject({ revision: first, history: { count: 1, shallow: false } });
    expect(now?.history?.count).toBe(2);
  });

  it('reads many files at once, each its own', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`f${index}.py`, 'x'.repeat(index * 3000)]),
    );
    const folder = repositoryWith(files);
    const repository = await (await cloneAt(folder)).revision(headOf(folder));
    const texts = await Promise.all(Object.keys(files).map((path) => repository?.read(path)));
    expect(texts.map((read) => (read && 'text' in read ? read.text.length : null))).toEqual(
      Object.values(files).map((text) => text.length),
    );
  });

  it('can be a folder of it, which may not have been there', async () => {
    const folder = repositoryWith({ 'other.py': 'x' });
    const first = headOf(folder);
    write(folder, { 'services/api/main.py': 'y' });
    commit(folder, 'a service');
    const clone = await cloneAt(join(folder, 'services/api'));
    const now = await clone.revision(headOf(folder));
    expect(now).toMatchObject({ folder: 'services/api', history: { count: 1 } });
    expect(pathsOf(now)).toEqual(['main.py']);
    expect(pathsOf(await clone.revision(first))).toEqual([]);
  });

  it('is nothing where the clone does not hold it', async () => {
    const clone = await cloneAt(repositoryWith({ a: 'b' }));
    expect(await clone.revision('f'.repeat(40))).toBeNull();
    expect(await clone.revision('--output=x')).toBeNull();
    expect(await openClone(folderWith({ a: 'b' }))).toBeNull();
  });

  it('knows where two commits part, and the parents that a shallow clone left out', async () => {
    const { folder, first, second } = twoCommits();
    const clone = await cloneAt(folder);
    expect(await clone.mergeBase(first, second)).toBe(first);
    expect(await clone.mergeBase(first, '-x')).toBeNull();
    const shallow = folderWith({});
    execFileSync('git', ['clone', '-q', '--depth=1', `file://${folder}`, join(shallow, 'c')], {
      stdio: 'ignore',
    });
    const cut = await cloneAt(join(shallow, 'c'));
    expect(await cut.parentsOf(second)).toEqual([first]);
    expect(await cut.revision(first)).toBeNull();
    expect(await cut.revision(second)).toMatchObject({ history: { shallow: true } });
  });
});

describe('a commit out of an API', () => {
  const ITEMS: readonly TreeItem[] = [
    { path: 'app/main.py', mode: '100644', id: '1'.repeat(40), size: 5 },
    { path: 'app/logo.png', mode: '100644', id: '2'.repeat(40), size: 5 },
    { path: 'app/link', mode: '120000', id: '3'.repeat(40), size: 5 },
    { path: 'lib', mode: '160000', id: '4'.repeat(40), size: 0 },
    { path: 'README.md', mode: '100644', id: '5'.repeat(40), size: 5 },
  ];

  function forge(items = ITEMS, truncated = false): { readonly forge: Forge; readonly asked: string[] } {
    const asked: string[] = [];
    return {
      asked,
      forge: {
        name: 'owner/name',
        url: 'https://github.com/owner/name',
        tree: async () => ({ id: 'e'.repeat(40), items, truncated }),
        blob: async (id) => {
          asked.push(id[0] ?? '');
          if (id.startsWith('9')) throw new Error('502');
          return new TextEncoder().encode(`blob ${id[0]}`);
        },
        history: async () => ({
          commits: [],
          count: 3,
          authors: 1,
          date: '2026-01-02T00:00:00Z',
          shallow: false,
        }),
      },
    };
  }

  it('fetches what may be text, ahead and once', async () => {
    const { forge: one, asked } = forge();
    const repository = await openRemoteRevision(one, 'c'.repeat(40), { folder: '' });
    expect(pathsOf(repository)).toEqual(['README.md', 'app/link', 'app/logo.png', 'app/main.py']);
    expect(asked.sort()).toEqual(['1', '5']);
    expect(await repository.read('app/main.py')).toMatchObject({ text: 'blob 1' });
    expect(asked).toHaveLength(2);
    expect(repository.notes).toEqual([
      { path: 'lib', line: null, text: 'a submodule: its files belong to another repository' },
    ]);
  });

  it('asks a clone first', async () => {
    const { forge: one, asked } = forge();
    const clone = {
      blob: async (id: string) => (id.startsWith('1') ? new TextEncoder().encode('local') : null),
    };
    const repository = await openRemoteRevision(one, 'c'.repeat(40), { folder: 'app', clone });
    expect(await repository.read('main.py')).toMatchObject({ text: 'local' });
    expect(asked).toEqual([]);
    expect(repository).toMatchObject({ name: 'owner/name/app', folder: 'app' });
  });

  it('says what it could not fetch, and stops before the forge does', async () => {
    const many = Array.from({ length: 450 }, (_, index): TreeItem => {
      return { path: `f${index}.py`, mode: '100644', id: `8${String(index).padStart(39, '0')}`, size: 1 };
    });
    const { forge: one, asked } = forge(many, true);
    const repository = await openRemoteRevision(one, 'c'.repeat(40), { folder: '' });
    expect(asked).toHaveLength(400);
    expect(repository.notes.map(({ text }) => text)).toEqual([
      expect.stringContaining('not every file was listed'),
      expect.stringContaining('50 files were not read'),
    ]);
    const broken = forge([{ path: 'a.py', mode: '100644', id: '9'.repeat(40), size: 1 }]);
    const other = await openRemoteRevision(broken.forge, 'c'.repeat(40), { folder: '' });
    expect(await other.read('a.py')).toEqual({ unreadable: 'the forge did not give it' });
  });
});
