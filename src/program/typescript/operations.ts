/** Operators between two operands. */
import { ts } from 'ts-morph';
import type { Value } from '../file.ts';
import { MAX_DEPTH, MAX_ERRORS, type Reader } from './reader.ts';

/** Where Python and JavaScript write the same thing differently, Python's word is used. */
const OPERATORS: Readonly<Record<string, string>> = {
  '===': '==',
  '!==': '!=',
  '&&': 'and',
  '||': 'or',
};

/** A run of one of these is one operation with many operands. */
const ASSOCIATIVE: ReadonlySet<string> = new Set(['+', 'and', 'or', '??', '|', '&']);

/**
 * A binary expression. The left spine is walked in a loop: generated code adds up thousands of strings, which
 * would be as many levels.
 */
export function readBinary(reader: Reader, node: ts.BinaryExpression): Value {
  const spine: ts.BinaryExpression[] = [];
  let left: ts.Expression = node;
  while (ts.isBinaryExpression(left) && !isAssignment(left)) {
    spine.push(left);
    left = left.left;
  }
  const line = reader.line(node);
  let value = reader.value(left);
  let run: { readonly operator: string; readonly operands: Value[] } | null = null;
  let levels = 0;
  for (const each of spine.reverse()) {
    const token = each.operatorToken.kind;
    const right = reader.value(each.right);
    if (token === ts.SyntaxKind.CommaToken) {
      value = right;
      run = null;
      continue;
    }
    const written = ts.tokenToString(token) ?? '?';
    const operator = OPERATORS[written] ?? written;
    if (run !== null && run.operator === operator && ASSOCIATIVE.has(operator)) {
      run.operands.push(right);
      continue;
    }
    if (++levels === MAX_DEPTH) {
      if (reader.errors.length < MAX_ERRORS)
        reader.errors.push({ line, reason: 'too many operators in one expression to follow' });
      value = { kind: 'other', line };
      levels = 0;
    }
    run = { operator, operands: [value, right] };
    value = { kind: 'operation', operator, operands: run.operands, line };
  }
  return value;
}

/** `=`, `+=`, `??=` and the like. */
export function isAssignment(node: ts.BinaryExpression): boolean {
  const kind = node.operatorToken.kind;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
