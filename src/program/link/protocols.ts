/** Python's `Protocol`: any class with its methods is one, whether it says so or not. */
import type { DefinitionRef, Target } from '../program.ts';

const PROTOCOL = /^typing(?:_extensions)?\.Protocol$/;
/** Classes that may stand behind a protocol. */
const MOST_ALIKE = 12;

/** Methods of other classes with the name and the number of parameters of a protocol's; none where it is no protocol. */
export function standIns(
  bases: readonly Target[],
  method: DefinitionRef,
  methodsByName: ReadonlyMap<string, readonly DefinitionRef[]>,
): readonly DefinitionRef[] {
  if (!bases.some((base) => base.kind === 'external' && PROTOCOL.test(base.name))) return [];
  const { name, parameters } = method.definition;
  return (methodsByName.get(name) ?? [])
    .filter((other) => other !== method && other.definition.parameters.length === parameters.length)
    .slice(0, MOST_ALIKE);
}
