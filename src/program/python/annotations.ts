/** Type annotations. In them a string stands for the expression that it quotes. */
import type { Value } from '../file.ts';
import { singleLine } from '../lines.ts';
import { type Reading, readValue, textOf } from './reading.ts';
import { child, childOfType, childrenIn, type Syntax } from './syntax.ts';

/** Longer strings are no annotations. */
const MAX_QUOTED = 2000;
/** Quotes within quotes that are followed. */
const MAX_QUOTES = 3;
const DOTTED = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

export function annotationOf(reading: Reading, node: Syntax, quotes = 0): Value {
  const inner = (each: Syntax): Value => annotationOf(reading, each, quotes);
  const { line } = node;
  switch (node.type) {
    case 'type':
    case 'constrained_type':
    case 'parenthesized_expression':
      return node.children[0] ? inner(node.children[0]) : { kind: 'other', line };
    case 'generic_type': {
      const [name, parameters] = node.children;
      if (!name || !parameters) return { kind: 'other', line };
      return indexed(reading, readValue(reading, name), parameters.children, line, inner);
    }
    case 'subscript': {
      const value = child(node, 'value');
      if (!value) return { kind: 'other', line };
      return indexed(reading, readValue(reading, value), childrenIn(node, 'subscript'), line, inner);
    }
    case 'binary_operator':
      if (!childOfType(node, '|')) return readValue(reading, node);
      return union(node.children.filter((each) => each.type !== '|').map(inner), line);
    case 'union_type':
      return union(node.children.map(inner), line);
    case 'member_type': {
      const [of, name] = node.children;
      return of && name ? member(inner(of), textOf(reading, name), line) : { kind: 'other', line };
    }
    case 'splat_type':
      return { kind: 'name', name: textOf(reading, node).replace(/^\*+\s*/, ''), line };
    case 'list':
    case 'tuple':
      return { kind: 'list', items: node.children.map(inner), line };
    case 'string':
    case 'concatenated_string':
      return quoted(reading, readValue(reading, node), quotes);
    default:
      return readValue(reading, node);
  }
}

function indexed(
  reading: Reading,
  of: Value,
  index: readonly Syntax[],
  line: number,
  inner: (node: Syntax) => Value,
): Value {
  const name = of.kind === 'name' ? of.name.slice(of.name.lastIndexOf('.') + 1) : '';
  /** `Literal`'s strings are strings, and so is what `Annotated` says about its type. */
  const types = name === 'Literal' ? 0 : name === 'Annotated' ? 1 : index.length;
  const values = index.map((each, position) => (position < types ? inner(each) : plain(reading, each)));
  return { kind: 'index', of, index: values, line };
}

function plain(reading: Reading, node: Syntax): Value {
  return readValue(reading, node.type === 'type' ? (node.children[0] ?? node) : node);
}

function union(parts: readonly Value[], line: number): Value {
  const operands = parts.flatMap((part) =>
    part.kind === 'operation' && part.operator === '|' ? part.operands : [part],
  );
  return { kind: 'operation', operator: '|', operands, line };
}

function member(of: Value, name: string, line: number): Value {
  return of.kind === 'name'
    ? { kind: 'name', name: `${of.name}.${name}`, line }
    : { kind: 'member', of, name, line };
}

function quoted(reading: Reading, value: Value, quotes: number): Value {
  if (value.kind !== 'literal' || typeof value.value !== 'string') return value;
  const text = value.value.trim();
  const { line } = value;
  if (DOTTED.test(text)) return { kind: 'name', name: text, line };
  if (text.length > MAX_QUOTED || quotes >= MAX_QUOTES) return value;
  /** In parentheses, where it may span lines. */
  const wrapped = `(${text})`;
  const parsed = reading.readers.fragment(wrapped, line);
  if (!parsed) return value;
  return annotationOf({ ...reading, text: wrapped, lines: singleLine(line) }, parsed, quotes + 1);
}
