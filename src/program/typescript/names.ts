/** Names: what is transparent around an expression, dotted chains, property keys. */
import { ts } from 'ts-morph';
import type { Value } from '../file.ts';
import type { BoundTo, Reader } from './reader.ts';

/** The expression inside parentheses, `await`, `as T`, `satisfies T`, `<T>x`, `x!` and `f<T>`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (TRANSPARENT.has(inner.kind)) inner = (inner as ts.ParenthesizedExpression).expression;
  return inner;
}

/** All of them have an `expression`, as parentheses have. */
const TRANSPARENT: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ParenthesizedExpression,
  ts.SyntaxKind.AwaitExpression,
  ts.SyntaxKind.NonNullExpression,
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.SatisfiesExpression,
  ts.SyntaxKind.TypeAssertionExpression,
  ts.SyntaxKind.ExpressionWithTypeArguments,
]);

/** 'a.b.c' of a chain that starts with a name, `this`, `super` or `import.meta`; otherwise null. */
export function dottedName(node: ts.Expression): string | null {
  const parts: string[] = [];
  let inner = unwrap(node);
  while (ts.isPropertyAccessExpression(inner)) {
    parts.push(inner.name.text);
    inner = unwrap(inner.expression);
  }
  const root = rootName(inner);
  if (root === null) return null;
  return parts.length === 0 ? root : [root, ...parts.reverse()].join('.');
}

function rootName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  switch (node.kind) {
    case ts.SyntaxKind.ThisKeyword:
      return 'this';
    case ts.SyntaxKind.SuperKeyword:
      return 'super';
    case ts.SyntaxKind.ImportKeyword:
      return 'import';
    default:
      break;
  }
  if (!ts.isMetaProperty(node)) return null;
  return `${node.keywordToken === ts.SyntaxKind.ImportKeyword ? 'import' : 'new'}.${node.name.text}`;
}

/** `A.B` in a type or an import alias. */
export function entityName(node: ts.EntityName): string {
  const parts: string[] = [];
  let inner = node;
  while (ts.isQualifiedName(inner)) {
    parts.push(inner.right.text);
    inner = inner.left;
  }
  return [inner.text, ...parts.reverse()].join('.');
}

/** A property of a value: a longer dotted name where the value is one. */
export function memberOf(of: Value, name: string, line: number): Value {
  return of.kind === 'name'
    ? { kind: 'name', name: `${of.name}.${name}`, line }
    : { kind: 'member', of, name, line };
}

/** The text of a property key that is not computed. */
export function keyText(name: ts.PropertyName): string | null {
  if (ts.isComputedPropertyName(name)) {
    const inner = unwrap(name.expression);
    return ts.isStringLiteralLike(inner) ? inner.text : null;
  }
  return name.text;
}

/** A property key as a value: `{a: 1}` has the literal 'a', `{[a]: 1}` the name a. */
export function keyValue(reader: Reader, name: ts.PropertyName): Value {
  const line = reader.line(name);
  if (ts.isComputedPropertyName(name)) return reader.value(name.expression);
  if (ts.isNumericLiteral(name)) return { kind: 'literal', value: Number(name.text), line };
  return { kind: 'literal', value: name.text, line };
}

/** What names a function: nothing where the name is computed. */
export function bound(name: string | null, line: number): BoundTo | null {
  return name === null || name === '' ? null : { name, line };
}

/** What names a function that is assigned to this target. `module.exports` names nothing. */
export function boundTo(target: Value): BoundTo | null {
  switch (target.kind) {
    case 'name': {
      if (target.name === 'module.exports' || target.name === 'exports') return null;
      return bound(target.name.slice(target.name.lastIndexOf('.') + 1), target.line);
    }
    case 'member':
      return bound(target.name, target.line);
    case 'index': {
      const key = target.index[0];
      return key?.kind === 'literal' && typeof key.value === 'string' ? bound(key.value, target.line) : null;
    }
    default:
      return null;
  }
}

/** The literal argument of `require('m')` or `import('m')`. */
export function moduleArgument(node: ts.Expression, callee: 'require' | 'import'): string | null {
  const call = unwrap(node);
  if (!ts.isCallExpression(call)) return null;
  const argument = call.arguments[0];
  if (argument === undefined || !ts.isStringLiteralLike(argument)) return null;
  const called = call.expression;
  const matches =
    callee === 'import'
      ? called.kind === ts.SyntaxKind.ImportKeyword
      : ts.isIdentifier(called) && called.text === 'require' && call.arguments.length === 1;
  return matches ? argument.text : null;
}
