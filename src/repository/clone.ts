/** A repository cloned from its address, for as long as it is audited. Nothing of it is checked out. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notCloned, nothingToAudit } from '../errors.ts';
import type { Repository } from './repository.ts';
import { openClone } from './revision.ts';

/** Half an hour of a slow line is enough for what a learner wrote. */
const PATIENCE_MS = 15 * 60_000;
const NOTHING = '/dev/null';

export interface Cloned {
  readonly repository: Repository;
  readonly remove: () => void;
}

/**
 * Clones the default branch with its history; with a revision, all branches and tags, and opens that one. The user's own Git does it, with the user's keys; what the repository
 * would have run (hooks, filters, submodules) is not run. Throws a UserError.
 */
export async function cloneRepository(address: string, revision: string | null = null): Promise<Cloned> {
  const folder = mkdtempSync(join(tmpdir(), 'milestone-auditor-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await clone(address, folder, revision !== null);
    const opened = await openClone(folder);
    const commit = revision === null ? opened?.head : await opened?.commitOf(revision);
    if (revision !== null && !commit)
      throw notCloned(address, `it has no branch, tag or commit '${revision}'`);
    const repository = commit ? ((await opened?.revision(commit)) ?? null) : null;
    if (repository === null || repository.entries.length === 0) throw nothingToAudit(address);
    return { repository, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function clone(address: string, folder: string, whole: boolean): Promise<void> {
  const words = [
    '-c',
    `core.hooksPath=${NOTHING}`,
    'clone',
    '--quiet',
    '--no-checkout',
    ...(whole ? [] : ['--no-tags', '--single-branch']),
    '--template=',
    '--',
    address,
    folder,
  ];
  const env = {
    ...process.env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'http:https:ssh:git',
    LC_ALL: 'C',
  };
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      words,
      { env, timeout: PATIENCE_MS, maxBuffer: 1024 * 1024 },
      (error, _stdout, stderr) => {
        if (error) reject(notCloned(address, reasonOf(stderr)));
        else resolve();
      },
    );
  });
}

/** Git's own words may hold a token that stands in the address, so they are sorted into kinds. */
function reasonOf(stderr: string): string {
  if (/not found|does not exist|404/i.test(stderr)) return 'there is no such repository, or it is private';
  if (/authentication|could not read username|permission denied|403/i.test(stderr))
    return 'it may not be read';
  if (/resolve host|connect|timed out|unreachable|network/i.test(stderr)) return 'its server does not answer';
  return 'Git could not clone it';
}
