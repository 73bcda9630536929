/** What the readers of one file share: where they are in it, and what they have found so far. */

import { type Cut, cutter } from '../bounds.ts';
import type {
  Assignment,
  Block,
  BlockId,
  Call,
  Comment,
  Definition,
  DefinitionId,
  Field,
  Import,
  Statement,
  Value,
} from '../file.ts';
import { MODULE, NONE } from '../file.ts';
import type { Lines } from '../lines.ts';
import type { Syntax } from './syntax.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type DefinitionDraft = Draft<Omit<Definition, 'fields'>> & { fields: Field[] };

interface Found {
  readonly imports: Import[];
  readonly definitions: DefinitionDraft[];
  readonly blocks: Draft<Block>[];
  readonly calls: Draft<Call>[];
  readonly assignments: Assignment[];
  readonly statements: Draft<Statement>[];
  readonly comments: Comment[];
}

export type ExpressionReader = (reading: Reading, node: Syntax) => Value;
export type StatementReader = (reading: Reading, node: Syntax) => void;

/** The readers by node type; handed around, so that they reach each other without importing each other. */
export interface Readers {
  readonly expressions: Readonly<Record<string, ExpressionReader>>;
  readonly statements: Readonly<Record<string, StatementReader>>;
  /** Parses text that stood in a string; null where it is not one expression. */
  readonly fragment: (text: string, line: number) => Syntax | null;
}

export interface Reading {
  readonly text: string;
  readonly lines: Lines;
  readonly readers: Readers;
  readonly found: Found;
  readonly cuts: readonly Cut[];
  /** Notes a place that is not read because of a bound. */
  readonly cut: (line: number, reason: string) => void;
  /** The definition and block that what is read now stands in. */
  definition: DefinitionId;
  block: BlockId;
  /** Names that a definition declares as those of a scope around it. */
  readonly outer: Map<DefinitionId, Set<string>>;
  /** Inside `if TYPE_CHECKING:`. */
  typeOnly: boolean;
  /** A `.pyi` file: all its definitions are declarations. */
  readonly declarations: boolean;
}

export function createReading(text: string, lines: Lines, readers: Readers, declarations: boolean): Reading {
  return {
    text,
    lines,
    readers,
    ...cutter(),
    found: {
      imports: [],
      definitions: [],
      blocks: [],
      calls: [],
      assignments: [],
      statements: [],
      comments: [],
    },
    definition: MODULE,
    block: NONE,
    outer: new Map(),
    typeOnly: false,
    declarations,
  };
}

export function textOf(reading: Reading, node: Syntax): string {
  return reading.text.slice(node.start, node.end);
}

/** A dotted name without the blanks that may stand in it. */
export function nameOf(reading: Reading, node: Syntax): string {
  const text = textOf(reading, node);
  return /\s|\\/.test(text) ? text.replace(/[\s\\]+/g, '') : text;
}

export function endLineOf(reading: Reading, node: Syntax): number {
  return reading.lines.at(Math.max(node.start, node.end - 1));
}

/** Reads an expression. */
export function readValue(reading: Reading, node: Syntax): Value {
  const read = reading.readers.expressions[node.type];
  if (read) return read(reading, node);
  for (const each of node.children) visit(reading, each);
  return { kind: 'other', line: node.line };
}

/** Reads whatever a node is. What did not parse is searched for the statements and calls that did. */
export function visit(reading: Reading, node: Syntax): void {
  const read = reading.readers.statements[node.type];
  if (read) read(reading, node);
  else readValue(reading, node);
}

/** Reads with another definition and block around. */
export function within(
  reading: Reading,
  place: { readonly definition?: DefinitionId; readonly block: BlockId },
  read: () => void,
): void {
  const { definition, block } = reading;
  reading.definition = place.definition ?? definition;
  reading.block = place.block;
  read();
  reading.definition = definition;
  reading.block = block;
}

export function addStatement(
  reading: Reading,
  kind: Statement['kind'],
  line: number,
  read: () => Value | null = () => null,
): void {
  const { definition, block } = reading;
  const statement: Draft<Statement> = { kind, value: null, definition, block, line };
  reading.found.statements.push(statement);
  statement.value = read();
}
