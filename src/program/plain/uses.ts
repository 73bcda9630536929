/** How often each name of a file is bound and said, scope by scope. */
import { entryOf } from '../../reading/collections.ts';
import type { Assignment, CodeFile, DefinitionId, Value } from '../file.ts';
import { MODULE } from '../file.ts';
import { firstSegment, valuesWithin } from '../link/values.ts';

/** What is done with one name in one scope. */
export interface Uses {
  readonly assignments: Assignment[];
  /** How often it is said, targets of assignments left out. */
  places: number;
  /** Something else binds it too: a parameter, an import, an export, an `except … as`. */
  elsewhere: boolean;
}

export interface UsesOfFile {
  /** What is done with the name that is said in a definition; null for a name that nothing here binds. */
  of(name: string, definition: DefinitionId): Uses | null;
}

/** The value of a name that is bound once; null where anything else may have bound it. */
export function soleValue(uses: UsesOfFile, name: string, definition: DefinitionId): Value | null {
  const own = uses.of(name, definition);
  const [only, ...more] = own?.assignments ?? [];
  return only?.via === '=' && more.length === 0 && !own?.elsewhere ? only.value : null;
}

export function usesIn(file: CodeFile): UsesOfFile {
  const scopes = new Map<DefinitionId, Map<string, Uses>>();
  const own = (scope: DefinitionId, name: string): Uses =>
    entryOf(
      entryOf(scopes, scope, () => new Map()),
      name,
      () => ({ assignments: [], places: 0, elsewhere: false }),
    );
  const of = (name: string, definition: DefinitionId): Uses | null => {
    for (let scope = definition; ; scope = file.definitions[scope]?.parent ?? MODULE) {
      const found = scopes.get(scope)?.get(name);
      if (found || scope === MODULE) return found ?? null;
    }
  };
  bindAll(file, own);
  const say = (value: Value | null | undefined, definition: DefinitionId): void => {
    if (!value) return;
    for (const part of valuesWithin(value)) {
      const uses = part.kind === 'name' ? of(firstSegment(part.name), definition) : null;
      if (uses) uses.places += 1;
    }
  };
  for (const { callee, arguments: given, definition } of file.calls) {
    say(callee, definition);
    for (const { value } of given) say(value, definition);
  }
  for (const { target, value, definition } of file.assignments) {
    if (target.kind !== 'name' || target.name.includes('.')) say(target, definition);
    say(value, definition);
  }
  for (const { value, definition } of file.statements) say(value, definition);
  for (const { test, definition } of file.blocks) say(test, definition);
  for (const { value } of file.exports) say(value, MODULE);
  for (const [id, { decorators, parameters, bases, fields, parent }] of file.definitions.entries()) {
    for (const value of decorators) say(value, parent);
    for (const value of bases) say(value, parent);
    for (const one of parameters) say(one.default, parent);
    for (const one of fields) say(one.value, id);
  }
  return { of };
}

function bindAll(file: CodeFile, own: (scope: DefinitionId, name: string) => Uses): void {
  for (const assignment of file.assignments) {
    const { target, definition } = assignment;
    if (target.kind === 'name' && !target.name.includes('.'))
      own(definition, target.name).assignments.push(assignment);
  }
  const elsewhere = (scope: DefinitionId, name: string | null): void => {
    if (name) own(scope, name).elsewhere = true;
  };
  for (const [id, { parameters, name, parent }] of file.definitions.entries()) {
    elsewhere(parent, name);
    for (const one of parameters) elsewhere(id, one.name);
  }
  for (const one of file.imports) elsewhere(one.definition, one.local);
  for (const one of file.exports) elsewhere(MODULE, one.local);
  for (const one of file.blocks) elsewhere(one.definition, one.binds);
}
