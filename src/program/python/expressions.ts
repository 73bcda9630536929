/** Expressions as values: names, attributes, containers, operators, comprehensions. */
import type { DictEntry, Value } from '../file.ts';
import { calls } from './calls.ts';
import { lambda } from './definitions.ts';
import { literals } from './literals.ts';
import { addStatement, type ExpressionReader, nameOf, type Reading, readValue, textOf } from './reading.ts';
import { child, childrenIn, type Syntax } from './syntax.ts';
import { bind, readTarget } from './targets.ts';

/** A run of one of these is one operation with many operands. */
const ASSOCIATIVE: ReadonlySet<string> = new Set(['+', 'and', 'or', '|', '&']);

function operation(operator: string, operands: readonly Value[], line: number): Value {
  return { kind: 'operation', operator, operands, line };
}

function readName(reading: Reading, node: Syntax): Value {
  return { kind: 'name', name: nameOf(reading, node), line: node.line };
}

function readAttribute(reading: Reading, node: Syntax): Value {
  const object = child(node, 'object');
  const attribute = child(node, 'attribute');
  if (!object || !attribute) return unread(reading, node);
  const of = readValue(reading, object);
  const name = textOf(reading, attribute);
  return of.kind === 'name'
    ? { kind: 'name', name: `${of.name}.${name}`, line: node.line }
    : { kind: 'member', of, name, line: node.line };
}

function readSubscript(reading: Reading, node: Syntax): Value {
  const value = child(node, 'value');
  if (!value) return unread(reading, node);
  const of = readValue(reading, value);
  const index = childrenIn(node, 'subscript').map((each) => readValue(reading, each));
  return { kind: 'index', of, index, line: node.line };
}

/** Start, stop and step; a bound that is not written is None, as Python has it. */
function readSlice(reading: Reading, node: Syntax): Value {
  const bounds: Value[] = [];
  let bound: Value | null = null;
  const none: Value = { kind: 'literal', value: null, line: node.line };
  for (const each of node.children) {
    if (each.type === ':') {
      bounds.push(bound ?? none);
      bound = null;
    } else bound = readValue(reading, each);
  }
  bounds.push(bound ?? none);
  return operation('slice', bounds, node.line);
}

function readBinary(reading: Reading, node: Syntax): Value {
  const [left, token, right] = node.children.filter((each) => each.type !== 'ERROR');
  if (!left || !token || !right) return unread(reading, node);
  const first = readValue(reading, left);
  const second = readValue(reading, right);
  const operator = token.type;
  const run =
    first.kind === 'operation' && first.operator === operator && ASSOCIATIVE.has(operator)
      ? first.operands
      : [first];
  return operation(operator, [...run, second], node.line);
}

/** `a < b < c` is an 'and' of its parts. */
function readComparison(reading: Reading, node: Syntax): Value {
  const parts: Value[] = [];
  let left: Value | null = null;
  let operator: string | null = null;
  for (const each of node.children) {
    if (OPERATORS.has(each.type)) {
      operator = each.type === '<>' ? '!=' : each.type;
      continue;
    }
    const value = readValue(reading, each);
    if (left && operator) parts.push(operation(operator, [left, value], node.line));
    left = value;
  }
  if (parts.length > 1) return operation('and', parts, node.line);
  return parts[0] ?? left ?? { kind: 'other', line: node.line };
}

const OPERATORS: ReadonlySet<string> = new Set([
  ...['<', '<=', '==', '!=', '>=', '>', '<>', 'in', 'not in', 'is', 'is not'],
]);

function readUnary(reading: Reading, node: Syntax): Value {
  const [token, argument] = node.children;
  if (!token || !argument) return unread(reading, node);
  const value = readValue(reading, argument);
  if (token.type === '-' && value.kind === 'literal' && typeof value.value === 'number')
    return { kind: 'literal', value: -value.value, line: node.line };
  return operation(token.type, [value], node.line);
}

/** Parts are read in the order of the source, then put in the order of their meaning. */
function readConditional(reading: Reading, node: Syntax): Value {
  const [then, test, otherwise] = node.children.map((each) => readValue(reading, each));
  if (!then || !test || !otherwise) return { kind: 'other', line: node.line };
  return operation('?:', [test, then, otherwise], node.line);
}

const readOperands =
  (operator: string): ExpressionReader =>
  (reading, node) =>
    operation(
      operator,
      node.children.map((each) => readValue(reading, each)),
      node.line,
    );

function readList(reading: Reading, node: Syntax): Value {
  const items = node.children.map((each) => readValue(reading, each));
  return { kind: 'list', items, line: node.line };
}

function readDictionary(reading: Reading, node: Syntax): Value {
  const entries: DictEntry[] = [];
  for (const each of node.children) {
    if (each.type === 'dictionary_splat')
      entries.push({ key: null, value: readValue(reading, each.children[0] ?? each) });
    else if (each.type === 'pair') entries.push(...readPair(reading, each));
    else readValue(reading, each);
  }
  return { kind: 'dict', entries, line: node.line };
}

function readPair(reading: Reading, node: Syntax): readonly DictEntry[] {
  const [key, value] = [child(node, 'key'), child(node, 'value')];
  return key && value ? [{ key: readValue(reading, key), value: readValue(reading, value) }] : [];
}

/** Its loop variables are assigned in the definition around: that is where they are looked up. */
function readComprehension(reading: Reading, node: Syntax): Value {
  const operands: Value[] = [];
  for (const each of node.children) {
    if (each.type === 'for_in_clause') {
      const left = child(each, 'left');
      const target = left ? readTarget(reading, left) : null;
      for (const right of childrenIn(each, 'right')) {
        const iterable = readValue(reading, right);
        operands.push(iterable);
        if (target) bind(reading, target, iterable, 'for');
      }
    } else operands.push(readValue(reading, each));
  }
  return operation('comprehension', operands, node.line);
}

function readWalrus(reading: Reading, node: Syntax): Value {
  const [name, right] = [child(node, 'name'), child(node, 'value')];
  if (!name || !right) return unread(reading, node);
  const target = readTarget(reading, name);
  const value = readValue(reading, right);
  bind(reading, target, value, '=');
  return value;
}

/** A yield is a statement wherever it stands; its value is what is sent in. */
function readYield(reading: Reading, node: Syntax): Value {
  const definition = reading.found.definitions[reading.definition];
  if (definition) definition.generator = true;
  const [inner] = node.children;
  let value: Value | null = null;
  addStatement(reading, 'yield', node.line, () => {
    value = inner ? readValue(reading, inner) : null;
    return value;
  });
  return operation('yield', value ? [value] : [], node.line);
}

/** Parentheses, `await`, a pattern's `as`: nothing but what is inside. */
function readInner(reading: Reading, node: Syntax): Value {
  const [inner, ...others] = node.children.filter((each) => each.type !== 'ERROR');
  if (!inner) return unread(reading, node);
  const value = readValue(reading, inner);
  for (const each of others) if (each.type !== 'as_pattern_target') readValue(reading, each);
  return value;
}

/** What did not parse as it should: its calls count, itself is nothing. */
function unread(reading: Reading, node: Syntax): Value {
  for (const each of node.children) readValue(reading, each);
  return { kind: 'other', line: node.line };
}

export const expressions: Readonly<Record<string, ExpressionReader>> = {
  ...literals,
  ...calls,
  identifier: readName,
  dotted_name: readName,
  ellipsis: (_, node) => ({ kind: 'name', name: 'Ellipsis', line: node.line }),
  attribute: readAttribute,
  subscript: readSubscript,
  slice: readSlice,
  binary_operator: readBinary,
  boolean_operator: readBinary,
  comparison_operator: readComparison,
  unary_operator: readUnary,
  not_operator: readOperands('not'),
  conditional_expression: readConditional,
  list: readList,
  tuple: readList,
  set: readList,
  expression_list: readList,
  pattern_list: readList,
  tuple_pattern: readList,
  list_pattern: readList,
  list_splat: readOperands('...'),
  list_splat_pattern: readOperands('...'),
  dictionary_splat: readOperands('...'),
  dictionary_splat_pattern: readOperands('...'),
  dictionary: readDictionary,
  pair: (reading, node) => ({ kind: 'dict', entries: readPair(reading, node), line: node.line }),
  list_comprehension: readComprehension,
  set_comprehension: readComprehension,
  dictionary_comprehension: readComprehension,
  generator_expression: readComprehension,
  if_clause: readInner,
  named_expression: readWalrus,
  yield: readYield,
  await: readInner,
  parenthesized_expression: readInner,
  as_pattern: readInner,
  type: readInner,
  interpolation: readInner,
  format_expression: readInner,
  lambda,
};
