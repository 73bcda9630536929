/** Expressions as values. Calls, assignments and functions inside them are recorded on the way. */
import { ts } from 'ts-morph';
import type { DictEntry, Value } from '../file.ts';
import { assignmentOperator, readAssignment, readIncrement } from './assignments.ts';
import { readClass } from './classes.ts';
import { readFunction } from './functions.ts';
import { readJsx } from './jsx.ts';
import { bound, dottedName, keyText, keyValue, moduleArgument, unwrap } from './names.ts';
import { readBinary } from './operations.ts';
import { addStatement, type BoundTo, type Reader, reserveCall } from './reader.ts';

/** Reads one expression; a function or class takes the name that it is bound to. */
export function readValue(reader: Reader, wrapped: ts.Expression, boundTo: BoundTo | null): Value {
  const node = unwrap(wrapped);
  const line = reader.line(node);
  const name = dottedName(node);
  if (name !== null) return { kind: 'name', name, line };
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return readCall(reader, node, false);
  if (ts.isPropertyAccessExpression(node))
    return { kind: 'member', of: reader.value(node.expression), name: node.name.text, line };
  if (ts.isStringLiteralLike(node)) return { kind: 'literal', value: node.text, line };
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    const own = boundTo?.name || node.name?.text || '';
    const role = {
      name: own,
      kind: own === '' ? 'lambda' : 'function',
      line: boundTo?.line ?? null,
    } as const;
    return { kind: 'function', definition: readFunction(reader, node, role), line };
  }
  if (ts.isObjectLiteralExpression(node)) return { kind: 'dict', entries: dictEntries(reader, node), line };
  if (ts.isArrayLiteralExpression(node))
    return {
      kind: 'list',
      items: reader
        .first(node.elements)
        .filter(isPresent)
        .map((each) => reader.value(each)),
      line,
    };
  if (ts.isBinaryExpression(node))
    return assignmentOperator(node) === null ? readBinary(reader, node) : readAssignment(reader, node);
  if (ts.isTemplateExpression(node)) return template(reader, node);
  if (ts.isElementAccessExpression(node)) {
    const of = reader.value(node.expression);
    return { kind: 'index', of, index: [reader.value(node.argumentExpression)], line };
  }
  if (ts.isConditionalExpression(node))
    return operation(reader, '?:', [node.condition, node.whenTrue, node.whenFalse], line);
  if (ts.isPrefixUnaryExpression(node)) return prefixed(reader, node);
  if (ts.isPostfixUnaryExpression(node)) return readIncrement(reader, node);
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node))
    return readJsx(reader, node);
  if (ts.isSpreadElement(node)) return operation(reader, '...', [node.expression], line);
  if (ts.isTypeOfExpression(node)) return operation(reader, 'typeof', [node.expression], line);
  if (ts.isTaggedTemplateExpression(node)) return readCall(reader, node, false);
  if (ts.isClassExpression(node))
    return {
      kind: 'function',
      definition: readClass(reader, node, boundTo?.name || node.name?.text || ''),
      line,
    };
  if (ts.isYieldExpression(node)) {
    const statement = addStatement(reader, 'yield', node);
    if (node.expression) statement.value = reader.value(node.expression);
    const operands = statement.value ? [statement.value] : [];
    return { kind: 'operation', operator: 'yield', operands, line };
  }
  if (ts.isDeleteExpression(node)) {
    const statement = addStatement(reader, 'delete', node);
    statement.value = reader.value(node.expression);
    return { kind: 'operation', operator: 'delete', operands: [statement.value], line };
  }
  if (ts.isVoidExpression(node)) return operation(reader, 'void', [node.expression], line);
  return constant(reader, node, line);
}

function constant(reader: Reader, node: ts.Expression, line: number): Value {
  if (ts.isNumericLiteral(node)) return { kind: 'literal', value: Number(node.text), line };
  if (ts.isBigIntLiteral(node)) return { kind: 'literal', value: Number(node.text.slice(0, -1)), line };
  if (ts.isRegularExpressionLiteral(node)) return { kind: 'literal', value: node.text, line };
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return { kind: 'literal', value: true, line };
    case ts.SyntaxKind.FalseKeyword:
      return { kind: 'literal', value: false, line };
    case ts.SyntaxKind.NullKeyword:
      return { kind: 'literal', value: null, line };
    default:
      return { kind: 'other', line: reader.line(node) };
  }
}

/** `f(x)`, `new F(x)` and a tagged template, whose one argument is the template. */
function readCall(
  reader: Reader,
  node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression,
  statement: boolean,
): Value {
  const { id, call } = reserveCall(reader, node, ts.isNewExpression(node) ? 'new' : 'call', statement);
  if (ts.isTaggedTemplateExpression(node)) {
    call.callee = reader.value(node.tag);
    call.arguments = [{ name: null, value: reader.value(node.template) }];
    return { kind: 'call', call: id, line: call.line };
  }
  call.callee = reader.value(node.expression);
  call.arguments = reader
    .first(node.arguments ?? [])
    .map((each) => ({ name: null, value: reader.value(each) }));
  const module = moduleArgument(node, 'require') ?? moduleArgument(node, 'import');
  if (module !== null) {
    const { definition } = reader;
    reader.imports.push({ local: '', module, name: null, definition, line: call.line, typeOnly: false });
  }
  return { kind: 'call', call: id, line: call.line };
}

/** An expression whose result is thrown away, so that the calls in it are statements. */
export function discard(reader: Reader, wrapped: ts.Expression): void {
  const waiting = [wrapped];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = unwrap(next);
    if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node)) {
      readCall(reader, node, true);
    } else if (ts.isVoidExpression(node)) {
      waiting.push(node.expression);
    } else if (ts.isConditionalExpression(node)) {
      reader.value(node.condition);
      waiting.push(node.whenFalse, node.whenTrue);
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) {
      waiting.push(node.right, node.left);
    } else if (ts.isBinaryExpression(node) && SHORT_CIRCUIT.has(node.operatorToken.kind)) {
      reader.value(node.left);
      waiting.push(node.right);
    } else {
      reader.value(node);
    }
  }
}

const SHORT_CIRCUIT: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

function dictEntries(reader: Reader, node: ts.ObjectLiteralExpression): readonly DictEntry[] {
  return reader.first(node.properties).map((property): DictEntry => {
    if (ts.isSpreadAssignment(property)) return { key: null, value: reader.value(property.expression) };
    const key = keyValue(reader, property.name);
    if (ts.isPropertyAssignment(property))
      return { key, value: reader.value(property.initializer, bound(keyText(property.name), key.line)) };
    const line = reader.line(property);
    if (ts.isShorthandPropertyAssignment(property))
      return { key, value: { kind: 'name', name: property.name.text, line } };
    const method = { name: keyText(property.name) ?? '', kind: 'function' } as const;
    return { key, value: { kind: 'function', definition: readFunction(reader, property, method), line } };
  });
}

function template(reader: Reader, node: ts.TemplateExpression): Value {
  const parts = reader
    .first(node.templateSpans)
    .flatMap((span) => [reader.value(span.expression), span.literal.text]);
  return {
    kind: 'template',
    parts: [node.head.text, ...parts].filter((part) => part !== ''),
    line: reader.line(node),
  };
}

function prefixed(reader: Reader, node: ts.PrefixUnaryExpression): Value {
  const line = reader.line(node);
  switch (node.operator) {
    case ts.SyntaxKind.PlusPlusToken:
    case ts.SyntaxKind.MinusMinusToken:
      return readIncrement(reader, node);
    case ts.SyntaxKind.MinusToken:
      return ts.isNumericLiteral(node.operand)
        ? { kind: 'literal', value: -Number(node.operand.text), line }
        : operation(reader, '-', [node.operand], line);
    case ts.SyntaxKind.ExclamationToken:
      return operation(reader, 'not', [node.operand], line);
    default:
      return operation(reader, ts.tokenToString(node.operator) ?? '?', [node.operand], line);
  }
}

function operation(reader: Reader, operator: string, nodes: readonly ts.Expression[], line: number): Value {
  return { kind: 'operation', operator, operands: nodes.map((each) => reader.value(each)), line };
}

function isPresent(node: ts.Expression): boolean {
  return !ts.isOmittedExpression(node);
}
