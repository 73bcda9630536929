/** Reading the files of a listing: each within its limit, all of them within one together. */
import type { Note } from '../model.ts';
import { bytesAllowed, inWords, type Limits } from './limits.ts';
import type { Entry, FileText, Repository } from './repository.ts';
import { decodeText } from './text.ts';

/** At most `most` bytes of a file; 'larger' where there are more, or the reason why there are none. */
export type BytesOf = (entry: Entry, most: number) => Promise<Uint8Array | string>;

export function readerOf(
  entries: readonly Entry[],
  bytesOf: BytesOf,
  limits: Limits,
  notes: Note[],
): Repository['read'] {
  const known = new Map(entries.map((entry) => [entry.path, entry]));
  let left = limits.totalBytes;
  let said = false;
  return async (path): Promise<FileText> => {
    const entry = known.get(path);
    if (entry === undefined) return { unreadable: 'not a file of the repository' };
    if (entry.link) return { unreadable: 'a link, which is not followed' };
    const allowed = bytesAllowed(path, limits);
    if (entry.size > allowed) return { unreadable: `larger than ${inWords(allowed)}` };
    if (entry.size > left) {
      const limit = inWords(limits.totalBytes);
      const text = `not every file was read: the limit is ${limit} together; audit a sub-folder`;
      if (!said) notes.push({ path: null, line: null, text });
      said = true;
      return { unreadable: `not read: the limit of ${limit} for all files together was reached` };
    }
    const bytes = await bytesOf(entry, allowed);
    if (bytes === 'larger') return { unreadable: `larger than ${inWords(allowed)}` };
    if (typeof bytes === 'string') return { unreadable: bytes };
    left -= bytes.length;
    return decodeText(bytes);
  };
}
