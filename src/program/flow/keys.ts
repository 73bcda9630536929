/** Which part of a value is asked for, on the way back: `row["text"]` asks a row for its text alone. */
import type { Argument, Call, Value } from '../file.ts';
import { lastSegment } from '../link/values.ts';
import type { Keys } from './step.ts';
import { isUnnamed, zippedAsked } from './unpacked.ts';

/** Keys that are followed at once. */
const MOST_KEYS = 5;
/** Calls that read a key: `row.get("text")`. */
const READS = new Set(['get', 'pop', 'getattr']);
/** Calls whose result has the items that they were handed, with their keys. */
const ITEMS = new Set(
  `list tuple sorted reversed enumerate zip filter iter next set slice sort reverse concat flat at find values all from
   to_list toArray`
    .trim()
    .split(/\s+/),
);
/** Whether a call of this name only hands on the items that it is given. */
export function handsItemsOn(name: string): boolean {
  return ITEMS.has(lastSegment(name)) || MAPS.has(lastSegment(name));
}

/** Methods whose result is what their callback gives back. */
const MAPS = new Set(['map', 'flatMap']);

/** What is asked of `of` in `of.name` and `of["name"]`, where so much is asked of the whole; numbers are any item. */
export function keysInto(value: Extract<Value, { kind: 'index' | 'member' }>, keys: Keys): Keys {
  const key = value.kind === 'member' ? value.name : textKey(value.index);
  return key === null ? keys : [key, ...keys].slice(0, MOST_KEYS);
}

function textKey(index: readonly Value[]): string | null {
  const [key] = index;
  return index.length === 1 && key?.kind === 'literal' && typeof key.value === 'string' ? key.value : null;
}

/** The keys and attributes behind the first name of a chain: `["metadata", "page"]` of `hit.metadata["page"]`. */
export function keysAfterFirst(value: Value): Keys {
  const back: string[] = [];
  let current = value;
  while (current.kind === 'index' || current.kind === 'member') {
    const key = current.kind === 'member' ? current.name : textKey(current.index);
    if (key !== null) back.push(key);
    current = current.of;
  }
  const first = current.kind === 'name' ? current.name.split('.').slice(1) : [];
  return [...first, ...back.reverse()].slice(0, MOST_KEYS);
}

/** Whether what was written at one path is a part of what is asked at the other, or holds it. */
export function isSameShape(written: Keys, asked: Keys): boolean {
  return written.every((key, at) => at >= asked.length || asked[at] === key || isUnnamed(asked[at]));
}

interface Through {
  /** The object that the method is called on flows into the result. */
  readonly receiver: boolean;
  /** Arguments that flow into it, each with what is asked of it. */
  readonly given: readonly (readonly [Argument, Keys])[];
  /** What is asked of the receiver. */
  readonly keys: Keys;
}

/** What a call of something from outside hands through, of what it is asked for. */
export function handedThrough(call: Call, asked: Keys, byKey: boolean): Through {
  const { callee, arguments: given, form } = call;
  const all = (keys: Keys, receiver = true): Through => ({
    receiver,
    given: given.map((one) => [one, keys]),
    keys,
  });
  if (!byKey || (callee.kind !== 'name' && callee.kind !== 'member')) return all([]);
  const last = lastSegment(callee.name);
  const [first] = given;
  if (READS.has(last) && first?.value.kind === 'literal' && typeof first.value.value === 'string')
    return { ...all([]), keys: [first.value.value, ...asked].slice(0, MOST_KEYS) };
  const zipped = zippedAsked(callee.name, given, asked);
  if (zipped) return { receiver: false, given: zipped, keys: [] };
  // `new Row({ … })`, `Row(text=…)`: what it is made of, by its name.
  const named = given.filter(({ name }) => name !== null && name === asked[0]);
  if (named.length > 0 && (form === 'new' || /^[A-Z]/.test(last)))
    return { receiver: false, given: named.map((one) => [one, asked.slice(1)]), keys: [] };
  if (MAPS.has(last) && first?.value.kind === 'function') return all(asked, false);
  return all(ITEMS.has(last) ? asked : []);
}
