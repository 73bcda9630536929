/** Setters that an assignment runs: `person.password = text`. */
import type { DefinitionId } from '../file.ts';
import type { DefinitionRef } from '../program.ts';
import type { GraphSource } from './graph-source.ts';
import { lastSegment } from './values.ts';

/** The setters of the program's own classes that assignments in some definitions of a file run. */
export function settersRun(
  source: GraphSource,
  { file }: DefinitionRef,
  within: readonly DefinitionId[],
): readonly DefinitionRef[] {
  return file.assignments.flatMap(({ target, definition, line }) => {
    if (target.kind !== 'name' || !target.name.includes('.') || !within.includes(definition)) return [];
    const name = lastSegment(target.name);
    const owner = source.resolve(
      { kind: 'name', name: target.name.slice(0, -name.length - 1), line },
      { file, definition },
    );
    if (owner.kind !== 'instance') return [];
    const ids = source.scopes(owner.ref.file).in(owner.ref.id).get(name)?.definitions ?? [];
    return ids
      .map((id) => source.ref(owner.ref.file, id))
      .filter((ref) => ref.definition.accessor && ref.definition.parameters.length > 0);
  });
}
