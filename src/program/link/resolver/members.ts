/** What an attribute of something is. */

import type { Value } from '../../file.ts';
import type { DefinitionRef, Site, Target } from '../../program.ts';
import { siteAround } from '../calls.ts';
import { type Core, isNothing, UNKNOWN } from './core.ts';

/** Classes that extend one, as far as they are asked. */
const MAX_SUBCLASSES = 6;

export function memberResolution(core: Core) {
  function member(target: Target, name: string): Target {
    switch (target.kind) {
      case 'external':
        return { kind: 'external', name: `${target.name}.${name}` };
      case 'unknown':
        return { kind: 'unknown', name: `?.${name}` };
      case 'module': {
        const found = core.exported(target.file, name);
        if (found.kind !== 'unknown') return found;
        if (target.file.path.endsWith('__init__.py')) {
          const below = core.linking.find(target.file, `.${name}`);
          if (below) return { kind: 'module', file: below };
        }
        return { kind: 'unknown', name: `?.${name}` };
      }
      case 'value':
        return ofValueMember(target.value, target.site, name);
      case 'definition':
      case 'instance':
        return core.guarded(`${target.ref.file.path}\0${target.ref.id}\0${name}`, () =>
          ofClassMember(target.ref, name, target.kind === 'instance', 0),
        );
    }
    target satisfies never;
    return UNKNOWN;
  }

  function ofValueMember(value: Value, site: Site, name: string): Target {
    if (value.kind === 'dict') {
      const entry = value.entries.find((item) => item.key?.kind === 'literal' && item.key.value === name);
      return entry ? core.resolve(entry.value, site) : { kind: 'external', name: `dict.${name}` };
    }
    if (value.kind === 'list') return { kind: 'external', name: `list.${name}` };
    // Only the member of an enum has it: `Color.RED.value` is what RED was written as.
    if (value.kind === 'literal' && name === 'value') return { kind: 'value', value, site };
    if (value.kind === 'template' || (value.kind === 'literal' && typeof value.value === 'string'))
      return { kind: 'external', name: `str.${name}` };
    return { kind: 'unknown', name: `?.${name}` };
  }

  function ofClassMember(owner: DefinitionRef, name: string, instance: boolean, level: number): Target {
    if (level > 12 || core.tired()) return UNKNOWN;
    const scopes = core.linking.scopes(owner.file);
    const bound = scopes.in(owner.id).get(name);
    const id = bound?.definitions.at(-1);
    const site = { file: owner.file, definition: owner.id };
    if (id !== undefined) {
      const method = owner.file.definitions[id];
      if (method?.accessor && instance) {
        const target = core.returned(core.linking.ref(owner.file, id));
        if (target.kind !== 'unknown') return target;
      }
      return { kind: 'definition', ref: core.linking.ref(owner.file, id) };
    }
    const field = owner.definition.fields.find((item) => item.name === name);
    if (field) {
      const typed = field.annotation ? core.annotation(field.annotation, site) : UNKNOWN;
      if (typed.kind === 'instance') return typed;
      const valued = field.value ? core.resolve(field.value, site) : UNKNOWN;
      if (valued.kind !== 'unknown' && !isNothing(valued)) return valued;
      const assigned = core.ofAssignments(scopes.attributes(owner.id).get(name) ?? [], owner.file);
      if (assigned.kind !== 'unknown' && assigned.kind !== 'value') return assigned;
      return typed.kind !== 'unknown' ? typed : valued;
    }
    const assigned = core.ofAssignments(scopes.attributes(owner.id).get(name) ?? [], owner.file);
    if (assigned.kind !== 'unknown') return assigned;
    for (const base of bases(owner)) {
      const target =
        base.kind === 'definition' || base.kind === 'instance'
          ? ofClassMember(base.ref, name, instance, level + 1)
          : base.kind === 'external'
            ? member(base, name)
            : UNKNOWN;
      if (target.kind !== 'unknown') return target;
    }
    return (instance && level === 0 && ofSubclass(owner, name)) || { kind: 'unknown', name: `?.${name}` };
  }

  /** What the object of a base class has is often made by the class that extends it. */
  function ofSubclass(owner: DefinitionRef, name: string): Target | null {
    for (const ref of core.linking.extending(owner.definition.name).slice(0, MAX_SUBCLASSES)) {
      const isOne = bases(ref).some((base) => base.kind === 'definition' && base.ref === owner);
      const target = isOne ? ofClassMember(ref, name, true, 1) : UNKNOWN;
      if (target.kind !== 'unknown') return target;
    }
    return null;
  }

  function bases(ref: DefinitionRef): readonly Target[] {
    const site = siteAround(ref);
    return ref.definition.bases.map((base) => {
      const value = base.kind === 'index' ? base.of : base;
      return core.resolve(value, site);
    });
  }

  return { member, ofValueMember, ofClassMember, bases };
}
