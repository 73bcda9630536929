/** Destructuring: which names a pattern binds, and the way to each from what it takes apart. */
import { ts } from 'ts-morph';
import type { Value } from '../file.ts';
import { keyText, memberOf, unwrap } from './names.ts';
import { isAssignment } from './operations.ts';
import { addAssignment, type Reader } from './reader.ts';

type Pattern = ts.BindingPattern | ts.ObjectLiteralExpression | ts.ArrayLiteralExpression;

/** The way from the source to one part of it. */
type Step = { readonly name: string } | { readonly index: Value };

/** One name that a pattern binds. The rest of an object or array stands for the whole. */
export interface Part {
  readonly target: Value;
  readonly steps: readonly Step[];
  readonly rest: boolean;
  readonly default: Value | null;
  readonly line: number;
}

/** Assigns what a pattern binds, in a parameter, a declaration or a loop. Its defaults are read here. */
export function destructure(reader: Reader, pattern: ts.BindingPattern, source: Value): void {
  assignParts(reader, partsOf(reader, pattern), source);
}

/** One assignment for each part that a pattern binds; a part with a default is `part ?? default`. */
export function assignParts(reader: Reader, parts: readonly Part[], source: Value): void {
  for (const part of parts) {
    const chain = part.steps.reduce<Value>(
      (of, step) =>
        'name' in step
          ? memberOf(of, step.name, part.line)
          : { kind: 'index', of, index: [step.index], line: part.line },
      source,
    );
    const value: Value =
      part.default === null
        ? chain
        : { kind: 'operation', operator: '??', operands: [chain, part.default], line: part.line };
    addAssignment(reader, part.target, 'destructure', part.line, value);
  }
}

/** What a pattern binds, in source order. Defaults are read now, before the source. */
export function partsOf(reader: Reader, pattern: Pattern): readonly Part[] {
  const parts: Part[] = [];
  collect(reader, pattern, [], parts, 0);
  return parts;
}

const MAX_PATTERN_DEPTH = 50;

function collect(
  reader: Reader,
  pattern: Pattern,
  steps: readonly Step[],
  parts: Part[],
  depth: number,
): void {
  if (depth > MAX_PATTERN_DEPTH) {
    reader.errors.push({ line: reader.line(pattern), reason: 'a pattern is nested too deeply to follow' });
    return;
  }
  const items = 'elements' in pattern ? pattern.elements : pattern.properties;
  const isArray = ts.isArrayBindingPattern(pattern) || ts.isArrayLiteralExpression(pattern);
  items.forEach((item, position) => {
    const found = partIn(item);
    if (found === null) return;
    const line = reader.line(item);
    const path = found.rest
      ? steps
      : [...steps, isArray ? at(position, line) : stepOf(reader, found.key, line)];
    const into = ts.isIdentifier(found.target) ? found.target : unwrapped(found.target);
    if (isPattern(into)) {
      if (found.default) reader.value(found.default);
      collect(reader, into, path, parts, depth + 1);
      return;
    }
    const target = reader.value(into);
    const fallback = found.default ? reader.value(found.default) : null;
    parts.push({ target, steps: path, rest: found.rest, default: fallback, line });
  });
}

interface Found {
  readonly key: ts.PropertyName | null;
  readonly target: ts.Expression | ts.BindingPattern;
  readonly default: ts.Expression | null;
  readonly rest: boolean;
}

function partIn(item: ts.ArrayBindingElement | ts.Expression | ts.ObjectLiteralElementLike): Found | null {
  if (ts.isOmittedExpression(item)) return null;
  if (ts.isBindingElement(item)) {
    const key = item.propertyName ?? (ts.isIdentifier(item.name) ? item.name : null);
    const rest = item.dotDotDotToken !== undefined;
    return { key, target: item.name, default: item.initializer ?? null, rest };
  }
  if (ts.isShorthandPropertyAssignment(item))
    return {
      key: item.name,
      target: item.name,
      default: item.objectAssignmentInitializer ?? null,
      rest: false,
    };
  if (ts.isSpreadAssignment(item) || ts.isSpreadElement(item))
    return { key: null, target: item.expression, default: null, rest: true };
  if (ts.isPropertyAssignment(item)) return { ...withDefault(item.initializer), key: item.name };
  if (ts.isMethodDeclaration(item) || ts.isAccessor(item)) return null;
  return withDefault(item);
}

function withDefault(node: ts.Expression): Found {
  return ts.isBinaryExpression(node) && isAssignment(node)
    ? { key: null, target: node.left, default: node.right, rest: false }
    : { key: null, target: node, default: null, rest: false };
}

function stepOf(reader: Reader, key: ts.PropertyName | null, line: number): Step {
  if (key === null) return { index: { kind: 'other', line } };
  const text = keyText(key);
  if (text === null)
    return { index: ts.isComputedPropertyName(key) ? reader.value(key.expression) : { kind: 'other', line } };
  return ts.isIdentifier(key) ? { name: text } : { index: { kind: 'literal', value: text, line } };
}

function at(position: number, line: number): Step {
  return { index: { kind: 'literal', value: position, line } };
}

function unwrapped(node: ts.Expression | ts.BindingPattern): ts.Expression | ts.BindingPattern {
  return ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node) ? node : unwrap(node);
}

function isPattern(node: ts.Expression | ts.BindingPattern): node is Pattern {
  return (
    ts.isObjectBindingPattern(node) ||
    ts.isArrayBindingPattern(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node)
  );
}
