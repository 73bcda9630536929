/** Fields of a model that a serializer or a form names in its `Meta`, and that neither of them has. */
import type { Value } from '../file.ts';
import { lacks } from '../link/attributes.ts';
import { definedIn } from '../link/bodies.ts';
import { siteAround } from '../link/calls.ts';
import { descendsAs } from '../link/subclasses.ts';
import type { DefinitionRef, Program, Site } from '../program.ts';

interface Named {
  readonly owner: DefinitionRef;
  readonly name: string;
  readonly line: number;
}

/** Classes that one is built on, at most. */
const MOST_BASES = 12;

/** Those of a class; nothing where another class may declare them. */
export function namedFields(program: Program, { file, definition: id }: Site): readonly Named[] {
  const ref = program.definitionOf({ file, definition: id });
  if (ref?.definition.kind !== 'class' || !descendsAs(program, ref, 'input.serializer', 'input.form'))
    return [];
  const meta = definedIn(program, ref).find(
    ({ definition: { kind, name } }) => kind === 'class' && name === 'Meta',
  );
  const written = (name: string): Value | null =>
    meta?.definition.fields.find((one) => one.name === name)?.value ?? null;
  const model = written('model');
  const fields = written('fields');
  const target = model && program.resolve(model, { file, definition: id });
  const own = declaredIn(program, ref);
  if (fields?.kind !== 'list' || target?.kind !== 'definition' || own === null) return [];
  return fields.items.flatMap((item) => {
    const name = item.kind === 'literal' ? String(item.value) : 'url';
    // The address of what is shown is the framework's own.
    const isThere = name === 'url' || own.has(name) || !lacks(program, target.ref, name);
    return isThere ? [] : [{ owner: target.ref, name, line: item.line }];
  });
}

/** What a class and its own bases declare; null where one of them is not found. */
function declaredIn(program: Program, start: DefinitionRef): ReadonlySet<string> | null {
  const names = new Set<string>();
  const lineage = [start];
  for (const ref of lineage) {
    for (const { name } of ref.definition.fields) names.add(name);
    for (const { definition } of definedIn(program, ref)) names.add(definition.name);
    for (const base of ref.definition.bases) {
      const target = program.resolve(base, siteAround(ref));
      if (target.kind === 'definition') lineage.push(target.ref);
      else if (target.kind !== 'external') return null;
    }
    if (lineage.length > MOST_BASES) return null;
  }
  return names;
}
