/**
 * The shape of a source file as a row of tokens: what stands where, without a single name. Renaming, comments, quotes,
 * line breaks and formatting change none of them. Imports are left out: everybody has the same ones.
 */
import type { CodeFile, Value } from '../../program/file.ts';

export interface Token {
  readonly text: string;
  readonly line: number;
}

/** How far the shape of a value is looked into: deeper parts are calls and statements with tokens of their own. */
const DEPTH = 3;
/** Longer lists are data, and differ in length more than in kind. */
const MOST_PARTS = 6;

/** In the order of the lines. */
export function tokensOf(file: CodeFile): readonly Token[] {
  return [
    ...file.definitions.map(({ line, kind, parameters, decorators, async }) => ({
      line,
      text: `${async ? 'async ' : ''}${kind} ${parameters.length} @${decorators.length}`,
    })),
    ...file.blocks.map(({ line, kind, test }) => ({ line, text: `${kind} ${shapeOf(test)}` })),
    ...file.assignments.map(({ line, target, value, via }) => ({
      line,
      text: `${via} ${target.kind} ${shapeOf(value)}`,
    })),
    ...file.calls.map((call) => ({
      line: call.line,
      text: `${call.form} ${call.callee.kind} ${listOf(
        call.arguments.map(({ value }) => value),
        DEPTH,
      )}`,
    })),
    ...file.statements.map(({ line, kind, value }) => ({ line, text: `${kind} ${shapeOf(value)}` })),
  ].sort((a, b) => a.line - b.line);
}

function shapeOf(value: Value | null, depth: number = DEPTH): string {
  if (value === null) return '-';
  if (depth === 0) return '.';
  switch (value.kind) {
    case 'literal':
      return typeof value.value;
    case 'template':
      return 'string';
    case 'operation':
      return `${value.operator}${listOf(value.operands, depth - 1)}`;
    case 'index':
      return `${shapeOf(value.of, depth - 1)}[]`;
    case 'list':
      return `[${listOf(value.items, depth - 1)}]`;
    case 'dict':
      return `{${Math.min(value.entries.length, MOST_PARTS)}}`;
    case 'name':
    case 'member':
    case 'call':
    case 'function':
    case 'other':
      return value.kind;
    default:
      return value satisfies never;
  }
}

function listOf(values: readonly Value[], depth: number): string {
  const shown = values.slice(0, MOST_PARTS).map((one) => shapeOf(one, depth));
  return `(${shown.join(' ')})`;
}
