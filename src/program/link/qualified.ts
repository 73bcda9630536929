/** What something is called, fully qualified: behind a decorator, a base, an annotation, an item of a list. */
import type { Value } from '../file.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../program.ts';

/** The qualified name behind a name, or of what a call calls; '' for anything else. */
export function qualifiedName(program: Program, value: Value, site: Site): string {
  if (value.kind === 'call') return program.nameOf(program.callOf(site.file, value.call));
  if (value.kind !== 'name' && value.kind !== 'member') return '';
  const target = program.resolve(value, site);
  if (target.kind === 'external' || target.kind === 'unknown') return target.name;
  return target.kind === 'definition' || target.kind === 'instance'
    ? target.ref.definition.qualifiedName
    : '';
}

/** The qualified names of the decorators of a definition, in their order. */
export function decoratorNames(program: Program, { file, definition }: DefinitionRef): readonly string[] {
  const site = { file, definition: definition.parent };
  return definition.decorators.map((value) => qualifiedName(program, value, site));
}

/** Those decorators of a definition that are calls. */
export function decoratorCalls(program: Program, { file, definition }: DefinitionRef): readonly CallRef[] {
  return definition.decorators.flatMap((value) =>
    value.kind === 'call' ? [program.callOf(file, value.call)] : [],
  );
}
