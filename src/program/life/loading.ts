/** Which calls are run while a file is loaded, before anything is asked of it. */
import { MODULE } from '../file.ts';
import type { CallRef, Program } from '../program.ts';

const DEEPEST = 5;

/** Surely: at the file's own top level or in a function that is called there, and under no condition. */
export function surelyRunsAtLoad(program: Program, ref: CallRef, depth = 0): boolean {
  const { file, call } = ref;
  if (program.blocksAround(file, call.block).some(({ kind }) => kind !== 'with')) return false;
  if (call.definition === MODULE) return true;
  const own = program.definitionOf({ file, definition: call.definition });
  if (own === null || depth >= DEEPEST || own.definition.kind !== 'function' || own.definition.generator)
    return false;
  return program.callers(own).some((caller) => surelyRunsAtLoad(program, caller, depth + 1));
}

/** Perhaps: whatever stands in the way, or it is not seen who calls the function. Not what only a framework calls later. */
export function mayRunAtLoad(program: Program, { file, call }: CallRef, depth = 0): boolean {
  if (call.definition === MODULE || depth >= DEEPEST) return true;
  const own = program.definitionOf({ file, definition: call.definition });
  if (own === null || own.definition.kind !== 'function') return true;
  return program.callers(own).some((caller) => mayRunAtLoad(program, caller, depth + 1));
}
