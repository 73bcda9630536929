import { describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/repository/directory.ts';
import { LIMITS } from '../../src/repository/limits.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { folderWith, repositoryWith } from './git-folder.ts';

const pathsOf = (repository: Repository) => repository.entries.map((entry) => entry.path);
const notesOf = (repository: Repository) => repository.notes.map((note) => note.text);

describe.each(['with Git', 'without Git'])('limits %s', (kind) => {
  const files = {
    'deep/er/and/deeper/x.py': '1',
    'deep/b.py': '22',
    'a.py': '333',
    'big.py': '55555',
    'big.ipynb': '55555',
  };
  const open = (limits: Partial<typeof LIMITS>) => {
    const folder = kind === 'with Git' ? repositoryWith(files) : folderWith(files);
    return openDirectory(folder, { ...LIMITS, ...limits });
  };

  test('the files nearest to the root are kept', async () => {
    const repository = await open({ files: 4 });
    expect(pathsOf(repository)).toEqual(['a.py', 'big.ipynb', 'big.py', 'deep/b.py']);
    expect(notesOf(repository).join()).toMatch(/limit/);
  });

  test('folders have a depth', async () => {
    const repository = await open({ depth: 3 });
    expect(pathsOf(repository)).not.toContain('deep/er/and/deeper/x.py');
    expect(notesOf(repository).join()).toMatch(/limit.* 3 folders|limit .*3 folders/);
  });

  test('a file, a notebook and all files together have a size', async () => {
    const repository = await open({ fileBytes: 4, longFileBytes: 6, totalBytes: 9 });
    expect(await repository.read('big.py')).toEqual({ unreadable: 'larger than 4 bytes' });
    expect(await repository.read('big.ipynb')).toMatchObject({ text: '55555' });
    expect(await repository.read('a.py')).toMatchObject({ text: '333' });
    expect(repository.notes).toEqual([]);
    expect(await repository.read('deep/b.py')).toHaveProperty('unreadable');
    expect(await repository.read('deep/er/and/deeper/x.py')).toHaveProperty('text');
    expect(notesOf(repository)).toEqual([
      'not every file was read: the limit is 9 bytes together; audit a sub-folder',
    ]);
  });
});
