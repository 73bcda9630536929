/** Strings and numbers as what they stand for. */
import type { Value } from '../file.ts';
import { type ExpressionReader, type Reading, readValue, textOf } from './reading.ts';
import { child, type Syntax } from './syntax.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([ntrabfv\\'"\n]))/g;

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, x, u, U, octal, simple) => {
    if (simple !== undefined) return ESCAPES[simple] ?? whole;
    const code = Number.parseInt(octal ?? x ?? u ?? U, octal === undefined ? 16 : 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

type Part = string | Value;

/** The pieces of a string: one piece of text unless values are interpolated. */
function partsOf(reading: Reading, node: Syntax): readonly Part[] {
  const { text } = reading;
  let at = node.start;
  while (at < node.end && text[at] !== '"' && text[at] !== "'") at++;
  const prefix = text.slice(node.start, at).toLowerCase();
  const quote = text[at] ?? '"';
  const quotes = text.startsWith(quote.repeat(3), at) && node.end - at >= 6 ? 3 : 1;
  const closed = node.end - at >= 2 * quotes && text[node.end - 1] === quote;
  const end = closed ? node.end - quotes : node.end;
  const interpolates = /[ft]/.test(prefix);
  const decode = (piece: string): string => {
    const plain = prefix.includes('r') ? piece : unescaped(piece);
    return interpolates ? plain.replaceAll('{{', '{').replaceAll('}}', '}') : plain;
  };
  const parts: Part[] = [];
  let from = at + quotes;
  for (const each of node.children) {
    if (each.type !== 'interpolation') continue;
    if (each.start > from) parts.push(decode(text.slice(from, each.start)));
    parts.push(interpolated(reading, each));
    from = each.end;
  }
  if (end > from || parts.length === 0) parts.push(decode(text.slice(from, Math.max(from, end))));
  return parts;
}

function interpolated(reading: Reading, node: Syntax): Value {
  const expression = child(node, 'expression');
  const value: Value = expression ? readValue(reading, expression) : { kind: 'other', line: node.line };
  const format = child(node, 'format_specifier');
  if (format) readValue(reading, format);
  return value;
}

function joined(parts: readonly Part[], line: number): Value {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  const [first = ''] = merged;
  if (merged.length <= 1 && typeof first === 'string') return { kind: 'literal', value: first, line };
  return { kind: 'template', parts: merged, line };
}

function readString(reading: Reading, node: Syntax): Value {
  return joined(partsOf(reading, node), node.line);
}

function readConcatenated(reading: Reading, node: Syntax): Value {
  const strings = node.children.filter((each) => each.type === 'string');
  return joined(
    strings.flatMap((each) => partsOf(reading, each)),
    node.line,
  );
}

function readNumber(reading: Reading, node: Syntax): Value {
  const text = textOf(reading, node).replaceAll('_', '').toLowerCase().replace(/l$/, '');
  const value = /^0\d+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
  return Number.isNaN(value)
    ? { kind: 'other', line: node.line }
    : { kind: 'literal', value, line: node.line };
}

const constant =
  (value: boolean | null): ExpressionReader =>
  (_, node) => ({ kind: 'literal', value, line: node.line });

export const literals: Readonly<Record<string, ExpressionReader>> = {
  string: readString,
  concatenated_string: readConcatenated,
  integer: readNumber,
  float: readNumber,
  true: constant(true),
  false: constant(false),
  none: constant(null),
};
