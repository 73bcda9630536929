/** From what the user typed to a repository. */
import { opendirSync, statSync } from 'node:fs';
import { noSuchPath, notAFolder, nothingToAudit, notReadable } from '../errors.ts';
import { openDirectory } from './directory.ts';
import type { Repository } from './repository.ts';

/** Opens the folder at a path. Throws a `UserError` when there is none, or nothing in it. */
export async function openRepository(path: string): Promise<Repository> {
  checkFolder(path);
  const repository = await openDirectory(path);
  if (repository.entries.length === 0) throw nothingToAudit(path);
  return repository;
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
