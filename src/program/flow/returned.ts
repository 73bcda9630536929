/** What a function gives back. */
import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { CodeFile, Value } from '../file.ts';
import type { DefinitionRef } from '../program.ts';
import type { Origin } from './step.ts';

const returnsByFile = new WeakMap<CodeFile, ReadonlyMap<number, readonly Value[]>>();

/** Values that a definition returns or yields itself (not its nested functions). */
export function returnedValues(ref: DefinitionRef): readonly Origin[] {
  const byDefinition = entryOfWeak(returnsByFile, ref.file, () => {
    const found = new Map<number, Value[]>();
    for (const { kind, value, definition } of ref.file.statements)
      if (value && (kind === 'return' || kind === 'yield')) entryOf(found, definition, () => []).push(value);
    return found;
  });
  const site = { file: ref.file, definition: ref.id };
  return (byDefinition.get(ref.id) ?? []).map((value) => ({ value, site }));
}
