/** A folder or an archive that was given to the page, as a repository without a history. */
import ignore from 'ignore';
import { nothingToAudit, UserError } from '../src/errors.ts';
import type { Note } from '../src/model.ts';
import { type Patterns, patternsOf } from '../src/reading/patterns.ts';
import { withinLimits } from '../src/repository/entries.ts';
import { LIMITS } from '../src/repository/limits.ts';
import type { Listed } from '../src/repository/listing.ts';
import { byCodePoint } from '../src/repository/order.ts';
import { readerOf } from '../src/repository/reader.ts';
import type { NotListed, Repository } from '../src/repository/repository.ts';

export interface GivenFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Bytes, as they are said to be. */
  readonly size: number;
  /** At most `most` bytes; 'larger' where there are more, or the reason why there are none. */
  readonly bytes: (most: number) => Promise<Uint8Array | string>;
}

const IGNORE_FILE_BYTES = 256 * 1024;
const IGNORE_PATTERNS = 2000;
/** Git's own, and what never belongs to a project: neither is opened. */
const NEVER = /(?:^|\/)\.git(?:\/|$)/;

export async function openGiven(name: string, given: readonly GivenFile[]): Promise<Repository> {
  const notes: Note[] = [];
  const files = new Map(given.filter(({ path }) => isInside(path)).map((file) => [file.path, file]));
  const outside = given.length - given.filter(({ path }) => isInside(path)).length;
  if (outside > 0)
    notes.push({ path: null, line: null, text: `${outside} files with a path that leads out were not read` });
  const ignored = await ignoring([...files.values()]);
  const kept = [...files.values()].filter(({ path }) => !NEVER.test(path) && !ignored(path));
  const listed = kept.map(
    ({ path }): Listed => ({ path, kind: 'file', tracked: true, id: null, recorded: null }),
  );
  const unread: NotListed[] = [];
  const entries = withinLimits(listed, LIMITS, notes, unread)
    .map(({ path }) => ({ path, size: files.get(path)?.size ?? 0, id: null, link: false, tracked: true }))
    .sort((a, b) => byCodePoint(a.path, b.path));
  if (entries.length === 0) throw nothingToAudit(name);
  const bytesOf = async ({ path }: { readonly path: string }, most: number) =>
    (await files.get(path)?.bytes(most)) ?? 'not there';
  return {
    name,
    revision: null,
    tree: null,
    remote: null,
    folder: '',
    entries,
    unread,
    history: null,
    notes,
    read: readerOf(entries, bytesOf, LIMITS, notes),
  };
}

/** No way out of the folder, and no name that is none. */
function isInside(path: string): boolean {
  const parts = path.split('/');
  return (
    !path.includes('\\') &&
    !path.includes('\0') &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** By the `.gitignore` files on the way: the deepest that has a word on a path decides. */
async function ignoring(files: readonly GivenFile[]): Promise<(path: string) => boolean> {
  const rules = new Map<string, Patterns>();
  for (const { path, bytes } of files) {
    if (!/(?:^|\/)\.gitignore$/.test(path)) continue;
    const read = await bytes(IGNORE_FILE_BYTES);
    if (typeof read === 'string') continue;
    const lines = new TextDecoder().decode(read).split(/\r?\n/);
    const patterns = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
    rules.set(path.slice(0, -'.gitignore'.length), patternsOf(patterns.slice(0, IGNORE_PATTERNS), ignore));
  }
  const decided = new Map<string, boolean>();
  const isIgnored = (parts: readonly string[], isFolder: boolean): boolean => {
    for (let level = parts.length - 1; level >= 0; level -= 1) {
      const own = rules.get(
        parts
          .slice(0, level)
          .map((part) => `${part}/`)
          .join(''),
      );
      const { ignored = false, unignored = false } =
        own?.test(parts.slice(level).join('/') + (isFolder ? '/' : ''), parts.at(-1) ?? '') ?? {};
      if (ignored || unignored) return ignored;
    }
    return false;
  };
  /** What lies in a folder that is left out is left out with it. */
  const folderIgnored = (parts: readonly string[]): boolean => {
    if (parts.length === 0) return false;
    const key = parts.join('/');
    const known = decided.get(key);
    if (known !== undefined) return known;
    const answer = folderIgnored(parts.slice(0, -1)) || isIgnored(parts, true);
    decided.set(key, answer);
    return answer;
  };
  return (path) => {
    const parts = path.split('/');
    return parts.length > LIMITS.depth || folderIgnored(parts.slice(0, -1)) || isIgnored(parts, false);
  };
}

/** Throws a UserError for an archive that cannot be opened. */
export function notOpened(name: string, why: string): UserError {
  return new UserError({
    code: 'not-readable',
    message: `'${name}' cannot be opened: ${why}`,
    hint: "Give a zip archive of the project, as GitHub's 'Download ZIP' makes it.",
    exitCode: 2,
  });
}
