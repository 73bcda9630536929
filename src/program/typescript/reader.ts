/** What the readers of one file share: where they are in it, and what they have found so far. */

import { ts } from 'ts-morph';
import {
  type Cut,
  cutter,
  MOST_DECORATORS,
  MOST_VALUES,
  TOO_MANY_DECORATORS,
  TOO_MANY_VALUES,
} from '../bounds.ts';
import type {
  Assignment,
  Block,
  BlockId,
  Call,
  CallId,
  Definition,
  DefinitionId,
  Export,
  Field,
  Import,
  Statement,
  Value,
} from '../file.ts';
import { MODULE, NONE } from '../file.ts';
import type { Lines } from '../lines.ts';

/** Levels of nesting that are followed. Deeper code is dropped, with an error, so that no stack overflows. */
export const MAX_DEPTH = 400;
/** Errors kept per file. */
export const MAX_ERRORS = 20;

type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type DefinitionDraft = Draft<Omit<Definition, 'fields'>> & { fields: Field[] };
export type BlockDraft = Draft<Block>;
export type StatementDraft = Draft<Statement>;
export type AssignmentDraft = Draft<Assignment>;
export type CallDraft = Draft<Call>;

/** What a function or class is bound to: `const f = …`, `f: …`, `x.f = …`. */
export interface BoundTo {
  readonly name: string;
  readonly line: number;
}

/** How the recursive readers reach each other without importing each other. */
export interface Readers {
  readonly value: (reader: Reader, node: ts.Expression, boundTo: BoundTo | null) => Value;
  readonly type: (reader: Reader, node: ts.TypeNode) => Value;
  readonly statement: (reader: Reader, node: ts.Statement) => void;
}

export interface Reader {
  readonly source: ts.SourceFile;
  readonly lines: Lines;
  /** The definition and block that what is read now stands in. */
  definition: DefinitionId;
  block: BlockId;
  /** Inside `namespace X {}`: its exports are not the module's. */
  namespaces: number;
  readonly errors: { line: number; reason: string }[];
  readonly cuts: readonly Cut[];
  readonly imports: Import[];
  readonly exports: Export[];
  readonly definitions: DefinitionDraft[];
  readonly blocks: BlockDraft[];
  readonly calls: CallDraft[];
  readonly assignments: AssignmentDraft[];
  readonly statements: StatementDraft[];
  /** First line of a node, its comments not counted. */
  line(node: ts.Node): number;
  endLine(node: ts.Node): number;
  /** As many nodes as are read where they stand in a row; that there are more is noted. */
  first<T extends ts.Node>(nodes: readonly T[], most?: number, reason?: string): readonly T[];
  /** An expression; a function or class in it takes the name that it is bound to. */
  value(node: ts.Expression, boundTo?: BoundTo | null): Value;
  type(node: ts.TypeNode): Value;
  statement(node: ts.Statement): void;
  /** Reads with another definition and block around. */
  within(definition: DefinitionId, block: BlockId, read: () => void): void;
}

/** A reader at the top of a file. */
export function createReader(source: ts.SourceFile, lines: Lines, readers: Readers): Reader {
  let depth = 0;
  let dropped = false;
  const { cuts, cut } = cutter();

  function nested<T>(node: ts.Node, read: () => T, otherwise: () => T): T {
    if (depth >= MAX_DEPTH) {
      if (!dropped) reader.errors.push({ line: reader.line(node), reason: 'nested too deeply to follow' });
      dropped = true;
      return otherwise();
    }
    depth++;
    const result = read();
    depth--;
    return result;
  }

  const reader: Reader = {
    source,
    lines,
    definition: MODULE,
    block: NONE,
    namespaces: 0,
    errors: [],
    cuts,
    first(nodes, most = MOST_VALUES, reason = TOO_MANY_VALUES) {
      const over = nodes[most];
      if (over === undefined) return nodes;
      cut(reader.line(over), reason);
      return nodes.slice(0, most);
    },
    imports: [],
    exports: [],
    definitions: [],
    blocks: [],
    calls: [],
    assignments: [],
    statements: [],
    line: (node) => lines.at(node.getStart(source)),
    endLine: (node) => lines.at(node.end),
    value: (node, boundTo = null) =>
      nested(
        node,
        () => readers.value(reader, node, boundTo),
        () => ({ kind: 'other', line: reader.line(node) }),
      ),
    type: (node) =>
      nested(
        node,
        () => readers.type(reader, node),
        () => ({ kind: 'other', line: reader.line(node) }),
      ),
    statement: (node) =>
      nested(
        node,
        () => readers.statement(reader, node),
        () => undefined,
      ),
    within(definition, block, read) {
      const outer = { definition: reader.definition, block: reader.block };
      reader.definition = definition;
      reader.block = block;
      read();
      reader.definition = outer.definition;
      reader.block = outer.block;
    },
  };
  return reader;
}

/** Keeps a place for a call, so that calls stand in the order of their starts. */
export function reserveCall(
  reader: Reader,
  node: ts.Node,
  form: Call['form'],
  statement: boolean,
): { readonly id: CallId; readonly call: CallDraft } {
  const call: CallDraft = {
    callee: { kind: 'other', line: reader.line(node) },
    arguments: [],
    form,
    definition: reader.definition,
    block: reader.block,
    line: reader.line(node),
    endLine: reader.endLine(node),
    statement,
  };
  return { id: reader.calls.push(call) - 1, call };
}

/** Records a statement before its value is read: statements stand in source order too. */
export function addStatement(reader: Reader, kind: Statement['kind'], node: ts.Node): StatementDraft {
  const { definition, block } = reader;
  const statement: StatementDraft = { kind, value: null, definition, block, line: reader.line(node) };
  reader.statements.push(statement);
  return statement;
}

/** Records an assignment; its value may be filled in later. */
export function addAssignment(
  reader: Reader,
  target: Value,
  via: Assignment['via'],
  line: number,
  value: Value | null = null,
): AssignmentDraft {
  const { definition, block } = reader;
  const assignment: AssignmentDraft = { target, value, annotation: null, via, definition, block, line };
  reader.assignments.push(assignment);
  return assignment;
}

/** True where a declaration has the modifier. */
export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return modifiersOf(node).some((modifier) => modifier.kind === kind);
}

/** Decorators as values. Their calls belong to the definition that is around now. */
export function decoratorsOf(reader: Reader, node: ts.Node): readonly Value[] {
  const all = modifiersOf(node).filter(ts.isDecorator);
  return reader
    .first(all, MOST_DECORATORS, TOO_MANY_DECORATORS)
    .map(({ expression }) => reader.value(expression));
}

function modifiersOf(node: ts.Node): readonly ts.ModifierLike[] {
  return (node as { readonly modifiers?: readonly ts.ModifierLike[] }).modifiers ?? [];
}
