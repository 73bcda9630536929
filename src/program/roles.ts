/** The one index of what the calls of a program mean: built once per program, out of the knowledge it is handed. */

import { entryOf } from '../reading/collections.ts';
import { once } from '../reading/once.ts';
import type { Value } from './file.ts';
import type { ArgumentPlace, Knowledge, Meaning, Use } from './knowledge.ts';
import { type NameTable, nameTable } from './link/patterns.ts';
import { entryAt } from './link/values.ts';
import type { CallRef, Role, Target } from './program.ts';
import type { RoleName } from './role-names.ts';

export interface Roles {
  /** All that is known of a call. Nothing is known of the program's own definitions but what the project says itself. */
  meaningsOf(call: CallRef): readonly Meaning[];
  /** What is known of a name; 'call' where nothing else is said. */
  meaningsOfName(name: string, use?: Use): readonly Meaning[];
  /** The meaning by which a call or a name has one of these roles; null where it has none. */
  meaning(of: CallRef | string, ...roles: readonly RoleName[]): Meaning | null;
  /** Whether a call, or a name, has one of these roles. */
  means(of: CallRef | string, ...roles: readonly RoleName[]): boolean;
  /** Calls of the application (or of another part) that have one of these roles, in order of file and place. */
  callsAs(roles: RoleName | readonly RoleName[], part?: Role): readonly CallRef[];
  /** Whether a qualified name, or the module of an import, is of a library with one of these roles. */
  isFrom(name: string, ...roles: readonly RoleName[]): boolean;
  /** What a call is given for a purpose ('vector', 'filter'), by position or keyword; null where it is given nothing. */
  argumentOf(call: CallRef, purpose: string): Value | null;
}

/** What the index asks of the linked program. */
interface Source {
  readonly calls: (part?: Role) => readonly CallRef[];
  readonly nameOf: (call: CallRef) => string;
  readonly callee: (call: CallRef) => Target;
}

export function createRoles({ roles, meanings }: Knowledge, { calls, nameOf, callee }: Source): Roles {
  const tables = new Map<Use, NameTable<Meaning>>();
  const table = (use: Use): NameTable<Meaning> =>
    entryOf(tables, use, () =>
      nameTable(
        meanings
          .filter((meaning) => meaning.use === use)
          .flatMap((meaning) =>
            meaning.names.map((name) => [use === 'module' ? `${name}.**` : name, meaning] as const),
          ),
      ),
    );
  const isOwn = (call: CallRef): boolean => {
    const { kind } = callee(call);
    return kind === 'definition' || kind === 'instance' || kind === 'module';
  };
  const meaningsOf = (call: CallRef): readonly Meaning[] => {
    const found = table('call')(nameOf(call));
    return found.length > 0 && isOwn(call) ? found.filter(({ own }) => own) : found;
  };
  const meaningsOfName = (name: string, use: Use = 'call') => table(use)(name);
  const meaningAs = (of: CallRef | string, wanted: readonly RoleName[]): Meaning | null => {
    const found = typeof of === 'string' ? meaningsOfName(of) : meaningsOf(of);
    // Of most names nothing is known.
    if (found.length === 0) return null;
    return found.find(({ role }) => wanted.includes(role)) ?? null;
  };
  const parts = new Map<Role, () => ReadonlyMap<string, readonly number[]>>();
  /** Positions of the calls of a part of the program by role. */
  const byRole = (part: Role) =>
    entryOf(parts, part, () =>
      once(() => {
        const index = new Map<string, number[]>();
        for (const [position, call] of calls(part).entries()) {
          const found = meaningsOf(call);
          if (found.length === 0) continue;
          for (const { role } of found) {
            const positions = entryOf(index, role, () => []);
            if (positions.at(-1) !== position) positions.push(position);
          }
        }
        return index;
      }),
    )();
  return {
    meaningsOf,
    meaningsOfName,
    meaning: (of, ...wanted) => meaningAs(of, wanted),
    means: (of, ...wanted) => meaningAs(of, wanted) !== null,
    callsAs: (wanted, part = 'application') => {
      const index = byRole(part);
      const all = typeof wanted === 'string' ? [wanted] : wanted;
      const positions = new Set(all.flatMap((role) => index.get(role) ?? []));
      const list = calls(part);
      return [...positions].sort((a, b) => a - b).map((position) => list[position] as CallRef);
    },
    isFrom: (name, ...wanted) => meaningsOfName(name, 'module').some(({ role }) => wanted.includes(role)),
    argumentOf: (call, purpose) => {
      for (const { takes, role } of meaningsOf(call)) {
        const places = takes[purpose] ?? roles[role]?.takes[purpose];
        const value = places ? argumentAt(call, places) : null;
        if (value) return value;
      }
      return null;
    },
  };
}

/** What stands at the first place that is filled. Behind a spread (`*args`) nobody knows what stands where. */
function argumentAt({ call }: CallRef, places: readonly ArgumentPlace[]): Value | null {
  const positional = call.arguments.filter(({ name }) => name === null).map(({ value }) => value);
  const spread = positional.findIndex((value) => value.kind === 'operation' && value.operator === '...');
  const certain = spread < 0 ? positional : positional.slice(0, spread);
  for (const place of places) {
    const value = typeof place === 'number' ? certain[place] : named(call.arguments, place);
    if (value) return value;
  }
  return null;
}

/** By keyword, or by the key of an options object. */
function named(list: CallRef['call']['arguments'], name: string): Value | null {
  const direct = list.find((item) => item.name === name);
  if (direct) return direct.value;
  for (const { name: keyword, value } of list) {
    const entry = keyword === null ? entryAt(value, name) : undefined;
    if (entry) return entry;
  }
  return null;
}
