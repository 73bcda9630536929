/** What is carried out when a command is given: the definitions it leads to, and the branch that it stands in. */

import type { BlockId, CodeFile } from '../../../program/file.ts';
import { blocksWithin, definitionsAround } from '../../../program/nesting.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { Command } from './command.ts';

/** A place in the program that may belong to a command. */
export interface Place extends Site {
  readonly block: BlockId;
}

/** Every definition that is reached from the calls in a block. */
export function reachedFromBlock(
  program: Program,
  file: CodeFile,
  block: BlockId,
): ReadonlySet<DefinitionRef> {
  const within = blocksWithin(file, block);
  const reached = new Set<DefinitionRef>();
  for (const [id, call] of file.calls.entries())
    if (within.has(call.block))
      for (const target of program.targetsOf(program.callOf(file, id)))
        for (const ref of program.reachable(target)) reached.add(ref);
  return reached;
}

/** Every definition that a command leads to. */
export function reachedFrom(program: Program, { handler, branch }: Command): ReadonlySet<DefinitionRef> {
  const own = handler ? program.reachable(handler) : [];
  return new Set([...own, ...(branch ? reachedFromBlock(program, branch.file, branch.block) : [])]);
}

/** Whether a command passes a place: in what it leads to, in its branch, or beside the branches of its kind. */
export function passes(
  program: Program,
  command: Command,
  all: readonly Command[],
): (place: Place) => boolean {
  const reached = reachedFrom(program, command);
  const { branch } = command;
  const own = branch ? blocksWithin(branch.file, branch.block) : null;
  const others = new Set(
    all.flatMap((other) =>
      other.branch && other.branch.file === branch?.file && other.branch.block !== branch.block
        ? [...blocksWithin(other.branch.file, other.branch.block)]
        : [],
    ),
  );
  const definition = branch?.file.blocks[branch.block]?.definition;
  return (place) => {
    const { file } = place;
    for (const id of definitionsAround(file, place.definition)) {
      const ref = program.definitionOf({ file, definition: id });
      if (ref && reached.has(ref)) return true;
    }
    if (file !== branch?.file || place.definition !== definition) return false;
    return own?.has(place.block) === true || !others.has(place.block);
  };
}
