/** Which argument of a call a parameter takes. */

import type { Parameter, Value } from '../file.ts';
import { definitionsAround } from '../nesting.ts';
import type { CallRef, DefinitionRef, Site } from '../program.ts';

/** The definition around a place that has a parameter of this name, and the parameter. */
export function parameterNamed(
  name: string,
  site: Site,
): { readonly owner: number; readonly parameter: Parameter } | null {
  for (const id of definitionsAround(site.file, site.definition)) {
    const parameter = site.file.definitions[id]?.parameters.find((one) => one.name === name);
    if (parameter) return { owner: id, parameter };
  }
  return null;
}

/** The arguments that a call hands to a parameter: several for a rest parameter, none where it is left out. */
export function argumentsFor(
  parameter: Parameter,
  owner: DefinitionRef,
  { call }: CallRef,
): readonly Value[] {
  const named = call.arguments.filter((argument) => argument.name !== null);
  const byName = named.find((argument) => argument.name === parameter.name);
  if (byName) return [byName.value];
  const parameters = owner.definition.parameters;
  if (parameter.kind === 'keywords')
    return named
      .filter((argument) => !parameters.some((one) => one.name === argument.name))
      .map((argument) => argument.value);
  const plain = call.arguments.filter((argument) => argument.name === null);
  // A component takes its attributes as one object, or as the names that it is taken apart into.
  if (call.form === 'jsx') return named.map((argument) => argument.value);
  const position = parameters.indexOf(parameter) - (takesSelf(owner) ? 1 : 0);
  if (parameter.kind === 'rest') return plain.slice(Math.max(0, position)).map((argument) => argument.value);
  const spread = plain.find(({ value }) => value.kind === 'operation' && value.operator === '...');
  const given = plain[position] ?? spread;
  return given ? [given.value] : [];
}

/** Python's methods name their object as the first parameter; a call does not hand it in. */
function takesSelf({ file, definition }: DefinitionRef): boolean {
  return (
    file.language === 'python' && file.definitions[definition.parent]?.kind === 'class' && !definition.static
  );
}
