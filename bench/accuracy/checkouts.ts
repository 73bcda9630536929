/** Trees to audit: labelled commits out of mirrors, and the program itself as it was at a revision. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder with a labelled commit, made where it is not there yet; null without a mirror of it. Files of which a
 * mirror lacks the content are left out. Nothing of the repository is run.
 */
export function checkout(
  mirrors: string,
  scratch: string,
  repository: string,
  commit: string,
): string | null {
  const name = repository.replace('/', '+');
  const folder = join(scratch, name);
  if (existsSync(join(folder, '.git'))) return folder;
  const mirror = join(resolve(mirrors), name, 'repo');
  if (!existsSync(mirror)) return null;
  mkdirSync(scratch, { recursive: true });
  try {
    git('clone', '--quiet', '--no-checkout', '--shared', mirror, folder);
    git('-C', folder, 'update-ref', '--no-deref', 'HEAD', commit);
    git('-C', folder, 'read-tree', commit);
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  spawnSync('git', ['-C', folder, 'checkout-index', '-a', '-f', '-q'], { stdio: 'ignore' });
  return folder;
}

/** A folder with the program at a revision, or the folder itself where one was named. It shares today's packages. */
export function programAt(root: string, against: string, scratch: string): string {
  if (existsSync(join(against, 'src', 'audit.ts'))) return resolve(against);
  const folder = join(scratch, 'program');
  const index = join(scratch, 'program.index');
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GIT_INDEX_FILE: index };
  const run = (...words: string[]): Buffer => execFileSync('git', ['-C', root, ...words], { env });
  run('read-tree', '--end-of-options', `${against}^{tree}`);
  run('checkout-index', '--all', '--force', '--quiet', `--prefix=${folder}/`);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

function git(...words: string[]): void {
  execFileSync('git', words, { stdio: 'ignore' });
}
