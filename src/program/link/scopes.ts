/** What each name is bound to in each scope of a file. */
import { addTo, entryOf } from '../../reading/collections.ts';
import {
  type Assignment,
  type CodeFile,
  type DefinitionId,
  type Import,
  MODULE,
  type Parameter,
  type Value,
} from '../file.ts';
import { valuesWithin } from './values.ts';

/** All that binds one name in one scope. */
export interface Binding {
  readonly imports: Import[];
  readonly definitions: DefinitionId[];
  readonly assignments: Assignment[];
  parameter: Parameter | null;
}

export interface Scopes {
  /** Bindings made directly in a definition (or the module). */
  in(definition: DefinitionId): ReadonlyMap<string, Binding>;
  /** Assignments to `self.x`/`this.x` within a class's methods, by class and attribute. */
  attributes(owner: DefinitionId): ReadonlyMap<string, readonly Assignment[]>;
  /** Definitions whose parent is the given one. */
  children(definition: DefinitionId): readonly DefinitionId[];
}

const NO_BINDINGS: ReadonlyMap<string, Binding> = new Map();
const NO_ATTRIBUTES: ReadonlyMap<string, readonly Assignment[]> = new Map();

/** The name that stands for the object in a definition: Python's first parameter of the enclosing method, or 'this'. */
export function selfName(
  file: CodeFile,
  definition: DefinitionId,
): { name: string; owner: DefinitionId } | null {
  let current = definition;
  while (current !== MODULE) {
    const found = file.definitions[current];
    if (!found) return null;
    const parent = file.definitions[found.parent];
    if (parent?.kind === 'class') {
      const [first] = found.parameters;
      // A lambda in a class body is given whatever it is called with.
      const takesSelf = !found.static && (found.kind !== 'lambda' || first?.name === 'self');
      const name = file.language !== 'python' ? 'this' : takesSelf ? first?.name : null;
      return name ? { name, owner: found.parent } : null;
    }
    current = found.parent;
  }
  return null;
}

export function scopesOf(file: CodeFile): Scopes {
  const scopes = new Map<DefinitionId, Map<string, Binding>>();
  const attributes = new Map<DefinitionId, Map<string, Assignment[]>>();
  const children = new Map<DefinitionId, DefinitionId[]>();
  const bind = (definition: DefinitionId, name: string): Binding =>
    entryOf(
      entryOf(scopes, definition, () => new Map<string, Binding>()),
      name,
      () => ({ imports: [], definitions: [], assignments: [], parameter: null }),
    );
  const unbound = functionsOfMembers(file);
  for (const item of file.imports)
    if (item.local !== '') bind(item.definition, item.local).imports.push(item);
  file.definitions.forEach((definition, id) => {
    if (definition.name !== '' && !unbound.has(id))
      bind(definition.parent, definition.name).definitions.push(id);
    addTo(children, definition.parent, id);
    for (const parameter of definition.parameters) {
      const binding = bind(id, parameter.name);
      binding.parameter ??= parameter;
    }
  });
  /** The scope around that has the name; the own one where none has. */
  const ownerOf = (name: string, definition: DefinitionId): DefinitionId => {
    const own = file.language === 'python' ? (file.definitions[definition]?.parent ?? MODULE) : definition;
    for (let id = own; id !== MODULE; id = file.definitions[id]?.parent ?? MODULE)
      if (scopes.get(id)?.has(name)) return id;
    return file.language === 'python' || scopes.get(MODULE)?.has(name) ? MODULE : definition;
  };
  // Those that declare come first: the others are looked up in them.
  const declaring = file.assignments.filter((item) => !item.outer);
  for (const assignment of [...declaring, ...file.assignments.filter((item) => item.outer)]) {
    if (assignment.target.kind !== 'name') continue;
    const [head = '', attribute, ...deeper] = assignment.target.name.split('.');
    if (attribute === undefined) {
      const owner = assignment.outer ? ownerOf(head, assignment.definition) : assignment.definition;
      bind(owner, head).assignments.push(assignment);
      continue;
    }
    if (deeper.length > 0) continue;
    const self = selfName(file, assignment.definition);
    if (self?.name === head) {
      const owned = entryOf(attributes, self.owner, () => new Map<string, Assignment[]>());
      addTo(owned, attribute, assignment);
    } else {
      // `app.config = …` on a module's variable: kept under its dotted name.
      bind(assignment.definition, assignment.target.name).assignments.push(assignment);
    }
  }
  return {
    in: (definition) => scopes.get(definition) ?? NO_BINDINGS,
    attributes: (owner) => attributes.get(owner) ?? NO_ATTRIBUTES,
    children: (definition) => children.get(definition) ?? [],
  };
}

/** Functions that are named by an object's key or a member (`{ fetch: () => … }`, `exports.list = …`): no variables. */
function functionsOfMembers(file: CodeFile): ReadonlySet<DefinitionId> {
  const found = new Set<DefinitionId>();
  if (file.language === 'python') return found;
  const visit = (value: Value | null) => {
    for (const part of value ? valuesWithin(value) : []) {
      if (part.kind !== 'dict') continue;
      for (const entry of part.entries)
        if (entry.value.kind === 'function') found.add(entry.value.definition);
    }
  };
  for (const call of file.calls) for (const argument of call.arguments) visit(argument.value);
  for (const statement of file.statements) visit(statement.value);
  for (const item of file.exports) visit(item.value);
  for (const { target, value } of file.assignments) {
    visit(value);
    if (value?.kind === 'function' && (target.kind !== 'name' || target.name.includes('.')))
      found.add(value.definition);
  }
  return found;
}
