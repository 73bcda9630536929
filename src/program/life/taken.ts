/** Where running code takes a definition for something. */
import type { Location } from '../../model.ts';
import type { CodeFile, DefinitionId, Value } from '../file.ts';
import { lastSegment, valuesWithin } from '../link/values.ts';
import type { DefinitionRef, Program } from '../program.ts';
import { isAlive } from './alive.ts';

/** Where running code builds, hands on, assigns or extends a definition; null where nothing does. */
export function takenAt(program: Program, ref: DefinitionRef): Location | null {
  const { name } = ref.definition;
  for (const file of program.filesOf()) {
    const hit = (definition: DefinitionId, values: readonly Value[]): number | null => {
      for (const part of values.flatMap((value) => valuesWithin(value))) {
        if (part.kind !== 'name' || lastSegment(part.name) !== name) continue;
        const target = program.resolve(part, { file, definition });
        const same = (target.kind === 'definition' || target.kind === 'instance') && target.ref === ref;
        if (same && isAlive(program, { file, definition })) return part.line;
      }
      return null;
    };
    for (const [definition, values] of placesOf(file, ref)) {
      const line = hit(definition, values);
      if (line !== null) return { path: file.path, line };
    }
  }
  return null;
}

/** All values of a file with the definition that they stand in; the definition's own head left out. */
function placesOf(
  file: CodeFile,
  { definition }: DefinitionRef,
): readonly (readonly [DefinitionId, readonly Value[]])[] {
  return [
    ...file.calls.map((call): [DefinitionId, readonly Value[]] => [
      call.definition,
      [call.callee, ...call.arguments.map((one) => one.value)],
    ]),
    ...[...file.assignments, ...file.statements].map((one): [DefinitionId, readonly Value[]] => [
      one.definition,
      one.value === null ? [] : [one.value],
    ]),
    ...file.definitions
      .filter((one) => one !== definition)
      .map((one): [DefinitionId, readonly Value[]] => [
        one.parent,
        [...one.bases, ...one.fields.flatMap((field) => field.value ?? [])],
      ]),
  ];
}
