/** Which classes extend or implement another one: directly, or through others. */
import { entryOf } from '../../reading/collections.ts';
import type { DefinitionRef, Program } from '../program.ts';
import type { GraphSource } from './graph-source.ts';

/** Answers for one class; looked up once, and not before it is asked for. */
export function subclassesOf(
  source: Pick<GraphSource, 'definitions' | 'bases'>,
): (ref: DefinitionRef) => readonly DefinitionRef[] {
  let children: Map<DefinitionRef, DefinitionRef[]> | null = null;
  return (ref) => {
    if (!children) {
      children = new Map();
      for (const candidate of source.definitions) {
        if (candidate.definition.kind !== 'class' && candidate.definition.kind !== 'interface') continue;
        for (const base of source.bases(candidate)) {
          if (base.kind !== 'definition' && base.kind !== 'instance') continue;
          entryOf(children, base.ref, () => []).push(candidate);
        }
      }
    }
    return children.get(ref) ?? [];
  };
}

/** The application's classes that descend from one, through however many others, by its qualified name. */
export function descendantsOf(program: Program, qualifiedName: string): readonly DefinitionRef[] {
  return program
    .definitions('application')
    .filter((ref) => ref.definition.kind === 'class' && program.ancestors(ref).includes(qualifiedName));
}
