import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openRepository } from '../../src/repository/open.ts';
import { folderWith, git, repositoryWith } from './git-folder.ts';

async function mistakeAt(path: string): Promise<unknown> {
  return openRepository(path).then(
    () => null,
    (error: unknown) => (error instanceof UserError ? [error.code, error.exitCode] : error),
  );
}

describe('openRepository', () => {
  test('opens a folder, whatever the way to it', async () => {
    const folder = folderWith({ 'project/app.py': '' });
    const repository = await openRepository(join(folder, 'project', '..', 'project', '/'));
    expect(repository.name).toBe('project');
    expect(repository.entries).toHaveLength(1);
  });

  test('tells mistakes apart', async () => {
    const folder = folderWith({ 'app.py': '', 'only/.gitignore': '*\n' });
    expect(await mistakeAt(join(folder, 'nowhere'))).toEqual(['no-such-path', 2]);
    expect(await mistakeAt(join(folder, 'app.py', 'below'))).toEqual(['no-such-path', 2]);
    expect(await mistakeAt('with\0nul')).toEqual(['no-such-path', 2]);
    expect(await mistakeAt(join(folder, 'app.py'))).toEqual(['not-a-folder', 2]);
    expect(await mistakeAt(join(folder, 'only'))).toEqual(['empty', 3]);
    expect(await mistakeAt(folderWith({}))).toEqual(['empty', 3]);
  });

  test('a bare repository: the commit of its HEAD, or a hint where there is none', async () => {
    const work = repositoryWith({ 'app.py': 'x = 1\n', 'a/b.txt': 'b\n' });
    const folder = folderWith({});
    git(folder, 'clone', '--bare', '-q', work, 'project.git');
    const bare = await openRepository(join(folder, 'project.git'));
    const commit = git(work, 'rev-parse', 'HEAD').trim();
    expect(bare).toMatchObject({ revision: commit, history: { count: 1 } });
    expect(bare.entries.map(({ path }) => path)).toEqual(['a/b.txt', 'app.py']);
    expect(await bare.read('app.py')).toMatchObject({ text: 'x = 1\n' });
    git(folder, 'init', '--bare', '-q', 'empty.git');
    expect(await mistakeAt(join(folder, 'empty.git'))).toEqual(['empty', 3]);
    // Folders of such names make no repository of a project.
    const likewise = repositoryWith({ HEAD: 'x', 'objects/a.py': '', 'refs/b.py': '' });
    expect((await openRepository(likewise)).entries).toHaveLength(3);
  });

  test('a closed folder', async () => {
    const folder = folderWith({ 'closed/app.py': '', 'open/app.py': '' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'closed'), 0);
    // Loads all that opening needs while everything may be read.
    expect(await mistakeAt(join(folder, 'open'))).toBeNull();
    expect(await unprivileged(() => mistakeAt(join(folder, 'closed')))).toEqual(['not-readable', 2]);
    chmodSync(join(folder, 'closed'), 0o700);
  });
});

/** Root may read everything: as root the step runs as nobody. */
async function unprivileged<T>(step: () => Promise<T>): Promise<T> {
  const root = process.getuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    return await step();
  } finally {
    if (root) process.seteuid?.(0);
  }
}
