/** Who catches an error: the handlers around the place where it is raised, and around those who call what it stands in. */
import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { Block, BlockId, CodeFile, DefinitionId, Value } from '../file.ts';
import { lastSegment } from '../link/values.ts';
import { blocksAround } from '../nesting.ts';
import type { CallRef, Program, Site } from '../program.ts';

/** How many functions lie between what is raised and what handles it. */
const DEEPEST = 4;

/** Where something is raised, or called that raises. */
export interface Place {
  readonly file: CodeFile;
  readonly definition: DefinitionId;
  readonly block: BlockId;
}

export interface Catching {
  readonly file: CodeFile;
  readonly handler: Block;
}

/** The names that an error goes by, its own and those of what it descends from, each without its module. */
export function namesOfError(program: Program, value: Value, site: Site): readonly string[] {
  const call = value.kind === 'call' ? program.callOf(site.file, value.call) : null;
  const target = call ? program.callee(call) : program.resolve(value, site);
  if (target.kind === 'definition' || target.kind === 'instance')
    return [target.ref.definition.name, ...program.ancestors(target.ref)].map(lastSegment);
  return target.kind === 'external' ? [lastSegment(target.name)] : [];
}

/**
 * The first handlers that an error of some names meets on each way out; null where nothing of the program's own catches
 * it. `calls` are those that count as ways; all of the application's where none are given.
 */
export function catchersOf(
  program: Program,
  names: readonly string[],
  { file, definition, block }: Place,
  calls?: ReadonlySet<CallRef>,
  depth = 0,
): readonly (Catching | null)[] {
  const wanted = new Set(names);
  for (const handlers of handlersAround(file, block)) {
    const handler = handlers.find((one) => catches(program, file, one, wanted));
    if (handler) return [{ file, handler }];
  }
  // What a promise fails with is caught only where it is awaited, which is not seen without the calls on the way.
  const own = calls || file.language === 'python' ? program.definitionOf({ file, definition }) : null;
  const callers = own
    ? program
        .callers(own)
        .filter((one) => (calls ? calls.has(one) : program.role(one.file) === 'application'))
    : [];
  if (callers.length === 0 || depth >= DEEPEST) return [null];
  return callers.flatMap((one) =>
    catchersOf(program, names, { file: one.file, ...one.call }, calls, depth + 1),
  );
}

/** For each `try` around a block, innermost first, its handlers. */
export function handlersAround(file: CodeFile, block: BlockId): readonly (readonly Block[])[] {
  return blocksAround(file, block)
    .filter((id) => file.blocks[id]?.kind === 'try')
    .map((id) => file.blocks.filter(({ kind, of }) => kind === 'except' && of === id));
}

/** Whether a handler catches an error that goes by one of these names: its own class or one above it. */
export function catches(
  program: Program,
  file: CodeFile,
  handler: Block,
  names: ReadonlySet<string>,
): boolean {
  return (
    handler.catches.length === 0 ||
    errorsNamed(program, file, handler).some(
      (name) => name === 'Exception' || name === 'BaseException' || names.has(name),
    )
  );
}

const named = new WeakMap<Program, Map<Block, readonly string[]>>();

/** Names of the errors that a handler is for, looked up once: every error that is raised may be held against it. */
function errorsNamed(program: Program, file: CodeFile, handler: Block): readonly string[] {
  const known = entryOfWeak(named, program, () => new Map<Block, readonly string[]>());
  return entryOf(known, handler, () => readNamed(program, file, handler));
}

/** Those included that its function is handed: `except kinds as problem`. */
function readNamed(program: Program, file: CodeFile, handler: Block): readonly string[] {
  const site = { file, definition: handler.definition };
  return handler.catches.flatMap((name) => {
    const bound = name.includes('.') ? null : program.binding(name, site);
    const owner = bound?.binding.parameter ? program.definitionOf(bound.site) : null;
    const listed = bound?.binding.assignments[0]?.value;
    const given = owner
      ? program.callers(owner).flatMap(({ call }) => call.arguments.map(({ value }) => value))
      : listed?.kind === 'list'
        ? listed.items
        : [];
    const names = given.flatMap((value) => (value.kind === 'name' ? [lastSegment(value.name)] : []));
    if (names.length > 0) return names;
    const error = program.resolve({ kind: 'name', name, line: handler.line }, site);
    if (error.kind === 'external') return [lastSegment(error.name)];
    return [error.kind === 'definition' ? error.ref.definition.name : lastSegment(name)];
  });
}
