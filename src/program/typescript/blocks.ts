/** Constructs with a body: branches, loops, try and switch. */
import { ts } from 'ts-morph';
import { type BlockId, NONE, type Value } from '../file.ts';
import { readDeclaration } from './assignments.ts';
import { destructure } from './patterns.ts';
import { addAssignment, type BlockDraft, type Reader } from './reader.ts';
import { isNothing } from './stub.ts';
import { discard } from './values.ts';

type Body = readonly ts.Statement[];

/** Opens a block here, reads its body in it, and returns its id. */
function readBody(
  reader: Reader,
  kind: BlockDraft['kind'],
  node: ts.Node,
  body: Body,
  more: Partial<Pick<BlockDraft, 'of' | 'test' | 'binds'>> & { readonly before?: () => void } = {},
): BlockId {
  const block: BlockDraft = {
    kind,
    parent: reader.block,
    definition: reader.definition,
    of: more.of ?? NONE,
    test: more.test ?? null,
    catches: [],
    binds: more.binds ?? null,
    line: reader.line(node),
    endLine: lastLine(reader, node, body),
    empty: body.every(isNothing),
  };
  const id = reader.blocks.push(block) - 1;
  reader.within(reader.definition, id, () => {
    more.before?.();
    for (const statement of body) reader.statement(statement);
  });
  return id;
}

/** The end of an `if` is the end of its own branch, of a `try` that of the tried part. */
function lastLine(reader: Reader, node: ts.Node, body: Body): number {
  if (ts.isIfStatement(node)) return reader.endLine(node.thenStatement);
  if (ts.isTryStatement(node)) return reader.endLine(node.tryBlock);
  return Math.max(reader.endLine(node), ...body.slice(-1).map((each) => reader.endLine(each)));
}

function bodyOf(statement: ts.Statement): Body {
  return ts.isBlock(statement) ? statement.statements : [statement];
}

/** `if`, `else if` (an 'if' of the branch before it) and `else`. A long chain is walked in a loop. */
export function readIf(reader: Reader, node: ts.IfStatement): void {
  let of: BlockId = NONE;
  let branch: ts.Statement = node;
  while (ts.isIfStatement(branch)) {
    const test = reader.value(branch.expression);
    of = readBody(reader, 'if', branch, bodyOf(branch.thenStatement), { of, test });
    if (branch.elseStatement === undefined) return;
    branch = branch.elseStatement;
  }
  readBody(reader, 'else', branch, bodyOf(branch), { of });
}

/** `while` and `do`. The condition of `do` stands after its body. */
export function readWhile(reader: Reader, node: ts.WhileStatement | ts.DoStatement): void {
  const body = bodyOf(node.statement);
  if (ts.isWhileStatement(node)) {
    readBody(reader, 'while', node, body, { test: reader.value(node.expression) });
    return;
  }
  const id = readBody(reader, 'while', node, body);
  const block = reader.blocks[id];
  const test = reader.value(node.expression);
  if (block) block.test = test;
}

/** A counting loop is a 'for' whose test is its condition; without a step it is a 'while' (`for (;;)`: true). */
export function readFor(reader: Reader, node: ts.ForStatement): void {
  if (node.initializer) {
    if (ts.isVariableDeclarationList(node.initializer))
      for (const each of node.initializer.declarations) readDeclaration(reader, each);
    else discard(reader, node.initializer);
  }
  const line = reader.line(node);
  const test: Value = node.condition ? reader.value(node.condition) : { kind: 'literal', value: true, line };
  const step = node.incrementor;
  const kind = step && node.condition ? 'for' : 'while';
  const before = step ? () => discard(reader, step) : () => undefined;
  readBody(reader, kind, node, bodyOf(node.statement), { test, before });
}

/** `for … of` and `for … in`. A destructured item is an unknown index of what is iterated. */
export function readForEach(reader: Reader, node: ts.ForOfStatement | ts.ForInStatement): void {
  const iterable = reader.value(node.expression);
  const before = () => {
    const line = reader.line(node.initializer);
    if (!ts.isVariableDeclarationList(node.initializer)) {
      addAssignment(reader, reader.value(node.initializer), 'for', line, iterable);
      return;
    }
    const name = node.initializer.declarations[0]?.name;
    if (name === undefined) return;
    if (ts.isIdentifier(name)) {
      addAssignment(reader, { kind: 'name', name: name.text, line }, 'for', line, iterable);
      return;
    }
    const item: Value = { kind: 'index', of: iterable, index: [{ kind: 'other', line }], line };
    destructure(reader, name, item);
  };
  readBody(reader, 'for', node, bodyOf(node.statement), { test: iterable, before });
}

/** `try`, `catch` (an 'except' that catches everything) and `finally`. */
export function readTry(reader: Reader, node: ts.TryStatement): void {
  const of = readBody(reader, 'try', node, node.tryBlock.statements);
  const clause = node.catchClause;
  if (clause) {
    const name = clause.variableDeclaration?.name;
    const binds = name === undefined ? null : ts.isIdentifier(name) ? name.text : '{}';
    const before = () => {
      if (name === undefined || ts.isIdentifier(name)) return;
      destructure(reader, name, { kind: 'name', name: '{}', line: reader.line(name) });
    };
    readBody(reader, 'except', clause, clause.block.statements, { of, binds, before });
  }
  if (node.finallyBlock) readBody(reader, 'finally', node.finallyBlock, node.finallyBlock.statements, { of });
}

/** `switch`: a 'case' block for each clause; what falls through is in the clause where it is written. */
export function readSwitch(reader: Reader, node: ts.SwitchStatement): void {
  const subject = reader.value(node.expression);
  for (const clause of node.caseBlock.clauses) {
    if (ts.isDefaultClause(clause)) {
      readBody(reader, 'case', clause, clause.statements);
      continue;
    }
    const operands = [subject, reader.value(clause.expression)];
    const test: Value = { kind: 'operation', operator: '==', operands, line: reader.line(clause) };
    readBody(reader, 'case', clause, clause.statements, { test });
  }
}
