/** Files of a commit as Git or a forge lists them, brought into the form of a repository. Pure. */
import type { Note } from '../model.ts';
import { withinLimits } from './entries.ts';
import type { Limits } from './limits.ts';
import type { Listed } from './listing.ts';
import { byCodePoint } from './order.ts';
import type { Entry, NotListed } from './repository.ts';

/** One line of a tree, folders left out. */
export interface TreeItem {
  readonly path: string;
  /** As Git writes it: `100644`, `120000` for a link, `160000` for a submodule. */
  readonly mode: string;
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** Sorted entries within the limits; what falls out is noted. */
export function entriesOfTree(
  items: readonly TreeItem[],
  limits: Limits,
  notes: Note[],
  unread: NotListed[],
): readonly Entry[] {
  const files = new Map(items.map((item) => [item.path, item]));
  const listed = items.map(({ path, mode, id }): Listed => {
    const kind = mode === '160000' ? 'submodule' : mode === '120000' ? 'link' : 'file';
    return { path, kind, tracked: true, id, recorded: null };
  });
  return withinLimits(listed, limits, notes, unread)
    .flatMap(({ path, kind }): readonly Entry[] => {
      const { id = null, size = 0 } = files.get(path) ?? {};
      if (kind === 'submodule') {
        notes.push({ path, line: null, text: 'a submodule: its files belong to another repository' });
        return [];
      }
      const link = kind === 'link';
      return [{ path, size: link ? 0 : size, id: link ? null : id, link, tracked: true }];
    })
    .sort((a, b) => byCodePoint(a.path, b.path));
}

/** Reads `git ls-tree -r -z -l`. */
export function parseTree(answer: string): readonly TreeItem[] {
  return answer.split('\0').flatMap((line): readonly TreeItem[] => {
    const match = /^(\d{6}) (?:blob|commit) ([0-9a-f]{40,64}) +(\d+|-)\t([\s\S]+)$/.exec(line);
    if (match === null) return [];
    const [, mode = '', id = '', size = '', path = ''] = match;
    return [{ path, mode, id, size: Number(size) || 0 }];
  });
}
