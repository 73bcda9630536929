/** What was listed, compared with what lies on the disk, within the limits. Whatever falls out is noted. */
import type { Note } from '../model.ts';
import type { Disk } from './disk.ts';
import { counted, type Limits } from './limits.ts';
import type { Listed } from './listing.ts';
import { byCodePoint } from './order.ts';
import type { Entry, NotListed } from './repository.ts';

/** Of one kind of note about single files, as many are written; the rest is counted. */
const NOTES_OF_A_KIND = 5;

export interface Compared {
  readonly entries: readonly Entry[];
  /** Tracked, and not there as a file. */
  readonly absent: readonly string[];
  /** Of these, what nobody took away: it is unknown, not gone. */
  readonly unread: readonly NotListed[];
}

/** What Node writes for the bytes of a name that is not UTF-8. */
const NO_TEXT = '\ufffd';

/** `indexTime` is in milliseconds: ids recorded for files that changed then or later are not trusted. */
export function entriesOf(
  listed: readonly Listed[],
  disk: Disk,
  limits: Limits,
  indexTime: number,
  notes: Note[],
): Compared {
  const dropped = new Map<string, string[]>();
  const drop = (reason: string, path: string) => {
    const paths = dropped.get(reason);
    if (paths === undefined) dropped.set(reason, [path]);
    else paths.push(path);
  };

  const entries: Entry[] = [];
  const absent: string[] = [];
  const unread: NotListed[] = [];
  for (const item of withinLimits(listed, limits, notes, unread)) {
    if (item.kind === 'submodule') drop('a submodule: its files belong to another repository', item.path);
    else if (item.kind === 'other repository') drop('a Git repository of its own', item.path);
    else {
      const found = disk.look(item.path);
      const entry = { path: item.path, tracked: item.tracked };
      switch (found.kind) {
        case 'file':
          // Where links cannot be made, Git writes a link's target into a file.
          if (item.kind === 'link') entries.push({ ...entry, size: 0, id: null, link: true });
          else
            entries.push({ ...entry, size: found.size, id: trustedId(item, found, indexTime), link: false });
          break;
        case 'link':
          if (!found.inside)
            drop('a link that leaves the repository or leads nowhere: not followed', item.path);
          entries.push({ ...entry, size: 0, id: null, link: true });
          break;
        case 'folder':
        case 'missing':
          if (item.sparse) unread.push({ path: item.path, reason: 'left out of a sparse checkout' });
          else if (item.path.includes(NO_TEXT))
            unread.push({ path: item.path, reason: 'its name is not UTF-8' });
          drop('tracked by Git, but not there as a file', item.path);
          absent.push(item.path);
          break;
        case 'special':
          drop('neither a file nor a folder: not opened', item.path);
          break;
        default:
          found satisfies never;
      }
    }
  }
  for (const [reason, paths] of dropped) notes.push(...notesAbout(reason, paths));
  return {
    entries: entries.sort((a, b) => byCodePoint(a.path, b.path)),
    absent: absent.sort(byCodePoint),
    unread: unread.sort((a, b) => byCodePoint(a.path ?? '', b.path ?? '')),
  };
}

/** The recorded id, when the file is as it was then. */
function trustedId(
  item: Listed,
  found: { size: number; milliseconds: number },
  indexTime: number,
): string | null {
  const { recorded } = item;
  if (recorded === null || recorded.bytes !== found.size || found.milliseconds >= indexTime) return null;
  return Math.abs(recorded.milliseconds - found.milliseconds) < 0.01 ? item.id : null;
}

/** Where there are too many files, those nearest to the root stay: sources lie above heaps of data. */
export function withinLimits(
  listed: readonly Listed[],
  limits: Limits,
  notes: Note[],
  unread: NotListed[],
): readonly Listed[] {
  const depth = (item: Listed) => item.path.split('/').length;
  const reachable = listed.filter((item) => depth(item) <= limits.depth);
  if (reachable.length < listed.length) {
    const count = counted(listed.length - reachable.length);
    notes.push({
      path: null,
      line: null,
      text: `${count} files lie deeper than the limit of ${limits.depth} folders`,
    });
    unread.push({ path: null, reason: `${count} files lie too deep` });
  }
  if (reachable.length <= limits.files) return reachable;
  const text = `${counted(limits.files)} of ${counted(reachable.length)} files were looked at: that is the limit; audit a sub-folder, or take generated files and data out of the repository`;
  notes.push({ path: null, line: null, text });
  unread.push({
    path: null,
    reason: `${counted(reachable.length - limits.files)} files are above the limit`,
  });
  const order = reachable.toSorted((a, b) => depth(a) - depth(b) || byCodePoint(a.path, b.path));
  return order.slice(0, limits.files);
}

function notesAbout(reason: string, paths: readonly string[]): readonly Note[] {
  const sorted = paths.toSorted(byCodePoint);
  const notes = sorted.slice(0, NOTES_OF_A_KIND).map((path): Note => ({ path, line: null, text: reason }));
  const more = sorted.length - notes.length;
  return more === 0
    ? notes
    : [...notes, { path: null, line: null, text: `${counted(more)} more: ${reason}` }];
}
