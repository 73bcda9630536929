/** Values that are taken apart by position: `text, hits = answer()`, `for text, meta in zip(texts, metas)`. */

import { addTo } from '../../reading/collections.ts';
import type { Argument, Assignment, CodeFile, Value } from '../file.ts';
import type { Keys } from './step.ts';

/** One of the items, whichever. */
const ITEM = '*';
const POSITION = /^#(\d+)\/(\d+)$/;

/** What each of several names takes of the one value that they share. */
export function partsTaken({ assignments, language }: CodeFile): ReadonlyMap<Assignment, Keys> {
  const taken = new Map<Assignment, Keys>();
  if (language !== 'python') return taken;
  const groups = new Map<Value, Assignment[]>();
  for (const one of assignments)
    if (one.value && (one.via === 'for' || one.via === 'destructure')) addTo(groups, one.value, one);
  for (const group of groups.values())
    if (group.length > 1)
      for (const [at, one] of group.entries())
        taken.set(one, [...(one.via === 'for' ? [ITEM] : []), `#${at}/${group.length}`]);
  return taken;
}

/** Whether a key is a position or any item, which nothing is written to by name. */
export function isUnnamed(key: string | undefined): boolean {
  return key === ITEM || (key !== undefined && POSITION.test(key));
}

/** What is asked of each item, where so much is asked of the whole. */
export function itemOf(keys: Keys): Keys {
  return keys[0] === ITEM ? keys.slice(1) : keys;
}

/** What of a list literal is asked for, and what of it. */
export function itemsAsked(items: readonly Value[], keys: Keys): readonly (readonly [Value, Keys])[] {
  const [first, ...rest] = keys;
  const [, at, size] = POSITION.exec(first ?? '') ?? [];
  const item = Number(size) === items.length ? items[Number(at)] : undefined;
  if (item) return [[item, rest]];
  return items.map((one) => [one, isUnnamed(first) ? rest : keys]);
}

/** What `zip(a, b)` and `enumerate(a)` hand through to one of the names that take their items apart; null for others. */
export function zippedAsked(
  called: string,
  given: readonly Argument[],
  keys: Keys,
): readonly (readonly [Argument, Keys])[] | null {
  const [first, position, ...rest] = keys;
  const [, at, size] = POSITION.exec(position ?? '') ?? [];
  if (first !== ITEM || at === undefined) return null;
  const argument = given[called === 'zip' ? Number(at) : 0];
  if (called === 'zip') return argument && given.length === Number(size) ? [[argument, rest]] : null;
  if (called !== 'enumerate') return null;
  if (at === '0' || !argument) return [];
  const inner = Number(size) > 2 ? [ITEM, `#${Number(at) - 1}/${Number(size) - 1}`] : [];
  return [[argument, [...inner, ...rest]]];
}
