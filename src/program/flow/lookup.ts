/**
 * Where a value was made: names followed to the expression that created the thing. The program's own `resolve` says
 * what kind of thing it is; a router also needs to be told from the next one.
 */

import { entryOf } from '../../reading/collections.ts';
import { type CodeFile, MODULE, type Value } from '../file.ts';
import { bodyOf } from '../link/bodies.ts';
import { siteAround } from '../link/calls.ts';
import { type Lookup, nameOf, type Origin, requiredModule } from '../link/origin.ts';
import { type Binding, type Scopes, scopesOf, selfName } from '../link/scopes.ts';
import { definitionsAround } from '../nesting.ts';
import type { DefinitionRef, Program, Site } from '../program.ts';

const MAX_DEPTH = 14;
const MAX_ORIGINS = 60;
/** Steps of one question: names that fan out into names would grow without an end. */
const MAX_STEPS = 1500;
/** Attributes that stand for the thing itself: `app.router.add_get`, `router.urls`, `router.routes()`. */
const OF_ITSELF = new Set('router urls app routes route_table server instance default api'.split(' '));

export function createLookup(program: Program): Lookup {
  const scopes = new Map<CodeFile, Scopes>();
  const scopesFor = (file: CodeFile): Scopes => entryOf(scopes, file, () => scopesOf(file));
  const refOf = (file: CodeFile, definition: number) => program.definitionOf({ file, definition });
  const known = new Map<Value, readonly Origin[]>();
  let steps = 0;

  function origins(value: Value, site: Site, depth = 0): readonly Origin[] {
    const remembered = known.get(value);
    if (remembered) return remembered;
    if (depth === 0) steps = 0;
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS) return [];
    const found = follow(value, site, depth).slice(0, MAX_ORIGINS);
    if (depth === 0) known.set(value, found);
    return found;
  }

  function follow(value: Value, site: Site, depth: number): readonly Origin[] {
    switch (value.kind) {
      case 'name':
        return ofName(value.name, site, depth + 1);
      case 'member':
        return origins(value.of, site, depth + 1).flatMap((origin) => attribute(origin, value.name, depth));
      case 'function': {
        const ref = refOf(site.file, value.definition);
        return ref ? [{ kind: 'definition', ref }] : [];
      }
      case 'index':
        return origins(value.of, site, depth + 1).flatMap((origin) => {
          const key = value.index[0];
          return key?.kind === 'literal' && typeof key.value === 'string'
            ? attribute(origin, key.value, depth)
            : [];
        });
      case 'call': {
        const module = requiredModule(value, site.file);
        const found = module === null ? [] : imported(site.file, module, 'default', depth + 1);
        return found.length > 0 ? found : [{ kind: 'value', value, site }];
      }
      case 'operation':
        if (['?:', 'or', 'and', '??', '...', '+'].includes(value.operator))
          return (value.operator === '?:' ? value.operands.slice(1) : value.operands).flatMap((operand) =>
            origins(operand, site, depth + 1),
          );
        return [{ kind: 'value', value, site }];
      default:
        return [{ kind: 'value', value, site }];
    }
  }

  function ofName(dotted: string, site: Site, depth: number): readonly Origin[] {
    const [head = '', ...rest] = dotted.split('.');
    const self = selfName(site.file, site.definition);
    let found: readonly Origin[];
    let attributes = rest;
    if (self?.name === head) {
      const owner = refOf(site.file, self.owner);
      if (!owner) return [];
      if (rest.length === 0) return [{ kind: 'definition', ref: owner }];
      found = ofClass(owner, rest[0] ?? '', depth + 1);
      attributes = rest.slice(1);
    } else {
      found = ofHead(head, site, depth);
    }
    for (const name of attributes) found = found.flatMap((origin) => attribute(origin, name, depth));
    return found;
  }

  function ofHead(head: string, site: Site, depth: number): readonly Origin[] {
    if (depth > MAX_DEPTH) return [];
    const { file } = site;
    for (const definition of [...definitionsAround(file, site.definition), MODULE]) {
      const bound = scopesFor(file).in(definition).get(head);
      if (bound) return ofBinding(bound, { file, definition }, depth);
    }
    return stars(site.file, head, depth);
  }

  function stars(file: CodeFile, name: string, depth: number): readonly Origin[] {
    for (const module of program.behindStars(file, name)) {
      const found = ownExport(module, name, depth + 1) ?? [];
      if (found.length > 0) return found;
    }
    return [];
  }

  function ofBinding(bound: Binding, site: Site, depth: number): readonly Origin[] {
    const id = bound.definitions.at(-1);
    const ref = id === undefined ? null : refOf(site.file, id);
    // An interface may share its name with a variable, which is what runs.
    const typeOnly = ref?.definition.kind === 'interface' || ref?.definition.kind === 'type';
    if (ref && !(typeOnly && bound.assignments.length > 0)) return [{ kind: 'definition', ref }];
    for (const item of bound.imports) {
      const found = imported(site.file, item.module, item.name, depth);
      if (found.length > 0) return found;
    }
    const found: Origin[] = [];
    for (const item of bound.assignments.slice(0, 20)) {
      if (!item.value) continue;
      const values = origins(item.value, { file: site.file, definition: item.definition }, depth + 1);
      found.push(...(item.via === 'for' ? values.flatMap((origin) => items(origin, depth)) : values));
    }
    if (found.length > 0 || !bound.parameter) return found;
    const owner = refOf(site.file, site.definition);
    const index = owner?.definition.parameters.indexOf(bound.parameter) ?? -1;
    return owner && index >= 0 ? [{ kind: 'parameter', ref: owner, index }] : [];
  }

  function imported(from: CodeFile, module: string, name: string | null, depth: number): readonly Origin[] {
    const own = program.moduleOf(from, module);
    if (own && name === null) return [{ kind: 'module', file: own }];
    if (own && name !== null) {
      const found = exported(own, name, depth + 1);
      if (found.length > 0) return found;
      if (own.language !== 'python') return name === 'default' ? [{ kind: 'module', file: own }] : [];
    }
    if (from.language !== 'python' || name === null) return [];
    const below = program.moduleOf(from, module.endsWith('.') ? module + name : `${module}.${name}`);
    return below ? [{ kind: 'module', file: below }] : [];
  }

  function exported(file: CodeFile, name: string, depth = 0): readonly Origin[] {
    return ownExport(file, name, depth) ?? stars(file, name, depth);
  }

  /** What a file itself says of a name that it gives to others; null where it says nothing. */
  function ownExport(file: CodeFile, name: string, depth: number): readonly Origin[] | null {
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS) return [];
    const site = { file, definition: MODULE };
    for (const item of file.exports) {
      if (item.exported !== name) continue;
      if (item.module !== null) {
        const own = program.moduleOf(file, item.module);
        if (!own) return [];
        return item.local === null ? [{ kind: 'module', file: own }] : exported(own, item.local, depth + 1);
      }
      if (item.value) return origins(item.value, site, depth + 1);
      if (item.local !== null) return ofName(item.local, site, depth + 1);
    }
    const bound = scopesFor(file).in(MODULE).get(name);
    return bound ? ofBinding(bound, site, depth + 1) : null;
  }

  function attribute(origin: Origin, name: string, depth: number): readonly Origin[] {
    if (depth > MAX_DEPTH) return [];
    if (origin.kind === 'module') {
      const found = exported(origin.file, name, depth + 1);
      if (found.length > 0 || !origin.file.path.endsWith('__init__.py')) return found;
      const below = program.moduleOf(origin.file, `.${name}`);
      return below ? [{ kind: 'module', file: below }] : [];
    }
    if (origin.kind === 'definition') return ofClass(origin.ref, name, depth + 1);
    const itself = OF_ITSELF.has(name) ? [origin] : [];
    const { value, site } = origin.kind === 'parameter' ? nameOf(origin) : origin;
    if (value.kind === 'dict') {
      const entry = value.entries.find((item) => item.key?.kind === 'literal' && item.key.value === name);
      return entry ? origins(entry.value, site, depth + 1) : [];
    }
    if (value.kind !== 'call' && origin.kind === 'value') return [];
    const target = program.resolve(value, site);
    if (target.kind === 'instance') {
      const own = ofClass(target.ref, name, depth + 1);
      return own.length > 0 ? own : itself;
    }
    const callee = value.kind === 'call' ? program.callee(program.callOf(site.file, value.call)) : null;
    if (callee?.kind === 'definition') {
      const found = returns(callee.ref, depth + 1).flatMap((item) => attribute(item, name, depth + 1));
      if (found.length > 0) return found;
    }
    return itself;
  }

  function returns(ref: DefinitionRef, depth: number): readonly Origin[] {
    const site = { file: ref.file, definition: ref.id };
    const values = bodyOf(ref.file, ref.id).statements.flatMap(({ kind, value }) =>
      kind === 'return' && value ? [value] : [],
    );
    return values.slice(0, 6).flatMap((value) => origins(value, site, depth + 1));
  }

  /** An attribute of a class, its fields, what its methods assign, then its bases'. */
  function ofClass(ref: DefinitionRef, name: string, depth: number): readonly Origin[] {
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS) return [];
    const site = { file: ref.file, definition: ref.id };
    const method = scopesFor(ref.file).in(ref.id).get(name)?.definitions.at(-1);
    const own = method === undefined ? null : refOf(ref.file, method);
    if (own) return own.definition.accessor ? returns(own, depth) : [{ kind: 'definition', ref: own }];
    const found: Origin[] = [];
    const field = ref.definition.fields.find((item) => item.name === name);
    if (field?.value) found.push(...origins(field.value, site, depth + 1));
    for (const item of scopesFor(ref.file).attributes(ref.id).get(name)?.slice(0, 6) ?? [])
      if (item.value)
        found.push(...origins(item.value, { file: ref.file, definition: item.definition }, depth + 1));
    if (found.length > 0) return found;
    for (const base of ref.definition.bases) {
      const target = program.resolve(base, siteAround(ref));
      if (target.kind !== 'definition' && target.kind !== 'instance') continue;
      if (target.ref === ref) continue;
      const inherited = ofClass(target.ref, name, depth + 1);
      if (inherited.length > 0) return inherited;
    }
    return [];
  }

  function items(origin: Origin, depth: number): readonly Origin[] {
    if (origin.kind !== 'value') return [];
    const { value, site } = origin;
    if (value.kind !== 'list') return [];
    return value.items.slice(0, MAX_ORIGINS).flatMap((item) =>
      // `for path, router in [('/a', a), …]`: the tuple's parts.
      item.kind === 'list'
        ? item.items.flatMap((part) => origins(part, site, depth + 1))
        : origins(item, site, depth + 1),
    );
  }

  /** Each question has its own steps. */
  const asked = <Answer>(answer: () => Answer): Answer => {
    steps = 0;
    return answer();
  };
  return {
    origins: (value, site) => origins(value, site),
    exported: (file, name) => asked(() => exported(file, name)),
    returns: (ref) => asked(() => returns(ref, 0)),
    attribute: (ref, name) => asked(() => ofClass(ref, name, 0)),
    items: (origin) => asked(() => items(origin, 0)),
  };
}
