/** Actions of a store: the functions that were handed to what made it, run by their name wherever the store is taken. */
import { addTo, entryOfWeak } from '../../reading/collections.ts';
import { lastSegment } from '../link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';

const known = new WeakMap<Program, ReadonlyMap<string, readonly DefinitionRef[]>>();

/** `start()` of `const { start } = useChatStore()` runs what the store's maker was given as `start`. */
export function actionsRunBy(program: Program, call: CallRef): readonly DefinitionRef[] {
  const name = program.nameOf(call);
  // What a store is asked for has the name of its maker before it.
  const maker = name.slice(0, -lastSegment(name).length - 1);
  if (!program.means(maker, 'ui.store')) return [];
  return entryOfWeak(known, program, () => actionsOf(program)).get(lastSegment(name)) ?? [];
}

function actionsOf(program: Program): ReadonlyMap<string, readonly DefinitionRef[]> {
  const found = new Map<string, DefinitionRef[]>();
  for (const { file, call } of program.callsAs('ui.store'))
    for (const ref of program.definitions()) {
      const { name, line, endLine } = ref.definition;
      if (ref.file !== file || name === '' || line < call.line || endLine > call.endLine) continue;
      addTo(found, name, ref);
    }
  return found;
}
