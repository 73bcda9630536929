/** Walking values, and matching dotted names against patterns. */
import type { CodeFile, Value } from '../file.ts';

const NO_PARTS: readonly Value[] = [];

/** The values directly inside one; a call's own parts are reached through {@link partsOfCall}. */
function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'literal':
    case 'name':
    case 'call':
    case 'function':
    case 'other':
      return NO_PARTS;
    case 'template':
      return value.parts.filter((part): part is Value => typeof part !== 'string');
    case 'member':
      return [value.of];
    case 'index':
      return [value.of, ...value.index];
    case 'list':
      return value.items;
    case 'dict':
      return value.entries.flatMap((entry) => (entry.key ? [entry.key, entry.value] : [entry.value]));
    case 'operation':
      return value.operands;
  }
  value satisfies never;
  return NO_PARTS;
}

/** Every value inside one, itself first, without entering calls. Iterative: values can nest deep. */
export function valuesWithin(value: Value): readonly Value[] {
  const all: Value[] = [value];
  const first = partsOf(value);
  // Most values are a name or a literal.
  if (first.length === 0) return all;
  const stack = first.toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    all.push(next);
    const parts = partsOf(next);
    for (let index = parts.length - 1; index >= 0; index--) stack.push(parts[index] as Value);
  }
  return all;
}

/** As {@link valuesWithin}, entering calls' callees and arguments too. */
export function valuesThroughCalls(value: Value, file: CodeFile): readonly Value[] {
  if (value.kind !== 'call' && partsOf(value).length === 0) return [value];
  const all: Value[] = [];
  const stack: Value[] = [value];
  const entered = new Set<number>();
  while (stack.length > 0) {
    const next = stack.pop();
    if (!next) break;
    for (const inner of valuesWithin(next)) {
      all.push(inner);
      if (inner.kind !== 'call' || entered.has(inner.call)) continue;
      entered.add(inner.call);
      const call = file.calls[inner.call];
      if (call) stack.push(call.callee, ...call.arguments.map((argument) => argument.value));
    }
  }
  return all;
}

const compiled = new Map<string, RegExp>();

/** Whether a dotted name matches a pattern in which `*` stands for any characters. */
export function matchesName(name: string, pattern: string): boolean {
  if (!pattern.includes('*')) return name === pattern;
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(`^${sourceOf(pattern)}$`);
    compiled.set(pattern, expression);
  }
  return expression.test(name);
}

function sourceOf(pattern: string): string {
  return pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');
}

/** A table of names as one question: programs have tens of thousands of calls, and tables hundreds of rows. */
interface Names {
  readonly exact: ReadonlySet<string>;
  readonly rest: RegExp | null;
}
/** 'seen': asked once. A list that is written where it is used is another one every time, and not worth the effort. */
const tables = new WeakMap<readonly string[], Names | 'seen'>();

/** Whether a dotted name matches one of the patterns, which do not change. */
export function matchesAny(name: string, patterns: readonly string[]): boolean {
  const known = tables.get(patterns);
  if (known === undefined) {
    tables.set(patterns, 'seen');
    return patterns.some((pattern) => matchesName(name, pattern));
  }
  const names = known === 'seen' ? namesOf(patterns) : known;
  if (known === 'seen') tables.set(patterns, names);
  return names.exact.has(name) || (names.rest?.test(name) ?? false);
}

function namesOf(patterns: readonly string[]): Names {
  const open = patterns.filter((pattern) => pattern.includes('*')).map(sourceOf);
  const rest = open.length > 0 ? new RegExp(`^(?:${open.join('|')})$`) : null;
  return { exact: new Set(patterns.filter((pattern) => !pattern.includes('*'))), rest };
}

/** The last part of a dotted name. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
