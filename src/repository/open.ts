/** From what the user typed to a repository. */
import { opendirSync, realpathSync, statSync } from 'node:fs';
import { noSuchPath, notAFolder, nothingCommitted, nothingToAudit, notReadable } from '../errors.ts';
import { openDirectory } from './directory.ts';
import { findBare, findWorkTree } from './git.ts';
import type { Repository } from './repository.ts';
import { openClone } from './revision.ts';

/** Opens the folder at a path. Throws a `UserError` when there is none, or nothing in it. */
export async function openRepository(path: string): Promise<Repository> {
  checkFolder(path);
  const repository = (await openBare(path)) ?? (await openDirectory(path));
  if (repository.entries.length === 0) throw nothingToAudit(path);
  return repository;
}

/** Of a repository without a work tree, the commit that its HEAD names. */
async function openBare(path: string): Promise<Repository | null> {
  const folder = realpathSync.native(path);
  if (findWorkTree(folder) !== null || findBare(folder) === null) return null;
  const clone = await openClone(folder);
  if (clone?.head != null) return clone.revision(clone.head);
  throw nothingCommitted(path);
}

function checkFolder(path: string): void {
  let folder: boolean;
  try {
    folder = statSync(path).isDirectory();
  } catch (error) {
    throw codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM' ? notReadable(path) : noSuchPath(path);
  }
  if (!folder) throw notAFolder(path);
  try {
    // Listing and entering are two permissions.
    opendirSync(path).closeSync();
    statSync(`${path}/.`);
  } catch {
    throw notReadable(path);
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
