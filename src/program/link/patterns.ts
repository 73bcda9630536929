/** Qualified names by pattern, for tables too large to try every pattern on every name. */

import { entryOf } from '../../reading/collections.ts';
import { matchesParts } from '../../reading/glob.ts';

interface Pattern<Entry> {
  readonly parts: readonly string[];
  readonly entry: Entry;
  /** Its place in the table. */
  readonly order: number;
}

/** What a table says of a name, in the order of its rows. A program has far fewer names than calls: each is read once. */
export type NameTable<Entry> = (name: string) => readonly Entry[];

/**
 * `*` stands for any characters within one name, `**` for any names, also none. Rows are found by their last name, else
 * by their first; only those that begin and end with any name are tried on all.
 */
export function nameTable<Entry>(rows: Iterable<readonly [pattern: string, entry: Entry]>): NameTable<Entry> {
  const byLast = new Map<string, Pattern<Entry>[]>();
  const byFirst = new Map<string, Pattern<Entry>[]>();
  const others: Pattern<Entry>[] = [];
  let order = 0;
  for (const [text, entry] of rows) {
    const parts = text.split('.');
    const pattern = { parts, entry, order: order++ };
    const last = parts.at(-1) ?? '';
    const first = parts[0] ?? '';
    if (!last.includes('*')) entryOf(byLast, last, () => []).push(pattern);
    else if (!first.includes('*')) entryOf(byFirst, first, () => []).push(pattern);
    else others.push(pattern);
  }
  const known = new Map<string, readonly Entry[]>();
  return (name) =>
    entryOf(known, name, () => {
      const parts = name.split('.');
      const candidates = [
        ...(byLast.get(parts.at(-1) ?? '') ?? []),
        ...(byFirst.get(parts[0] ?? '') ?? []),
        ...others,
      ];
      const hits = candidates.filter((pattern) => matchesParts(parts, pattern.parts));
      return [...new Set(hits.sort((a, b) => a.order - b.order).map(({ entry }) => entry))];
    });
}
