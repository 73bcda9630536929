/** What lies in a work tree and not in the commit that it stands on: verdicts are made of it, links to the commit are not. */
import { blobId } from './content-ids.ts';
import type { Disk } from './disk.ts';
import type { Git } from './git.ts';
import { byCodePoint } from './order.ts';
import type { Entry } from './repository.ts';

/** More than this of one file is not compared: it is no source. */
const MOST_BYTES = 1_000_000;

/** What the commit holds that is checked out: ids by path. Nothing where there is none, or Git does not answer. */
export async function committedIn(git: Git): Promise<ReadonlyMap<string, string>> {
  return parseTree(await git('ls-tree', '-r', '-z', 'HEAD').catch(() => ''));
}

/** Paths that were changed, added or deleted since the commit. Runs no filter that the repository configures. */
export function uncommittedIn(
  committed: ReadonlyMap<string, string>,
  entries: readonly Entry[],
  absent: readonly string[],
  disk: Pick<Disk, 'bytes'>,
): readonly string[] {
  if (committed.size === 0) return [];
  const found = entries.filter((entry) => !isCommitted(entry, committed.get(entry.path), disk));
  const there = new Set([...entries.map(({ path }) => path), ...absent]);
  // What is absent may never have been brought; what the index does not name any more was taken out.
  const deleted = [...committed.keys()].filter((path) => !there.has(path));
  return [...found.map(({ path }) => path), ...deleted].sort(byCodePoint);
}

function parseTree(answer: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of answer.split('\0')) {
    const [, kind, id = '', path = ''] = /^\d{6} (\w+) ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(line) ?? [];
    // A submodule is a commit, and its files are nobody's here.
    if (kind === 'blob') found.set(path, id);
  }
  return found;
}

function isCommitted(entry: Entry, id: string | undefined, disk: Pick<Disk, 'bytes'>): boolean {
  if (id === undefined) return false;
  if (entry.link || entry.id === id) return true;
  if (entry.id !== null) return false;
  if (entry.size > MOST_BYTES) return true;
  const bytes = disk.bytes(entry.path, MOST_BYTES);
  if (typeof bytes === 'string') return true;
  return blobId(bytes, id.length) === id || blobId(withoutReturns(bytes), id.length) === id;
}

/** As Git may have recorded a text of Windows. */
function withoutReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => !(byte === 13 && bytes[index + 1] === 10));
}
