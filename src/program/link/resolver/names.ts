/** What a name is bound to: scopes, imports, exports, assignments. */
import { entryOfWeak } from '../../../reading/collections.ts';
import { type Assignment, type CodeFile, type Import, MODULE } from '../../file.ts';
import type { Site, Target } from '../../program.ts';
import { type Binding, selfName } from '../scopes.ts';
import { type Core, externalModule, isNothing, UNKNOWN } from './core.ts';

export function nameResolution(core: Core) {
  const importedModules = new WeakMap<CodeFile, ReadonlySet<string>>();

  function binding(name: string, site: Site): { binding: Binding; site: Site } | null {
    let current = site.definition;
    while (current !== MODULE) {
      const definition = site.file.definitions[current];
      if (!definition) break;
      // A class body's names are not seen from its methods.
      if (definition.kind !== 'class' || current === site.definition) {
        const hit = core.linking.scopes(site.file).in(current).get(name);
        if (hit) return { binding: hit, site: { file: site.file, definition: current } };
      }
      current = definition.parent;
    }
    const hit = core.linking.scopes(site.file).in(MODULE).get(name);
    return hit ? { binding: hit, site: { file: site.file, definition: MODULE } } : null;
  }

  function ofImport(item: Import, file: CodeFile): Target {
    const own = core.linking.find(file, item.module);
    if (own) {
      if (item.name === null) return { kind: 'module', file: own };
      const target = exported(own, item.name);
      if (target.kind !== 'unknown') return target;
      if (file.language === 'python') {
        const below = core.linking.find(
          file,
          item.module.endsWith('.') ? item.module + item.name : `${item.module}.${item.name}`,
        );
        if (below && below !== own) return { kind: 'module', file: below };
      } else if (item.name === 'default') return { kind: 'module', file: own };
      return { kind: 'unknown', name: `?.${item.name}` };
    }
    if (file.language === 'python' && item.name !== null) {
      const below = core.linking.find(
        file,
        item.module.endsWith('.') ? item.module + item.name : `${item.module}.${item.name}`,
      );
      if (below) return { kind: 'module', file: below };
    }
    const module = externalModule(item.module);
    if (module.startsWith('.')) return { kind: 'unknown', name: `?.${item.name ?? module}` };
    return {
      kind: 'external',
      name: item.name === null || item.name === 'default' ? module : `${module}.${item.name}`,
    };
  }

  function exported(file: CodeFile, name: string): Target {
    const own = ownExport(file, name);
    return own.kind === 'unknown' ? throughStars(file, name) : own;
  }

  function throughStars(file: CodeFile, name: string): Target {
    for (const module of core.linking.behindStars(file, name)) {
      const target = ownExport(module, name);
      if (target.kind !== 'unknown') return target;
    }
    return UNKNOWN;
  }

  /** What a file itself says of a name that it gives to others. */
  function ownExport(file: CodeFile, name: string): Target {
    return core.guarded(`${file.path}\0${name}`, () => {
      const site = { file, definition: MODULE };
      for (const item of file.exports) {
        if (item.exported !== name) continue;
        if (item.module !== null) {
          const own = core.linking.find(file, item.module);
          if (own) return item.local === null ? { kind: 'module', file: own } : exported(own, item.local);
          return { kind: 'external', name: `${externalModule(item.module)}.${item.local ?? name}` };
        }
        if (item.value) return core.resolve(item.value, site);
        if (item.local !== null) return ofName(item.local, site);
      }
      const bound = core.linking.scopes(file).in(MODULE).get(name);
      if (bound) return ofBinding(bound, site);
      return UNKNOWN;
    });
  }

  function ofAssignment(item: Assignment, file: CodeFile): Target {
    return core.guarded(item, () => {
      const site = { file, definition: item.definition };
      // An object literal knows more of its members than the interface that it is declared as.
      if (item.annotation && item.value?.kind !== 'dict') {
        const target = core.annotation(item.annotation, site);
        if (target.kind === 'instance') return target;
      }
      if (!item.value) return item.annotation ? core.annotation(item.annotation, site) : UNKNOWN;
      if (item.via === 'for') return core.elementOf(item.value, site);
      const target = core.resolve(item.value, site);
      return target.kind === 'unknown' && item.annotation ? core.annotation(item.annotation, site) : target;
    });
  }

  /** The first assignment that says what the name is; a bare None or empty literal only when nothing else does. */
  function ofAssignments(items: readonly Assignment[], file: CodeFile): Target {
    let fallback: Target = UNKNOWN;
    for (const item of items.slice(0, 12)) {
      if (item.via === 'augmented') continue;
      const target = ofAssignment(item, file);
      if (target.kind === 'unknown') continue;
      const vague = isNothing(target);
      if (!vague) return target;
      fallback = target;
    }
    return fallback;
  }

  function ofBinding(bound: Binding, site: Site): Target {
    const id = bound.definitions.at(-1);
    if (id !== undefined) return { kind: 'definition', ref: core.linking.ref(site.file, id) };
    for (const item of bound.imports) {
      const target = ofImport(item, site.file);
      if (target.kind !== 'unknown') return target;
    }
    if (bound.assignments.length > 0) {
      const target = ofAssignments(bound.assignments, site.file);
      if (target.kind !== 'unknown') return target;
    }
    return bound.parameter ? core.ofParameter(bound.parameter, site) : UNKNOWN;
  }

  function ofName(dotted: string, site: Site): Target {
    const [head = '', ...rest] = dotted.split('.');
    const imported = rest.length > 0 ? ofImportedModule(dotted, site.file) : null;
    if (imported) return imported;
    let target = ofHead(head, site);
    // `app.state = x` kept under its dotted name.
    if (rest.length === 1 && target.kind === 'unknown') {
      const bound = binding(dotted, site);
      if (bound) target = ofBinding(bound.binding, bound.site);
      if (target.kind !== 'unknown') return target;
      target = UNKNOWN;
    }
    for (const part of rest) target = core.member(target, part);
    return target;
  }

  /** After `import app.models`, `app.models.User`: the folder `app` itself may be no module. */
  function ofImportedModule(dotted: string, file: CodeFile): Target | null {
    const modules = entryOfWeak(
      importedModules,
      file,
      () =>
        new Set(
          file.imports.flatMap(({ local, module, name }) => (local === '' && name === null ? [module] : [])),
        ),
    );
    if (modules.size === 0 || file.language !== 'python') return null;
    const parts = dotted.split('.');
    for (let count = parts.length - 1; count > 1; count--) {
      const module = parts.slice(0, count).join('.');
      const own = modules.has(module) ? core.linking.find(file, module) : null;
      if (own) return parts.slice(count).reduce<Target>(core.member, { kind: 'module', file: own });
    }
    return null;
  }

  function ofHead(head: string, site: Site): Target {
    const self = selfName(site.file, site.definition);
    if (self && self.name === head) {
      const owner = core.linking.ref(site.file, self.owner);
      return head === 'cls' ? { kind: 'definition', ref: owner } : { kind: 'instance', ref: owner };
    }
    const bound = binding(head, site);
    if (bound) return ofBinding(bound.binding, bound.site);
    const stars = core.linking.scopes(site.file).in(MODULE).get('*')?.imports ?? [];
    const through = stars.length > 0 ? throughStars(site.file, head) : UNKNOWN;
    if (through.kind !== 'unknown') return through;
    const isOutside = ({ module }: Import): boolean => core.linking.find(site.file, module) === null;
    const outside = /^[A-Z]/.test(head) ? stars.find(isOutside) : undefined;
    if (outside) return { kind: 'external', name: `${externalModule(outside.module)}.${head}` };
    for (const module of core.linking.atHand(site.file, head)) {
      const target = ownExport(module, head);
      if (target.kind !== 'unknown') return target;
    }
    return { kind: 'external', name: head };
  }

  return { binding, ofImport, exported, ofAssignment, ofAssignments, ofBinding, ofName, ofHead };
}
