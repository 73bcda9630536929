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
