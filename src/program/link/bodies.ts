/** What a definition holds itself, without what is nested in it: looked up, since a file may have thousands of both. */

import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { Assignment, Block, CallId, CodeFile, DefinitionId, Statement, Value } from '../file.ts';
import { definitionsIn } from '../nesting.ts';
import type { DefinitionRef, Program } from '../program.ts';

export interface Body {
  readonly calls: readonly CallId[];
  readonly statements: readonly Statement[];
  readonly assignments: readonly Assignment[];
  readonly blocks: readonly Block[];
}

interface Filled {
  readonly calls: CallId[];
  readonly statements: Statement[];
  readonly assignments: Assignment[];
  readonly blocks: Block[];
}

const NOTHING: Body = { calls: [], statements: [], assignments: [], blocks: [] };
const bodies = new WeakMap<CodeFile, ReadonlyMap<DefinitionId, Body>>();

/** In the order of the source; of {@link MODULE} what stands at the file's top level. */
export function bodyOf(file: CodeFile, id: DefinitionId): Body {
  return entryOfWeak(bodies, file, () => bodiesOf(file)).get(id) ?? NOTHING;
}

/** What its statements give back or raise, and what its calls are handed. */
export function writtenIn(file: CodeFile, id: DefinitionId): readonly Value[] {
  const { statements, calls } = bodyOf(file, id);
  return [
    ...statements.flatMap(({ value }) => value ?? []),
    ...calls.flatMap((call) => file.calls[call]?.arguments.map(({ value }) => value) ?? []),
  ];
}

function bodiesOf(file: CodeFile): ReadonlyMap<DefinitionId, Body> {
  const found = new Map<DefinitionId, Filled>();
  const at = (id: DefinitionId): Filled =>
    entryOf(found, id, () => ({ calls: [], statements: [], assignments: [], blocks: [] }));
  for (const [index, call] of file.calls.entries()) at(call.definition).calls.push(index);
  for (const one of file.statements) at(one.definition).statements.push(one);
  for (const one of file.assignments) at(one.definition).assignments.push(one);
  for (const one of file.blocks) at(one.definition).blocks.push(one);
  return found;
}

/** What is defined directly in a definition, in source order: the methods of a class. */
export function definedIn(program: Program, { file, id }: DefinitionRef): readonly DefinitionRef[] {
  return definitionsIn(file, id).flatMap((one) => program.definitionOf({ file, definition: one }) ?? []);
}
