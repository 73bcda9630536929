/** Assignments and declarations. */
import { ts } from 'ts-morph';
import type { Value } from '../file.ts';
import { exportAssigned } from './exports.ts';
import { boundTo, moduleArgument, unwrap } from './names.ts';
import { isAssignment } from './operations.ts';
import { assignParts, type Part, partsOf } from './patterns.ts';
import { addAssignment, type Reader } from './reader.ts';

/** 'augmented' for `+=`, '=' for `=` and for `??=`, `||=`, `&&=` (the target may become the value); else null. */
export function assignmentOperator(node: ts.BinaryExpression): '=' | 'augmented' | null {
  if (!isAssignment(node)) return null;
  return PLAIN.has(node.operatorToken.kind) ? '=' : 'augmented';
}

const PLAIN: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]);

/** An assignment expression. Its own value is what was assigned. */
export function readAssignment(reader: Reader, node: ts.BinaryExpression): Value {
  const via = assignmentOperator(node) ?? '=';
  const left = unwrap(node.left);
  if (ts.isObjectLiteralExpression(left) || ts.isArrayLiteralExpression(left)) {
    const parts = partsOf(reader, left);
    const source = reader.value(node.right);
    assignParts(reader, parts, source);
    return source;
  }
  const target = reader.value(left);
  const assignment = addAssignment(reader, target, via, reader.line(node));
  assignment.outer = true;
  const value = reader.value(node.right, boundTo(target));
  assignment.value = value;
  if (via === '=') exportAssigned(reader, target, node.right, value);
  return via === '=' ? value : target;
}

/** `x++` and `--x`. */
export function readIncrement(
  reader: Reader,
  node: ts.PostfixUnaryExpression | ts.PrefixUnaryExpression,
): Value {
  const target = reader.value(node.operand);
  const line = reader.line(node);
  addAssignment(reader, target, 'augmented', line, { kind: 'literal', value: 1, line });
  return target;
}

/** `const x = …` and the like; `require` and `import()` that are bound directly are imports instead. */
export function readDeclaration(reader: Reader, node: ts.VariableDeclaration): void {
  const line = reader.line(node.name);
  const initializer = node.initializer;
  if (ts.isIdentifier(node.name)) {
    const local = node.name.text;
    if (initializer && importBound(reader, [{ local, name: null }], initializer, line)) return;
    const assignment = addAssignment(reader, { kind: 'name', name: local, line }, '=', line);
    if (node.type) assignment.annotation = reader.type(node.type);
    if (initializer) assignment.value = reader.value(initializer, { name: local, line });
    return;
  }
  const parts = partsOf(reader, node.name);
  if (!initializer) return;
  const bound = parts.map((part) => importablePart(part));
  if (bound.every((each) => each !== null) && importBound(reader, bound, initializer, line)) return;
  assignParts(reader, parts, reader.value(initializer));
}

interface Bound {
  readonly local: string;
  readonly name: string | null;
}

function importablePart(part: Part): Bound | null {
  const [step, ...deeper] = part.steps;
  if (step === undefined || deeper.length > 0 || !('name' in step)) return null;
  return part.target.kind === 'name' && !part.rest ? { local: part.target.name, name: step.name } : null;
}

/** Records imports for `require('m')`, `require('m').x` and `import('m')`; false where it is something else. */
function importBound(reader: Reader, bound: readonly Bound[], node: ts.Expression, line: number): boolean {
  const { definition } = reader;
  const add = (local: string, module: string, name: string | null) =>
    reader.imports.push({ local, module, name, definition, line, typeOnly: false });

  const dynamic = moduleArgument(node, 'import');
  if (dynamic !== null) {
    add('', dynamic, null);
    for (const each of bound) add(each.local, dynamic, each.name);
    return true;
  }
  const required = moduleArgument(node, 'require');
  if (required !== null) {
    for (const each of bound) add(each.local, required, each.name ?? 'default');
    return true;
  }
  const member = unwrap(node);
  if (!ts.isPropertyAccessExpression(member)) return false;
  const module = moduleArgument(member.expression, 'require');
  const only = bound[0];
  if (module === null || only === undefined || bound.length > 1 || only.name !== null) return false;
  add(only.local, module, member.name.text);
  return true;
}
