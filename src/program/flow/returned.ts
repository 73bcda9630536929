/** What a function gives back. */
import { bodyOf } from '../link/bodies.ts';
import type { DefinitionRef } from '../program.ts';
import type { Origin } from './step.ts';

/** Values that a definition returns or yields itself (not its nested functions). */
export function returnedValues(ref: DefinitionRef): readonly Origin[] {
  const site = { file: ref.file, definition: ref.id };
  return bodyOf(ref.file, ref.id).statements.flatMap(({ kind, value }) =>
    value && (kind === 'return' || kind === 'yield') ? [{ value, site }] : [],
  );
}
