/** What catches an error that is raised somewhere: the handlers around the place, and around those who call what it stands in. */

import type { Block, BlockId, CodeFile, DefinitionId, Value } from '../../program/file.ts';
import { catches, handlersAround } from '../../program/life/caught.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../program/program.ts';

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
export function handlersOf(
  program: Program,
  names: readonly string[],
  { file, definition, block }: Place,
  calls?: ReadonlySet<CallRef>,
  depth = 0,
): readonly (Catching | null)[] {
  for (const handlers of handlersAround(file, block)) {
    const handler = handlers.find((one) => catches(program, file, one, new Set(names)));
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
    handlersOf(program, names, { file: one.file, ...one.call }, calls, depth + 1),
  );
}
