/** What is written to places: assignments, changes in place, state setters. */
import { addTo, entryOf } from '../../reading/collections.ts';
import { type Assignment, type Call, type CodeFile, MODULE, type Value } from '../file.ts';
import { lastSegment } from '../link/values.ts';
import type { Program, Site } from '../program.ts';
import { fieldsFilled } from './constructions.ts';
import { overlaps, type Place, placesOf } from './places.ts';
import { type Keys, WHOLE } from './step.ts';
import { partsTaken } from './unpacked.ts';

export interface Write {
  readonly path: readonly string[];
  readonly value: Value;
  readonly site: Site;
  /** The value is the place's own, not something put into it. */
  readonly whole: boolean;
  /** Of the value one part: `text, hits = answer()`. */
  readonly part: Keys;
}

export interface Writes {
  readonly place: (value: Value, site: Site) => Place | null;
  /** Writes that may be seen at a place. */
  at(place: Place): readonly Write[];
}

/** Methods that change their object, with what they are handed. */
const CHANGES = new Set(
  `append appendleft add extend extendleft update push unshift insert set setdefault put write writelines concat
   add_message add_messages add_user_message add_ai_message addMessage save_context rpush lpush hset hmset zadd xadd sadd`
    .trim()
    .split(/\s+/),
);
/** `const [value, setValue] = useState()`: the second changes the first. */
const STATE_HOOKS = /^(use\w*State|useReducer|useAtom|useImmer|useLocalStorage|createSignal)$/;

export function writesOf(program: Program): Writes {
  const place = placesOf(program);
  const byRoot = new Map<string, Write[]>();
  const record = (where: Place | null, value: Value, site: Site, whole: boolean, part = WHOLE): void => {
    if (where) addTo(byRoot, where.root, { path: where.path, value, site, whole, part });
  };
  for (const file of program.files) {
    const setters = stateSetters(file);
    for (const { exported, value } of file.exports) {
      const where = { root: `module ${file.path}`, path: [exported] };
      if (value) record(where, value, { file, definition: MODULE }, true);
    }
    const parts = partsTaken(file);
    for (const assignment of file.assignments) {
      const { value, definition } = assignment;
      if (!value) continue;
      const site = { file, definition };
      const keyed = assignment.target.kind === 'index';
      record(
        place(assignment.target, site),
        value,
        site,
        assignment.via === '=' && !keyed,
        parts.get(assignment),
      );
    }
    for (const [id, call] of file.calls.entries()) {
      const site = { file, definition: call.definition };
      for (const { owners, field, value } of fieldsFilled(program, program.callOf(file, id)))
        for (const { file: home, id: owner } of owners)
          record({ root: `class ${home.path}#${owner}`, path: [field] }, value, site, true);
      for (const [target, key, value] of assignedInOne(call)) {
        const where = place(target, site);
        record(where && { ...where, path: [...where.path, key] }, value, site, true);
      }
      const changed = changedBy(call, setters);
      if (!changed) continue;
      for (const where of withAliases(changed, site))
        for (const argument of call.arguments) record(where, argument.value, site, false);
    }
    file.definitions.forEach((definition, id) => {
      for (const { name, value } of definition.fields)
        if (value)
          record({ root: `class ${file.path}#${id}`, path: [name] }, value, { file, definition: id }, true);
    });
  }

  /** The place itself, and the one that a local name was taken from: `history = store[id]; history.append(…)`. */
  function withAliases(value: Value, site: Site): readonly (Place | null)[] {
    const direct = place(value, site);
    if (value.kind !== 'name' || value.name.includes('.')) return [direct];
    const bound = program.binding(value.name, site)?.binding.assignments ?? [];
    const sources = bound.slice(0, 6).flatMap((assignment) => {
      if (!assignment.value || assignment.value.kind === 'literal') return [];
      return [place(assignment.value, { file: site.file, definition: assignment.definition })];
    });
    return [direct, ...sources];
  }

  const answers = new Map<string, readonly Write[]>();
  return {
    place,
    at: ({ root, path }) =>
      entryOf(answers, `${root}\0${path.join('\0')}`, () =>
        (byRoot.get(root) ?? []).filter((write) => overlaps(write.path, path)),
      ),
  };
}

/** `Object.assign(this, { name, charge })`: what it puts where. */
function assignedInOne({ callee, arguments: [target, ...sources] }: Call): readonly [Value, string, Value][] {
  if (callee.kind !== 'name' || callee.name !== 'Object.assign' || !target) return [];
  return sources.flatMap(({ value: source }) =>
    source.kind !== 'dict'
      ? []
      : source.entries.flatMap(({ key, value }): [Value, string, Value][] =>
          key?.kind === 'literal' ? [[target.value, String(key.value), value]] : [],
        ),
  );
}

/** The value that a call changes, or null. */
function changedBy(call: Call, setters: ReadonlyMap<string, Value>): Value | null {
  const { callee } = call;
  if (callee.kind === 'member') return CHANGES.has(callee.name) ? callee.of : null;
  if (callee.kind !== 'name') return null;
  const setter = setters.get(callee.name);
  if (setter) return setter;
  if (!callee.name.includes('.') || !CHANGES.has(lastSegment(callee.name))) return null;
  return { kind: 'name', name: callee.name.slice(0, callee.name.lastIndexOf('.')), line: callee.line };
}

/** The state variable that each setter of a file changes, by the setter's name. */
function stateSetters(file: CodeFile): ReadonlyMap<string, Value> {
  const pairs = new Map<number, [Value?, Value?]>();
  if (file.language === 'python') return new Map();
  for (const assignment of file.assignments) {
    const part = hookPart(assignment, file);
    if (part) entryOf(pairs, part.call, (): [Value?, Value?] => [])[part.index] = assignment.target;
  }
  const setters = new Map<string, Value>();
  for (const [state, setter] of pairs.values())
    if (state && setter?.kind === 'name') setters.set(setter.name, state);
  return setters;
}

function hookPart(assignment: Assignment, file: CodeFile): { call: number; index: 0 | 1 } | null {
  const { via, value } = assignment;
  if (via !== 'destructure' || value?.kind !== 'index' || value.of.kind !== 'call') return null;
  const callee = file.calls[value.of.call]?.callee;
  if (callee?.kind !== 'name' || !STATE_HOOKS.test(lastSegment(callee.name))) return null;
  const key = value.index[0];
  if (key?.kind !== 'literal' || (key.value !== 0 && key.value !== 1)) return null;
  return { call: value.of.call, index: key.value };
}
