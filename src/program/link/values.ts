/** Walking values, and matching dotted names against patterns. */
import type { CallId, CodeFile, DictEntry, Value } from '../file.ts';

/** Puts the values directly inside one on a stack, the first on top; a call's own parts are no part of it. */
function pushParts(value: Value, stack: Value[]): void {
  switch (value.kind) {
    case 'literal':
    case 'name':
    case 'call':
    case 'function':
    case 'other':
      return;
    case 'template':
      for (let at = value.parts.length - 1; at >= 0; at--) {
        const part = value.parts[at];
        if (typeof part === 'object') stack.push(part);
      }
      return;
    case 'member':
      stack.push(value.of);
      return;
    case 'index':
      pushAll(value.index, stack);
      stack.push(value.of);
      return;
    case 'list':
      pushAll(value.items, stack);
      return;
    case 'dict':
      for (let at = value.entries.length - 1; at >= 0; at--) {
        const entry = value.entries[at] as DictEntry;
        stack.push(entry.value);
        if (entry.key) stack.push(entry.key);
      }
      return;
    case 'operation':
      pushAll(value.operands, stack);
      return;
    default:
      value satisfies never;
  }
}

function pushAll(values: readonly Value[], stack: Value[]): void {
  for (let at = values.length - 1; at >= 0; at--) stack.push(values[at] as Value);
}

/** Every value inside one, itself first, without entering calls. Iterative: values can nest deep. */
export function valuesWithin(value: Value): readonly Value[] {
  const all: Value[] = [value];
  addWithin(value, all);
  return all;
}

/** Adds what is inside a value to a list. Most values are a name or a literal: they have nothing inside. */
function addWithin(value: Value, all: Value[]): void {
  if (value.kind === 'name' || value.kind === 'literal' || value.kind === 'call') return;
  const stack: Value[] = [];
  pushParts(value, stack);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    all.push(next);
    pushParts(next, stack);
  }
}

/** As {@link valuesWithin}, entering calls' callees and arguments too. */
export function valuesThroughCalls(value: Value, file: CodeFile): readonly Value[] {
  if (value.kind === 'name' || value.kind === 'literal') return [value];
  const all: Value[] = [];
  const stack: Value[] = [value];
  const entered = new Set<CallId>();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const start = all.push(next) - 1;
    addWithin(next, all);
    for (let at = start; at < all.length; at++) {
      const inner = all[at] as Value;
      if (inner.kind !== 'call' || entered.has(inner.call)) continue;
      entered.add(inner.call);
      const call = file.calls[inner.call];
      if (call === undefined) continue;
      stack.push(call.callee);
      for (const argument of call.arguments) stack.push(argument.value);
    }
  }
  return all;
}

/** What a dict, or an object, has under a key that is written out. */
export function entryAt(value: Value, name: string): Value | undefined {
  return value.kind === 'dict'
    ? value.entries.find(({ key }) => key?.kind === 'literal' && key.value === name)?.value
    : undefined;
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

/** The first part of a dotted name. */
export function firstSegment(name: string): string {
  const end = name.indexOf('.');
  return end < 0 ? name : name.slice(0, end);
}

/** The last part of a dotted name. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
