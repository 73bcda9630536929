/**
 * What one source file says, for Python and TypeScript/JavaScript alike: the contract between the extractors
 * (python.ts, typescript.ts, notebook.ts) and the linked program (program.ts). Plain JSON and a pure function
 * of path and text, so that it can be cached by content id.
 *
 * Names are kept as written; only the program resolves them. All lines count from 1.
 */

import type { Cut } from './bounds.ts';
import type { Argument, BlockId, DefinitionId, Value } from './value.ts';

export type { Argument, BlockId, CallId, DefinitionId, DictEntry, Value } from './value.ts';
export { MODULE, NONE } from './value.ts';

export type Language = 'python' | 'typescript' | 'javascript';

export interface CodeFile {
  readonly path: string;
  readonly language: Language;
  /** The code comes from a notebook's cells; lines are those of the .ipynb file where they are known. */
  readonly notebook: boolean;
  /** Number of lines. */
  readonly lines: number;
  /** Places that did not parse. The rest of the file is still there. */
  readonly errors: readonly { readonly line: number; readonly reason: string }[];
  /** Places that were left out because of a bound: see bounds.ts. */
  readonly cuts?: readonly Cut[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly definitions: readonly Definition[];
  readonly blocks: readonly Block[];
  /** Every call in source order of its start, nested ones included. */
  readonly calls: readonly Call[];
  readonly assignments: readonly Assignment[];
  readonly statements: readonly Statement[];
  /** Comments and docstrings. Never code: a check may only use them to find "TODO" or "follows the tutorial". */
  readonly comments: readonly Comment[];
}

/**
 * One bound name. `import a.b` binds `a` ({local:'a', module:'a', name:null}) and also records
 * {local:'', module:'a.b', name:null}; `import a.b as c` → {local:'c', module:'a.b', name:null};
 * `from .m import x as y` → {local:'y', module:'.m', name:'x'}; star → {local:'*', name:'*'};
 * `import d from 'm'` → name 'default'; `import * as n from 'm'` → name null; `import 'm'` → local '' name null;
 * `const m = require('m')` → name 'default', `const {x: y} = require('m')` → {local:'y', name:'x'}.
 * Dynamic `import('m')`/`importlib.import_module('m')` with a literal → local '', name null.
 */
export interface Import {
  readonly local: string;
  readonly module: string;
  readonly name: string | null;
  readonly definition: DefinitionId;
  readonly line: number;
  readonly typeOnly: boolean;
}

/**
 * TypeScript/JavaScript only. `export function f` → {exported:'f', local:'f'}; `export default X` →
 * {exported:'default', value or local}; `export {a as b} from 'm'` → {exported:'b', local:'a', module:'m'};
 * `export * from 'm'` → {exported:'*', module:'m'}; `module.exports = X` → 'default' (and one entry per key when X is
 * an object literal); `exports.a = …` → 'a'.
 */
export interface Export {
  readonly exported: string;
  readonly local: string | null;
  readonly module: string | null;
  readonly value: Value | null;
  readonly line: number;
}

export type DefinitionKind = 'function' | 'method' | 'lambda' | 'class' | 'interface' | 'type' | 'enum';

export interface Definition {
  readonly kind: DefinitionKind;
  /**
   * '' where it has none. An arrow function or function expression bound by `const f = …`, `f: () => …` in an object
   * or `f = () => …` in a class has kind 'function' (or 'method' in a class) and that name.
   */
  readonly name: string;
  /** Dotted path of enclosing definitions and its own name: 'Store.load'. */
  readonly qualifiedName: string;
  readonly parent: DefinitionId;
  /** The block it stands in. */
  readonly block: BlockId;
  /** The line of its `def`/`class`/name, not of the decorators. */
  readonly line: number;
  readonly endLine: number;
  readonly async: boolean;
  readonly generator: boolean;
  readonly static: boolean;
  /** `get x()`, `set x()`, `@property`. */
  readonly accessor: boolean;
  readonly abstract: boolean;
  /** Names and calls: the calls also stand in {@link CodeFile.calls}, with the definition that encloses this one. */
  readonly decorators: readonly Value[];
  /** In order, `self`/`cls`/`this` included. */
  readonly parameters: readonly Parameter[];
  /** Return annotation, or for a type alias its type. */
  readonly returns: Value | null;
  /** Base classes, `extends` and `implements`; Python keyword arguments (`metaclass=`) are left out. */
  readonly bases: readonly Value[];
  /** Attributes in a class body, properties of an interface or object type, members of an enum. */
  readonly fields: readonly Field[];
  /**
   * The body does nothing: `pass`, `...`, only a docstring, an empty block, or only
   * `raise NotImplementedError` / `throw new Error('not implemented')`. False for declarations without a body
   * (overloads, abstract, interface).
   */
  readonly stub: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly annotation: Value | null;
  readonly default: Value | null;
  /** 'names' is a destructured object or array: its parts are assignments in the definition. */
  readonly kind: 'normal' | 'rest' | 'keywords' | 'names';
  readonly optional: boolean;
  readonly line: number;
}

export interface Field {
  readonly name: string;
  readonly annotation: Value | null;
  readonly value: Value | null;
  readonly decorators: readonly Value[];
  readonly line: number;
}

export interface Call {
  readonly callee: Value;
  readonly arguments: readonly Argument[];
  /** 'jsx': an element; attributes are named arguments, children a named argument 'children' (a list). */
  readonly form: 'call' | 'new' | 'jsx';
  readonly definition: DefinitionId;
  readonly block: BlockId;
  readonly line: number;
  readonly endLine: number;
  /** Its result is thrown away: the call is a statement of its own (also behind `await`). */
  readonly statement: boolean;
}

/** A construct with a body. The body's calls, assignments and statements name it as their block. */
export interface Block {
  readonly kind: 'if' | 'else' | 'for' | 'while' | 'try' | 'except' | 'finally' | 'with' | 'case';
  /** The enclosing block within the same definition. */
  readonly parent: BlockId;
  readonly definition: DefinitionId;
  /**
   * The sibling it belongs to: an `elif` (kind 'if') or `else` → the `if` before it; `except`/`finally`/try's else →
   * the `try`; otherwise NONE.
   */
  readonly of: BlockId;
  /**
   * `if`/`while`: the condition; `for`: the iterable; `case`: an operation '==' of the subject and the pattern (the
   * default case: null); `with`: its first item (all are assignments or calls inside the block, too, unless they are
   * names alone: `with st.sidebar:`).
   */
  readonly test: Value | null;
  /** `except`/`catch`: exception names as written ('json.JSONDecodeError'); [] for bare and for JavaScript's catch. */
  readonly catches: readonly string[];
  /** `except … as e`, `catch (e)`. */
  readonly binds: string | null;
  readonly line: number;
  readonly endLine: number;
  /** The body holds nothing but `pass`, `...` or comments. */
  readonly empty: boolean;
}

export interface Assignment {
  /** A name, index or member; for destructuring one assignment per bound name. */
  readonly target: Value;
  /** For a destructured `{a: b}` the value is a member/name chain of the source; null for a bare declaration. */
  readonly value: Value | null;
  readonly annotation: Value | null;
  /** 'for': target takes each item of value; 'with': value's context; 'destructure': one part of value. */
  readonly via: '=' | 'augmented' | 'for' | 'with' | 'destructure';
  /** The name may be one of a scope around: Python's `global`, JavaScript's assignment without a declaration. */
  readonly outer?: boolean;
  readonly definition: DefinitionId;
  readonly block: BlockId;
  readonly line: number;
}

/** Statements that steer. A JavaScript expression-bodied arrow has a 'return' with its value. */
export interface Statement {
  readonly kind: 'return' | 'raise' | 'yield' | 'assert' | 'delete' | 'break' | 'continue' | 'expression';
  /** 'expression': a bare expression that is not a call (kept only where it is a string literal with no use). */
  readonly value: Value | null;
  readonly definition: DefinitionId;
  readonly block: BlockId;
  readonly line: number;
}

export interface Comment {
  readonly text: string;
  readonly docstring: boolean;
  readonly line: number;
  readonly endLine: number;
}
