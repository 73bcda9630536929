/** What the files of a listing hold, file by file: the same ids, the same bytes. */
import { createHash } from 'node:crypto';
import type { Disk } from './disk.ts';
import { bytesAllowed, type Limits } from './limits.ts';
import type { Entry } from './repository.ts';

/** Git's id of some bytes, with as many letters as the repository's ids have. */
export function blobId(bytes: Uint8Array, letters = 40): string {
  const hash = createHash(letters === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/**
 * By path: the content's id where the file is read, else why it is not. null where there is more than is read of one
 * repository: then nobody can tell which of it counts.
 */
export function contentIds(
  entries: readonly Entry[],
  disk: Pick<Disk, 'bytes'>,
  limits: Limits,
): ReadonlyMap<string, string> | null {
  const ids = new Map<string, string>();
  let left = limits.totalBytes;
  for (const { path, size, id, link } of entries) {
    const allowed = bytesAllowed(path, limits);
    if (link || id !== null || size > allowed) ids.set(path, id ?? (link ? 'link' : `${size} bytes`));
    else {
      left -= size;
      if (left < 0) return null;
      const bytes = disk.bytes(path, allowed);
      ids.set(path, typeof bytes === 'string' ? bytes : blobId(bytes));
    }
  }
  return ids;
}
