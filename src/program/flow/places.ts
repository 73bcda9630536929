/** Where a value is kept: the same place has the same root and path, from wherever it is named. */
import type { CodeFile, Value } from '../file.ts';
import { MODULE } from '../file.ts';
import { selfName } from '../link/scopes.ts';
import type { Program, Site } from '../program.ts';

/** A variable (or a class, or something from outside) and the keys and attributes that lead to the place. */
export interface Place {
  readonly root: string;
  readonly path: readonly string[];
}

/** Calls that read a key: `store.get("history")`. */
const KEY_READERS = new Set(['get', 'setdefault', 'pop', 'getItem']);
const MAX_SEGMENTS = 8;
/** What an application keeps for all its handlers, from wherever it is reached: `request.app.state`, `current_app.config`. */
const SHARED = /^(?:(?:fast_?)?app|application|current_app|api|server)\.(?:state|locals|config|extensions)$/;
/** Modules that a name is handed on through. */
const MAX_HOPS = 100;

/** The names, attributes and literal keys of a value, the first name first; null where it does not start with a name. */
function segmentsOf(value: Value, file: CodeFile): string[] | null {
  const back: string[] = [];
  let current = value;
  for (let step = 0; step < 40; step++) {
    switch (current.kind) {
      case 'name':
        return [...current.name.split('.'), ...back.reverse()].slice(0, MAX_SEGMENTS);
      case 'member':
        back.push(current.name);
        current = current.of;
        break;
      case 'index': {
        const key = current.index[0];
        // An unknown key is any item of the whole: the keys behind it are forgotten.
        if (key?.kind === 'literal' && typeof key.value === 'string') back.push(key.value);
        else back.length = 0;
        current = current.of;
        break;
      }
      case 'call': {
        const call = file.calls[current.call];
        const [, receiver = '', method = ''] =
          call?.callee.kind === 'name' ? (/^(.*)\.(\w+)$/.exec(call.callee.name) ?? []) : [];
        if (!call || !KEY_READERS.has(method)) return null;
        const key = call.arguments[0]?.value;
        if (key?.kind === 'literal' && typeof key.value === 'string') back.push(key.value);
        else back.length = 0;
        current = { kind: 'name', name: receiver, line: current.line };
        break;
      }
      default:
        return null;
    }
  }
  return null;
}

/** Places of one program. Remembers what first names stand for. */
export function placesOf(program: Program): (value: Value, site: Site) => Place | null {
  const owners = new Map<string, string | null>();
  const modules = new Map(program.files.map((file) => [ofModule(file).root, file]));

  /** The root of an object of one of the program's own classes, so that `self.items` and `store.items` are one. */
  function ownerRoot(prefix: string, site: Site): string | null {
    const key = `${site.file.path}\0${site.definition}\0${prefix}`;
    const known = owners.get(key);
    if (known !== undefined) return known;
    const target = program.resolve({ kind: 'name', name: prefix, line: 0 }, site);
    const root =
      target.kind === 'instance' || (target.kind === 'definition' && target.ref.definition.kind === 'class')
        ? `class ${target.ref.file.path}#${target.ref.id}`
        : target.kind === 'module'
          ? ofModule(target.file).root
          : null;
    owners.set(key, root);
    return root;
  }

  function rootOf(head: string, site: Site): Place {
    const self = selfName(site.file, site.definition);
    if (self?.name === head) return { root: `class ${site.file.path}#${self.owner}`, path: [] };
    const bound = program.binding(head, site);
    if (!bound) return handedOn(site.file, head) ?? { root: `outside ${head}`, path: [] };
    const [item] = bound.binding.imports;
    if (item && bound.binding.assignments.length === 0) {
      const own = program.moduleOf(bound.site.file, item.module);
      if (own) return item.name === null ? ofModule(own) : exported(own, item.name);
      const target = program.resolve({ kind: 'name', name: head, line: 0 }, site);
      if (target.kind === 'module') return ofModule(target.file);
      return { root: `outside ${target.kind === 'external' ? target.name : head}`, path: [] };
    }
    return bound.site.definition === MODULE
      ? { root: `module ${bound.site.file.path}`, path: [head] }
      : { root: `local ${bound.site.file.path}#${bound.site.definition}`, path: [head] };
  }

  const given = new Map<string, Place | null>();
  let hops = 0;

  /** What a module gives under a name is kept where it was made, through however many modules it was handed on. */
  function exported(file: CodeFile, name: string): Place {
    return handedOn(file, name) ?? { root: ofModule(file).root, path: [name] };
  }

  /** Null where the module does not know the name, and where modules hand it on in a circle. */
  function handedOn(file: CodeFile, name: string): Place | null {
    const key = `${file.path}\0${name}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    if (hops >= MAX_HOPS) return null;
    given.set(key, null);
    hops += 1;
    const place = lookedUp(file, name);
    hops -= 1;
    given.set(key, place);
    return place;
  }

  function lookedUp(file: CodeFile, name: string): Place | null {
    const site = { file, definition: MODULE };
    const item = file.exports.find((one) => one.exported === name);
    if (item?.module != null) {
      const own = program.moduleOf(file, item.module);
      return own && (item.local === null ? ofModule(own) : exported(own, item.local));
    }
    if (item)
      return item.local === null ? { root: ofModule(file).root, path: [name] } : rootOf(item.local, site);
    if (program.binding(name, site)) return rootOf(name, site);
    // `export * from './rows'`, `from rows import *`
    for (const module of program.behindStars(file, name)) {
      const place = handedOn(module, name);
      if (place) return place;
    }
    return name === 'default' && file.language !== 'python' ? ofModule(file) : null;
  }

  return (value, site) => {
    const segments = segmentsOf(value, site.file);
    const [head, ...rest] = segments ?? [];
    if (!segments || head === undefined) return null;
    const shared = segments.findIndex((name, at) => SHARED.test(`${segments[at - 1]}.${name}`));
    if (shared > 0 && shared < segments.length - 1)
      return { root: `application ${segments[shared]}`, path: segments.slice(shared + 1) };
    const place = (root: Place, path: readonly string[]): Place => {
      // `models.Row`, where `models` is a module.
      const file = root.path.length === 0 ? modules.get(root.root) : undefined;
      const [name, ...inner] = path;
      if (!file || name === undefined) return { root: root.root, path: [...root.path, ...path] };
      const kept = exported(file, name);
      return { root: kept.root, path: [...kept.path, ...inner] };
    };
    for (let length = segments.length - 1; length > 0; length--) {
      const root = ownerRoot(segments.slice(0, length).join('.'), site);
      if (root !== null) return place({ root, path: [] }, segments.slice(length));
    }
    return place(rootOf(head, site), rest);
  };
}

function ofModule(file: CodeFile): Place {
  return { root: `module ${file.path}`, path: [] };
}

/** Whether a write to one place can be seen at the other: one's path begins with the other's. */
export function overlaps(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) if (a[index] !== b[index]) return false;
  return true;
}
