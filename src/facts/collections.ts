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
