/** Classes whose objects an ORM keeps. */
import { descendsAs } from '../../../program/link/subclasses.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';

/** A class whose objects an ORM keeps in a table. */
export function isTable(ref: DefinitionRef, program: Program): boolean {
  const { file, definition } = ref;
  if (definition.kind !== 'class' || definition.fields.length < 2 || file.language !== 'python') return false;
  const named = definition.fields.some(({ name }) => name === '__tablename__');
  return named || descendsAs(program, ref, 'record.table');
}
