/** What the files of a repository hold, by ids that are equal where the contents are. */
import { createHash } from 'node:crypto';
import type { Entry, Repository } from '../../repository/repository.ts';

/**
 * `path`, then Git's blob id where the listing knows it. A folder that was copied or never committed has none: there the
 * same id is computed, and of what is no text the size has to do.
 */
export async function contentsOf({ entries, read }: Repository): Promise<readonly string[]> {
  const contents: string[] = [];
  for (const entry of entries) contents.push(`${entry.path}\n${entry.id ?? (await idOf(entry, read))}`);
  return contents;
}

async function idOf({ path, size, link }: Entry, read: Repository['read']): Promise<string> {
  const found = link ? null : await read(path);
  if (found === null || 'unreadable' in found) return `of ${size} bytes`;
  const bytes = Buffer.from(found.text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
