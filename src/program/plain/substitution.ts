/** Values in which names are replaced by what they mean. */
import type { CallId, Value } from '../file.ts';
import { firstSegment, valuesWithin } from '../link/values.ts';

/** What names mean. */
export type Meaning = ReadonlyMap<string, Value>;
type Name = Extract<Value, { readonly kind: 'name' }>;

/** Whether a value says one of the names, or is one of the calls. */
export function mentions(value: Value, names: ReadonlySet<string>, calls?: ReadonlySet<CallId>): boolean {
  return valuesWithin(value).some(
    (part) =>
      (part.kind === 'name' && names.has(firstSegment(part.name))) ||
      (part.kind === 'call' && calls?.has(part.call) === true),
  );
}

/** Values can nest deep: what lies deeper is not read by anybody. */
const MAX_DEPTH = 60;

/** A value with other names, and with other calls in the place of some. */
export function substituted(
  value: Value,
  replace: (name: Name) => Value,
  calls: (call: CallId) => CallId | Value = (call) => call,
  depth = 0,
): Value {
  if (depth > MAX_DEPTH) return value;
  const inner = (part: Value): Value => substituted(part, replace, calls, depth + 1);
  switch (value.kind) {
    case 'literal':
    case 'function':
    case 'other':
      return value;
    case 'name':
      return replace(value);
    case 'call':
      return withCall(value, calls(value.call));
    case 'template':
      return { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? part : inner(part))) };
    case 'member':
      return { ...value, of: inner(value.of) };
    case 'index':
      return { ...value, of: inner(value.of), index: value.index.map(inner) };
    case 'list':
      return { ...value, items: value.items.map(inner) };
    case 'dict':
      return {
        ...value,
        entries: value.entries.map((one) => ({ key: one.key && inner(one.key), value: inner(one.value) })),
      };
    case 'operation':
      return { ...value, operands: value.operands.map(inner) };
  }
  value satisfies never;
  return value;
}

function withCall(value: Value & { readonly kind: 'call' }, call: CallId | Value): Value {
  return typeof call === 'number' ? { ...value, call } : call;
}

/** `route.path`, where `route` is a name, a call or anything else. */
export function byMeaning(meaning: Meaning): (name: Name) => Value {
  return (written) => {
    const [head = '', ...rest] = written.name.split('.');
    const value = meaning.get(head);
    if (!value || rest.length === 0) return value ?? written;
    if (value.kind === 'name') return { ...value, name: [value.name, ...rest].join('.') };
    return rest.reduce<Value>((of, name) => ({ kind: 'member', of, name, line: written.line }), value);
  };
}
