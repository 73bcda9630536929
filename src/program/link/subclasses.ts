/** Which classes extend or implement another one: directly, or through others. */
import { addTo } from '../../reading/collections.ts';
import type { Meaning } from '../knowledge.ts';
import type { DefinitionRef, Program } from '../program.ts';
import type { RoleName } from '../role-names.ts';
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
          addTo(children, base.ref, candidate);
        }
      }
    }
    return children.get(ref) ?? [];
  };
}

/** Whether a class is another one, or descends from it through however many others. */
export function isKindOf(program: Program, ref: DefinitionRef, owner: DefinitionRef): boolean {
  return ref === owner || program.ancestors(ref).includes(owner.definition.qualifiedName);
}

/** Whether a class descends from one with such a role. */
export function descendsAs(program: Program, ref: DefinitionRef, ...roles: readonly RoleName[]): boolean {
  return inherited(program, ref, ...roles).length > 0;
}

/** What is known, in such a role, of the classes that one descends from: the nearest first. */
export function inherited(
  program: Program,
  ref: DefinitionRef,
  ...roles: readonly RoleName[]
): readonly Meaning[] {
  return program
    .ancestors(ref)
    .flatMap((base) => program.meaningsOfName(base, 'class').filter(({ role }) => roles.includes(role)));
}

/** The application's classes that descend from one. */
export function descendantsOf(program: Program, owner: DefinitionRef): readonly DefinitionRef[] {
  return program
    .definitions('application')
    .filter((ref) => ref.definition.kind === 'class' && ref !== owner && isKindOf(program, ref, owner));
}
