/** Qualified names by pattern, for tables too large to try every pattern on every name. */

import { entryOf } from '../../reading/collections.ts';
import { matchesParts } from '../../reading/glob.ts';

interface Pattern<Entry> {
  readonly parts: readonly string[];
  /** The longest piece of it that any name must hold: most names are told by that. */
  readonly piece: string;
  readonly entry: Entry;
  /** Its place in the table. */
  readonly order: number;
}

/** What a table says of a name, in the order of its rows. A program has far fewer names than calls: each is read once. */
export type NameTable<Entry> = (name: string) => readonly Entry[];

/**
 * `*` stands for any characters within one name, `**` for any names, also none; but `**.fetch` is a method of anything,
 * never the function `fetch`. A row is found by one whole name of it, the last where it can be; only rows that have none
 * are looked at for all.
 */
export function nameTable<Entry>(rows: Iterable<readonly [pattern: string, entry: Entry]>): NameTable<Entry> {
  const byPart = new Map<string, Pattern<Entry>[]>();
  /** Those without a whole name, by the piece that tells most names apart from them. */
  const others = new Map<string, Pattern<Entry>[]>();
  let order = 0;
  for (const [text, entry] of rows) {
    const parts = text.split('.');
    const pieces = text.split(/\*+\.?|\.\*+/);
    const piece = pieces.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    const whole = parts.findLast((part) => !part.includes('*'));
    const rest = whole === undefined ? entryOf(others, piece, () => []) : entryOf(byPart, whole, () => []);
    rest.push({ parts, piece, entry, order: order++ });
  }
  const known = new Map<string, readonly Entry[]>();
  const read = (name: string): readonly Entry[] => {
    const parts = name.split('.');
    const likely = [...new Set(parts)].flatMap((part) => byPart.get(part) ?? []);
    for (const [piece, patterns] of others) if (name.includes(piece)) likely.push(...patterns);
    const hits = likely
      .filter(({ piece, parts: wanted }) => name.includes(piece) && matches(parts, wanted))
      .sort((a, b) => a.order - b.order);
    return [...new Set(hits.map(({ entry }) => entry))];
  };
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = read(name);
    known.set(name, found);
    return found;
  };
}

function matches(name: readonly string[], pattern: readonly string[]): boolean {
  if (name.length === 1 && pattern[0] === '**' && pattern[1] === name[0]) return false;
  return matchesParts(name, pattern);
}
