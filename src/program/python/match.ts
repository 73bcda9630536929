/** `match`: each case is a block whose test compares the subject with the pattern. */
import type { Value } from '../file.ts';
import { readBlock } from './blocks.ts';
import { nameOf, type Reading, readValue, textOf } from './reading.ts';
import { child, childrenIn, type Syntax } from './syntax.ts';
import { bind } from './targets.ts';

interface Pattern {
  /** null where the pattern takes everything. */
  readonly value: Value | null;
  /** Names that it binds to the subject or to parts of it. */
  readonly captures: { readonly name: string; readonly line: number; readonly whole: boolean }[];
}

export function readMatch(reading: Reading, node: Syntax): void {
  const subjects = childrenIn(node, 'subject').map((each) => readValue(reading, each));
  const [first = { kind: 'other', line: node.line } as const, ...others] = subjects;
  const subject: Value = others.length > 0 ? { kind: 'list', items: subjects, line: node.line } : first;
  for (const clause of child(node, 'body')?.children ?? []) {
    if (clause.type === 'case_clause') readCase(reading, clause, subject);
    else readValue(reading, clause);
  }
}

function readCase(reading: Reading, clause: Syntax, subject: Value): void {
  const { line } = clause;
  const patterns = clause.children.filter((each) => each.type === 'case_pattern');
  const captures: Pattern['captures'] = [];
  const read = patterns.map((each) => readPattern(reading, each, captures, patterns.length === 1));
  const value: Value | null =
    read.length > 1 ? { kind: 'list', items: read.map(orOther(line)), line } : (read[0] ?? null);
  const compared: Value | null = value
    ? { kind: 'operation', operator: '==', operands: [subject, value], line }
    : null;
  const guard = child(clause, 'guard');
  const condition = guard ? readValue(reading, guard) : null;
  const test: Value | null =
    compared && condition
      ? { kind: 'operation', operator: 'and', operands: [compared, condition], line }
      : (compared ?? condition);
  readBlock(reading, 'case', clause, child(clause, 'consequence'), {
    test,
    before: () => {
      for (const { name, whole, line: at } of captures)
        bind(reading, { value: { kind: 'name', name, line: at } }, subject, whole ? '=' : 'destructure');
    },
  });
}

const orOther =
  (line: number) =>
  (value: Value | null): Value =>
    value ?? { kind: 'other', line };

/** `whole`: what the pattern captures is the subject itself, not a part. */
function readPattern(
  reading: Reading,
  node: Syntax,
  captures: Pattern['captures'],
  whole: boolean,
): Value | null {
  const { line } = node;
  const inner = (each: Syntax): Value => orOther(line)(readPattern(reading, each, captures, false));
  const capture = (name: string): void => {
    if (name !== '_') captures.push({ name, line, whole });
  };
  switch (node.type) {
    case 'case_pattern':
      return node.children[0] ? readPattern(reading, node.children[0], captures, whole) : null;
    case 'dotted_name': {
      const name = nameOf(reading, node);
      if (name.includes('.')) return { kind: 'name', name, line };
      capture(name);
      return null;
    }
    case 'as_pattern': {
      const [pattern, alias] = node.children;
      const value = pattern ? readPattern(reading, pattern, captures, whole) : null;
      if (alias) capture(textOf(reading, alias));
      return value;
    }
    case 'union_pattern':
      return { kind: 'operation', operator: '|', operands: node.children.map(inner), line };
    case 'list_pattern':
    case 'tuple_pattern':
      return { kind: 'list', items: node.children.map(inner), line };
    case 'dict_pattern': {
      const [keys, values] = [childrenIn(node, 'key'), childrenIn(node, 'value')];
      for (const each of node.children) if (each.type === 'splat_pattern') inner(each);
      const entries = keys.flatMap((key, index) => {
        const value = values[index];
        return value ? [{ key: inner(key), value: inner(value) }] : [];
      });
      return { kind: 'dict', entries, line };
    }
    case 'splat_pattern':
      capture(textOf(reading, node).replace(/^\*+\s*/, ''));
      return { kind: 'operation', operator: '...', operands: [], line };
    case 'class_pattern': {
      const [name, ...parts] = node.children;
      const type: Value = name
        ? { kind: 'name', name: nameOf(reading, name), line }
        : { kind: 'other', line };
      return { kind: 'operation', operator: 'instanceof', operands: [type, ...parts.map(inner)], line };
    }
    case 'keyword_pattern':
      return node.children[1] ? readPattern(reading, node.children[1], captures, false) : null;
    default: {
      const value = readValue(reading, node);
      const negative =
        value.kind === 'literal' && typeof value.value === 'number' && isNegated(reading, node);
      return negative ? { kind: 'literal', value: -Number(value.value), line } : value;
    }
  }
}

/** A pattern's minus is a token of its parent: looked up in the text. */
function isNegated(reading: Reading, node: Syntax): boolean {
  return reading.text[node.start - 1] === '-';
}
