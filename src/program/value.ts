/** An expression as it is written, and the numbers by which the parts of a file name each other. */

/** Index into {@link CodeFile.definitions}; {@link MODULE} is the file's own top level. */
export type DefinitionId = number;
/** Index into {@link CodeFile.blocks}; {@link NONE} is "directly in the definition's body". */
export type BlockId = number;
/** Index into {@link CodeFile.calls}. */
export type CallId = number;

export const MODULE: DefinitionId = -1;
export const NONE: BlockId = -1;

/**
 * An expression, reduced to what can be followed. Parentheses, `await`, `as T`, `!`, `?.` and `satisfies` are
 * transparent. Annotations are values too: `list[Task]` is an index, `Task | None` an operation '|', `'Task'` (a
 * string in a Python annotation) is parsed as what it says.
 */
export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly line: number }
  /** f-string or template literal: literal pieces and values in order. `'a' + b` stays an operation. */
  | { readonly kind: 'template'; readonly parts: readonly (string | Value)[]; readonly line: number }
  /** A name or a dotted chain that starts with a name: 'tasks', 'self.tasks', 'process.argv'. */
  | { readonly kind: 'name'; readonly name: string; readonly line: number }
  /** An attribute of something that is not a dotted name: `connect().cursor`. */
  | { readonly kind: 'member'; readonly of: Value; readonly name: string; readonly line: number }
  | { readonly kind: 'index'; readonly of: Value; readonly index: readonly Value[]; readonly line: number }
  | { readonly kind: 'call'; readonly call: CallId; readonly line: number }
  /** List, tuple, set or array. A spread item is an operation '...'. */
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly line: number }
  /** Dict or object literal; key null is a spread. Object methods are 'function' values. */
  | { readonly kind: 'dict'; readonly entries: readonly DictEntry[]; readonly line: number }
  | { readonly kind: 'function'; readonly definition: DefinitionId; readonly line: number }
  /**
   * Anything with operands: '+', '==', 'in', 'not in', 'is', 'is not', 'and' (also &&), 'or' (also ||), '??', 'not'
   * (also !), '<', '|', '?:' (test, then, else), 'comprehension' (element, iterables and conditions…), 'slice',
   * '...' (spread, *x, **x), 'typeof', 'instanceof', 'yield'. `===` is '==', `!==` is '!='.
   * A chained comparison is an 'and' of its parts.
   */
  | {
      readonly kind: 'operation';
      readonly operator: string;
      readonly operands: readonly Value[];
      readonly line: number;
    }
  | { readonly kind: 'other'; readonly line: number };

export interface DictEntry {
  readonly key: Value | null;
  readonly value: Value;
}

export interface Argument {
  /** Keyword argument or JSX attribute; null for a positional one. */
  readonly name: string | null;
  readonly value: Value;
}
