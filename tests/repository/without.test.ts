import { describe, expect, it } from 'vitest';
import { openDirectory } from '../../src/repository/directory.ts';
import { withoutPaths } from '../../src/repository/without.ts';
import { folderWith } from './git-folder.ts';

const FILES = {
  'a.py': 'a',
  'docs/b.py': 'b',
  'docs/deep/c.md': 'c',
  'legacy/d.py': 'd',
  ['x'.repeat(80)]: 'e',
};

async function left(...patterns: readonly string[]) {
  const repository = await withoutPaths(await openDirectory(folderWith(FILES)), patterns, '.milestone.yml');
  return {
    repository,
    paths: repository.entries.map(({ path }) => path),
    notes: repository.notes.map(({ text }) => text),
  };
}

describe('a repository without some of its paths', () => {
  it('is itself where none are left out', async () => {
    const repository = await openDirectory(folderWith(FILES));
    expect(await withoutPaths(repository, [], 'x')).toBe(repository);
  });

  it('takes patterns as .gitignore does, and says how many files are left out', async () => {
    const { paths, notes } = await left('docs/', '!docs/b.py', 'legacy/**');
    expect(paths).toEqual(['a.py', 'x'.repeat(80)]);
    expect(notes).toEqual(['3 files are left out, as its ignore list asks']);
  });

  it('gives no text of a path that is left out', async () => {
    const { repository } = await left('docs/');
    expect(await repository.read('docs/b.py')).toEqual({ unreadable: 'not a file of the repository' });
    expect(await repository.read('a.py')).toMatchObject({ text: 'a' });
  });

  it('says that a pattern fits nothing, or would take too long', async () => {
    expect((await left('nothing/')).notes).toEqual(['no file fits a pattern of its ignore list']);
    const { paths, notes } = await left('*x*x*x*x*x*x*x*x*x*');
    expect(paths).toHaveLength(5);
    expect(notes[1]).toContain('too many stars');
  });
});
