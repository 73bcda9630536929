/** The entry of a map, made first where there is none. */
export function entryOf<Key, Entry>(
  map: { get(key: Key): Entry | undefined; set(key: Key, entry: Entry): unknown },
  key: Key,
  make: () => Entry,
): Entry {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** As {@link entryOf}, for what lives as long as its key. */
export function entryOfWeak<Key extends object, Entry>(
  map: WeakMap<Key, Entry>,
  key: Key,
  make: () => Entry,
): Entry {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Adds to the list of a key. Most lists have one item: those are no longer than that. */
export function addTo<Key, Item>(
  map: { get(key: Key): Item[] | undefined; set(key: Key, list: Item[]): unknown },
  key: Key,
  item: Item,
): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}
