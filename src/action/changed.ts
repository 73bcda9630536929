/** Which lines of a file a change wrote: what is not part of a longest common sequence of lines. */
import type { Evidence } from '../model.ts';
import type { Repository } from '../repository/repository.ts';

/** Cells of the table that compares two stretches of lines; above it all of the stretch counts as changed. */
const MOST_CELLS = 4_000_000;

/** Numbers of lines of `after`, from 1, that are not in `before`. Pure. */
export function changedLines(before: string, after: string): ReadonlySet<number> {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const kept = commonLines(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const changed = new Set<number>();
  for (let line = start; line < now.length - end; line += 1)
    if (!kept.has(line - start)) changed.add(line + 1);
  return changed;
}

/** Positions in `now` of a longest common sequence. */
function commonLines(old: readonly string[], now: readonly string[]): ReadonlySet<number> {
  const kept = new Set<number>();
  const width = now.length + 1;
  if (old.length * now.length === 0 || (old.length + 1) * width > MOST_CELLS) return kept;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < old.length && column < now.length; ) {
    if (old[row] === now[column]) {
      kept.add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}

/** The changed lines of a file since `base`. Every file is compared once, and only if asked for. */
export function changedIn(
  base: Repository,
  head: Repository,
): (path: string) => Promise<ReadonlySet<number>> {
  const ids = new Map(base.entries.map(({ path, id }) => [path, id]));
  const entries = new Map(head.entries.map((entry) => [entry.path, entry]));
  const changed = new Map<string, Promise<ReadonlySet<number>>>();
  const compared = async (path: string): Promise<ReadonlySet<number>> => {
    const id = entries.get(path)?.id ?? null;
    if (id !== null && id === ids.get(path)) return new Set();
    return changedLines(await textOf(base, path), await textOf(head, path));
  };
  return (path) => {
    const found = changed.get(path) ?? compared(path);
    changed.set(path, found);
    return found;
  };
}

/** Whether a place lies in lines that are new since `base`. */
export async function changedSince(
  base: Repository,
  head: Repository,
  places: readonly Evidence[],
): Promise<(place: Evidence) => boolean> {
  const linesOf = changedIn(base, head);
  const changed = new Map<string, ReadonlySet<number>>();
  for (const { path } of places) changed.set(path, await linesOf(path));
  return ({ path, line, endLine }) => {
    const lines = changed.get(path);
    for (let one = line; one <= Math.min(endLine ?? line, line + 1000); one += 1)
      if (lines?.has(one)) return true;
    return false;
  };
}

async function textOf(repository: Repository, path: string): Promise<string> {
  const read = await repository.read(path);
  return 'text' in read ? read.text : '';
}
