/**
 * The files of a repository linked into one program: names resolved through imports and aliases, variables that carry
 * the type they were made with, a call graph. Checks and the readers of routes and commands ask only this.
 */
import type {
  Assignment,
  Block,
  BlockId,
  Call,
  CallId,
  CodeFile,
  Definition,
  DefinitionId,
  Value,
} from './file.ts';
import type { Binding } from './link/scopes.ts';
import type { Roles } from './roles.ts';

/** Where a name is looked up: a file and the innermost definition around it. */
export interface Site {
  readonly file: CodeFile;
  readonly definition: DefinitionId;
}

/** One definition of the program. The same object every time, so that it can be a Map key. */
export interface DefinitionRef {
  readonly file: CodeFile;
  readonly id: DefinitionId;
  readonly definition: Definition;
}

/** One call of the program. The same object every time. */
export interface CallRef {
  readonly file: CodeFile;
  readonly id: CallId;
  readonly call: Call;
}

/** What a value turns out to be. */
export type Target =
  /** A function or class of the program itself (not an instance of it). */
  | { readonly kind: 'definition'; readonly ref: DefinitionRef }
  /** An object of one of the program's classes, interfaces or type aliases. */
  | { readonly kind: 'instance'; readonly ref: DefinitionRef }
  /**
   * Something from outside, by its qualified name. Calls are transparent: after `app = FastAPI()`, `app.get` is
   * 'fastapi.FastAPI.get'; `Path(p).open` is 'pathlib.Path.open'; a built-in is 'print', 'open', 'console.log'.
   * Default and namespace imports are the module: 'express', 'express.Router', 'fs.readFileSync' ('node:' is dropped).
   */
  | { readonly kind: 'external'; readonly name: string }
  | { readonly kind: 'module'; readonly file: CodeFile }
  /** A literal, list, dict, template or operation, with the place where its own names are looked up. */
  | { readonly kind: 'value'; readonly value: Value; readonly site: Site }
  /** Not found. The name ends with what is known: '?.append', '?'. */
  | { readonly kind: 'unknown'; readonly name: string };

/** How a file takes part. Only 'application' code counts for anything but tests. */
export type Role = 'application' | 'test' | 'example' | 'generated' | 'migration';

export interface Reached {
  readonly call: CallRef;
  /** The definitions passed through, the start first. */
  readonly trail: readonly DefinitionRef[];
}

export interface Program extends Roles {
  /** Every code file that was read, by path. */
  readonly files: readonly CodeFile[];
  /** Counts one step along what a value is made of; false where no more may be taken. */
  follow(): boolean;
  /** What a bound on the work has cut so far, in sentences for the report. */
  cuts(): readonly string[];
  role(file: CodeFile): Role;
  /** The files of one role; application when none is given. Notebooks are included. */
  filesOf(role?: Role): readonly CodeFile[];
  file(path: string): CodeFile | undefined;
  definitions(role?: Role): readonly DefinitionRef[];
  definitionOf(site: Site): DefinitionRef | null;
  /** What a value is, following names, imports, assignments, parameters' annotations and returns, to a fixed depth. */
  resolve(value: Value, site: Site): Target;
  /** The file that an import names, when it is one of the program's own. */
  moduleOf(file: CodeFile, module: string): CodeFile | null;
  /** The modules behind a file's `import *` and `export *` that may give it a name, in the order in which they are asked. */
  behindStars(file: CodeFile, name: string): readonly CodeFile[];
  /** What a call calls. */
  callee(ref: CallRef): Target;
  /**
   * The qualified name of what a call calls: external names as in {@link Target}; own definitions by their dotted
   * qualified name alone ('TaskStore.load'); '?.method' where the receiver is unknown.
   */
  nameOf(ref: CallRef): string;
  callOf(file: CodeFile, id: CallId): CallRef;
  /** All calls of a role's files. */
  calls(role?: Role): readonly CallRef[];
  /** Calls whose qualified name matches one of the patterns: '*' matches within, e.g. 'json.dump*', '*.jwt.encode'. */
  callsTo(patterns: readonly string[], role?: Role): readonly CallRef[];
  /** Calls written in a definition, those in its nested functions and lambdas included. */
  callsIn(ref: DefinitionRef): readonly CallRef[];
  /** Definitions that a definition calls or hands on as a value (callbacks, dependencies, decorators, dispatch tables). */
  uses(ref: DefinitionRef): readonly DefinitionRef[];
  /** Calls of a definition anywhere in the program. */
  callers(ref: DefinitionRef): readonly CallRef[];
  /** The first call, breadth first along {@link uses}, that satisfies the predicate; null when there is none. */
  reach(from: DefinitionRef, wanted: (call: CallRef) => boolean): Reached | null;
  /** All definitions reachable from one, itself included. */
  reachable(from: DefinitionRef): ReadonlySet<DefinitionRef>;
  /** The constant behind a value (a string may have unknown parts written as '{}'), or undefined. */
  constant(value: Value, site: Site): string | number | boolean | null | undefined;
  /** The definitions that a call may run: several where a method is overridden or only its name is known. */
  targetsOf(ref: CallRef): readonly DefinitionRef[];
  /** Methods of objects nobody knows that a call is handed, to run them: `to_thread(registry.predict, x)`. */
  handedTo(ref: CallRef): readonly DefinitionRef[];
  /** What providers above hand down to a call that asks a context for it; nothing where it asks for none. */
  provided(ref: CallRef): readonly { readonly value: Value; readonly site: Site }[];
  /** What binds the first part of a name, and the scope that does; null where nothing in the file does. */
  binding(name: string, site: Site): { readonly binding: Binding; readonly site: Site } | null;
  /** Where a variable or attribute ('self.x' with its class, a module's name) is assigned. */
  assignmentsTo(
    name: string,
    site: Site,
  ): readonly { readonly file: CodeFile; readonly assignment: Assignment }[];
  /** Methods and fields of a class with those it inherits from the program's own bases. */
  member(ref: DefinitionRef, name: string): DefinitionRef | null;
  /** Base classes by name, own ones by qualified name, external ones fully qualified, transitively. */
  ancestors(ref: DefinitionRef): readonly string[];
  /** The blocks around a place, innermost first. */
  blocksAround(file: CodeFile, block: BlockId): readonly Block[];
}
