/** JSON of a tool, asked for its own members only: no name of an object can reach a prototype. */

export function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

/** NaN where there is no number at the end of the way. */
export function numberAt(value: unknown, ...keys: readonly string[]): number {
  const found = keys.reduce(member, value);
  return typeof found === 'number' ? found : Number.NaN;
}

export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
