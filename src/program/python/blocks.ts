/** Statements with bodies: if, for, while, try, with. */
import type { Block, BlockId, Value } from '../file.ts';
import { NONE } from '../file.ts';
import { isEmpty } from './bodies.ts';
import {
  endLineOf,
  nameOf,
  type Reading,
  readValue,
  type StatementReader,
  textOf,
  visit,
  within,
} from './reading.ts';
import { child, childOfType, childrenIn, type Syntax } from './syntax.ts';
import { bind, readTarget } from './targets.ts';

interface BlockParts {
  readonly of?: BlockId;
  readonly test?: Value | null;
  readonly catches?: readonly string[];
  readonly binds?: string | null;
  /** Runs inside the block, before its body. */
  readonly before?: () => void;
}

/** Records a block and reads its body. */
export function readBlock(
  reading: Reading,
  kind: Block['kind'],
  node: Syntax,
  body: Syntax | undefined,
  parts: BlockParts = {},
): BlockId {
  const id =
    reading.found.blocks.push({
      kind,
      parent: reading.block,
      definition: reading.definition,
      of: parts.of ?? NONE,
      test: parts.test ?? null,
      catches: parts.catches ?? [],
      binds: parts.binds ?? null,
      line: node.line,
      endLine: endLineOf(reading, body && body.end > body.start ? body : node),
      empty: isEmpty(body),
    }) - 1;
  within(reading, { block: id }, () => {
    parts.before?.();
    for (const each of body?.children ?? []) visit(reading, each);
  });
  return id;
}

function readIf(reading: Reading, node: Syntax): void {
  let previous: BlockId = NONE;
  const branch = (clause: Syntax): void => {
    const condition = child(clause, 'condition');
    const test = condition ? readValue(reading, condition) : null;
    const outer = reading.typeOnly;
    if (test?.kind === 'name' && /(?:^|\.)TYPE_CHECKING$/.test(test.name)) reading.typeOnly = true;
    previous = readBlock(reading, 'if', clause, child(clause, 'consequence'), { of: previous, test });
    reading.typeOnly = outer;
  };
  branch(node);
  for (const each of node.children) {
    if (each.type === 'elif_clause') branch(each);
    else if (each.type === 'else_clause')
      previous = readBlock(reading, 'else', each, child(each, 'body'), { of: previous });
    else if (each.field === null) visit(reading, each);
  }
}

/** A loop's `else` belongs to no condition: it stands on its own. */
function readLoopElse(reading: Reading, node: Syntax): void {
  const otherwise = childOfType(node, 'else_clause');
  if (otherwise) readBlock(reading, 'else', otherwise, child(otherwise, 'body'));
}

function readFor(reading: Reading, node: Syntax): void {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  const target = left ? readTarget(reading, left) : null;
  const iterable = right ? readValue(reading, right) : null;
  readBlock(reading, 'for', node, child(node, 'body'), {
    test: iterable,
    before: () => {
      if (target) bind(reading, target, iterable, 'for');
    },
  });
  readLoopElse(reading, node);
}

function readWhile(reading: Reading, node: Syntax): void {
  const condition = child(node, 'condition');
  const test = condition ? readValue(reading, condition) : null;
  readBlock(reading, 'while', node, child(node, 'body'), { test });
  readLoopElse(reading, node);
}

function readTry(reading: Reading, node: Syntax): void {
  const of = readBlock(reading, 'try', node, child(node, 'body'));
  for (const each of node.children) {
    const suite = childOfType(each, 'block');
    if (each.type === 'except_clause')
      readBlock(reading, 'except', each, suite, { of, ...caught(reading, each) });
    else if (each.type === 'else_clause') readBlock(reading, 'else', each, suite, { of });
    else if (each.type === 'finally_clause') readBlock(reading, 'finally', each, suite, { of });
    else if (each.field !== 'body') visit(reading, each);
  }
}

function caught(reading: Reading, clause: Syntax): { catches: readonly string[]; binds: string | null } {
  const values = childrenIn(clause, 'value');
  const [first] = values;
  const pattern = first?.type === 'as_pattern' ? first : null;
  const alias = pattern ? child(pattern, 'alias') : child(clause, 'alias');
  let caughtNodes = pattern ? pattern.children.slice(0, 1) : values;
  let binds = alias ? nameOf(reading, alias) : null;
  const [, second] = values;
  /** Python 2's `except E, e`: exceptions are written in capitals, variables are not. */
  if (values.length === 2 && second && !binds && /^[a-z_]\w*$/.test(textOf(reading, second))) {
    caughtNodes = values.slice(0, 1);
    binds = textOf(reading, second);
  }
  return { catches: caughtNodes.flatMap((each) => exceptionsIn(reading, each)), binds };
}

function exceptionsIn(reading: Reading, node: Syntax): readonly string[] {
  if (node.type === 'tuple' || node.type === 'parenthesized_expression')
    return node.children.flatMap((each) => exceptionsIn(reading, each));
  if (node.type !== 'identifier' && node.type !== 'attribute') readValue(reading, node);
  return [nameOf(reading, node)];
}

function readWith(reading: Reading, node: Syntax): void {
  const items = childOfType(node, 'with_clause')?.children ?? [];
  const values: (Value | null)[] = [];
  const id = readBlock(reading, 'with', node, child(node, 'body'), {
    before: () => {
      for (const item of items) values.push(readItem(reading, child(item, 'value') ?? item));
    },
  });
  const block = reading.found.blocks[id];
  if (block) block.test = values[0] ?? null;
}

/** An item's value; of several, the first. */
function readItem(reading: Reading, node: Syntax): Value | null {
  const alias = child(node, 'alias');
  if (node.type === 'as_pattern' && node.children[0] && alias) {
    const value = readValue(reading, node.children[0]);
    bind(reading, readTarget(reading, alias), value, 'with');
    return value;
  }
  if (node.type === 'tuple' || node.type === 'parenthesized_expression') {
    const values = node.children.map((each) => readItem(reading, each));
    return values.find((value) => value !== null) ?? null;
  }
  return readValue(reading, node);
}

export const blocks: Readonly<Record<string, StatementReader>> = {
  if_statement: readIf,
  for_statement: readFor,
  while_statement: readWhile,
  try_statement: readTry,
  with_statement: readWith,
};
