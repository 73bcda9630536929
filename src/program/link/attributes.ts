/** Which names an object of an own class has: what somebody else reads off it fails. Python only. */
import { addTo, entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { CodeFile, DefinitionId, Value } from '../file.ts';
import type { CallRef, DefinitionRef, Program, Role } from '../program.ts';
import { bodyOf, definedIn } from './bodies.ts';
import { siteAround, siteOf } from './calls.ts';
import { selfName } from './scopes.ts';
import { inherited } from './subclasses.ts';
import { lastSegment, valuesThroughCalls } from './values.ts';

/** What answers for names that are written nowhere. */
const OPEN = [
  '__getattr__',
  '__getattribute__',
  '__setattr__',
  '__table__',
  '__slots__',
  '__class_getitem__',
];
/** Bases that give nothing but what every object has. */
const PLAIN: ReadonlySet<string> = new Set(['object', 'abc.ABC', 'ABC', 'typing.Generic', 'Generic']);
/** What may name an attribute by a text. */
const PARTS: readonly Role[] = ['application', 'test'];
/** Classes that one is built on, at most. */
const MOST_BASES = 12;

/** What stands in the program beside its classes, and gives their objects names. */
interface Given {
  /** Assigned to something of which nobody knows what it is, named by a relation of another class, or asked for before it is read. */
  readonly anywhere: ReadonlySet<string>;
  /** `self.x = …` by the class in whose methods it stands. */
  readonly bySelf: ReadonlyMap<CodeFile, ReadonlyMap<DefinitionId, ReadonlySet<string>>>;
  readonly children: ReadonlyMap<DefinitionRef, readonly DefinitionRef[]>;
}

const given = new WeakMap<Program, Given>();
const known = new WeakMap<Program, Map<DefinitionRef, ReadonlySet<string> | null>>();

/** All names of a class's objects, those that its descendants give them included; null where nobody can tell. */
function attributesOf(program: Program, ref: DefinitionRef): ReadonlySet<string> | null {
  const all = entryOfWeak(known, program, () => new Map<DefinitionRef, ReadonlySet<string> | null>());
  if (!all.has(ref)) all.set(ref, readAttributes(program, ref));
  return all.get(ref) ?? null;
}

/** Whether a class surely does not have a name, and nothing else gives it to its objects. */
export function lacks(program: Program, ref: DefinitionRef, name: string): boolean {
  const names = attributesOf(program, ref);
  return names !== null && !names.has(name) && !isMade(names, name) && !givenIn(program).anywhere.has(name);
}

/** By a framework: `author_id` of `author`, what lies at the other end of a relation, the label of a choice. */
function isMade(names: ReadonlySet<string>, name: string): boolean {
  return (
    (name.endsWith('_id') && names.has(name.slice(0, -3))) ||
    name.endsWith('_set') ||
    (name.startsWith('get_') && (name.endsWith('_display') || name.includes('_by_')))
  );
}

function readAttributes(program: Program, ref: DefinitionRef): ReadonlySet<string> | null {
  const names = new Set<string>();
  const { children } = givenIn(program);
  const seen = new Set<DefinitionRef>();
  const below = [ref];
  // A table without a column of its own takes them from the database.
  if (ref.definition.fields.every(({ name }) => name.startsWith('__')) && refusesUnknown(program, ref))
    return null;
  for (const one of below) {
    if (below.length > MOST_BASES || !addLineage(program, one, names, seen)) return null;
    below.push(...(children.get(one) ?? []).filter((child) => !below.includes(child)));
  }
  return names;
}

/** Adds what a class and those that it is built on give; false where one of them is not known. */
function addLineage(
  program: Program,
  ref: DefinitionRef,
  names: Set<string>,
  seen: Set<DefinitionRef>,
): boolean {
  if (seen.has(ref)) return true;
  seen.add(ref);
  if (seen.size > MOST_BASES || !addOwn(program, ref, names)) return false;
  return ref.definition.bases.every((base) => {
    const written = base.kind === 'index' ? base.of : base;
    const target = program.resolve(written, siteAround(ref));
    if (target.kind === 'definition' && target.ref.definition.kind === 'class')
      return addLineage(program, target.ref, names, seen);
    return target.kind === 'external' && addBrought(program, target.name, names);
  });
}

/** Whether the class refuses what it does not know: `User(nickname=…)` fails where no field is called so. */
export function refusesUnknown(program: Program, ref: DefinitionRef): boolean {
  return (
    program.member(ref, '__init__') === null &&
    inherited(program, ref, 'record.base').some(({ about }) => about.unknown === 'refused')
  );
}

function addBrought(program: Program, base: string, names: Set<string>): boolean {
  if (PLAIN.has(base)) return true;
  const meaning = program.meaningsOfName(base, 'class').find(({ role }) => role === 'record.base');
  for (const name of meaning?.about.brings?.split(' ') ?? []) names.add(name);
  return meaning !== undefined;
}

function addOwn(program: Program, { file, id, definition }: DefinitionRef, names: Set<string>): boolean {
  const isKnown =
    definition.kind === 'class' &&
    file.language === 'python' &&
    file.errors.length === 0 &&
    !file.notebook &&
    program.role(file) === 'application' &&
    definition.decorators.every((one) => isRecord(program, one, { file, id, definition })) &&
    !setsByText(file);
  if (!isKnown) return false;
  const own = new Set(definition.fields.map(({ name }) => name));
  for (const { definition: one } of definedIn(program, { file, id, definition })) {
    own.add(one.name);
    // `class Config: extra = "allow"`
    if (one.kind === 'class' && one.fields.some(takesAnything)) return false;
  }
  for (const { target } of bodyOf(file, id).assignments) if (target.kind === 'name') own.add(target.name);
  for (const name of givenIn(program).bySelf.get(file)?.get(id) ?? []) own.add(name);
  if (OPEN.some((one) => own.has(one)) || definition.fields.some(takesAnything)) return false;
  for (const name of own) names.add(name);
  return true;

  /** `model_config = ConfigDict(extra="allow")`. */
  function takesAnything({ name, value }: { readonly name: string; readonly value: Value | null }): boolean {
    if (name === 'extra')
      return !(value?.kind === 'literal' && /^(?:ignore|forbid)$/.test(String(value.value)));
    if (name !== 'model_config') return false;
    if (value?.kind === 'dict')
      return value.entries.some(
        ({ key, value: set }) =>
          key?.kind !== 'literal' || takesAnything({ name: String(key.value), value: set }),
      );
    const call = value?.kind === 'call' ? file.calls[value.call] : undefined;
    return (
      !call ||
      call.arguments.some((one) => one.name === null || takesAnything({ name: one.name, value: one.value }))
    );
  }
}

const settingByText = new WeakMap<CodeFile, boolean>();

/** `setattr(item, key, value)`: what it sets is not seen. */
function setsByText(file: CodeFile): boolean {
  return entryOfWeak(settingByText, file, () =>
    file.calls.some(({ callee }) => callee.kind === 'name' && callee.name === 'setattr'),
  );
}

function isRecord(program: Program, decorator: Value, ref: DefinitionRef): boolean {
  const { file } = ref;
  const written = decorator.kind === 'call' ? file.calls[decorator.call]?.callee : decorator;
  const target = written && program.resolve(written, siteAround(ref));
  return (
    target?.kind === 'external' &&
    program.meaningsOfName(target.name, 'decorator').some(({ role }) => role === 'record.class')
  );
}

function givenIn(program: Program): Given {
  return entryOfWeak(given, program, () => {
    const anywhere = new Set<string>();
    const bySelf = new Map<CodeFile, Map<DefinitionId, Set<string>>>();
    const children = new Map<DefinitionRef, DefinitionRef[]>();
    for (const file of program.files) {
      if (file.language !== 'python') continue;
      for (const { target, definition } of file.assignments) {
        if (target.kind === 'member') anywhere.add(target.name);
        if (target.kind !== 'name' || !target.name.includes('.')) continue;
        const self = selfName(file, definition);
        const [head, attribute = '', ...deeper] = target.name.split('.');
        if (self && self.name === head && deeper.length === 0)
          entryOf(
            entryOf(bySelf, file, () => new Map<DefinitionId, Set<string>>()),
            self.owner,
            () => new Set<string>(),
          ).add(attribute);
        else anywhere.add(lastSegment(target.name));
      }
    }
    for (const part of PARTS)
      for (const call of program.callsAs('record.naming', part))
        for (const name of namesGiven(program, call)) anywhere.add(name);
    for (const ref of program.files.flatMap((file) => refsOf(program, file)))
      for (const base of ref.definition.bases) {
        const target = program.resolve(base.kind === 'index' ? base.of : base, siteAround(ref));
        if (target.kind === 'definition') addTo(children, target.ref, ref);
      }
    return { anywhere, bySelf, children };
  });
}

function refsOf(program: Program, file: CodeFile): readonly DefinitionRef[] {
  return file.definitions.flatMap(({ kind }, definition) =>
    kind === 'class' ? (program.definitionOf({ file, definition }) ?? []) : [],
  );
}

/** What names an attribute by a text: `relationship(backref="posts")`, `ForeignKey(related_name=_("posts"))`, `hasattr(user, "x")`. */
function namesGiven(program: Program, call: CallRef): readonly string[] {
  const value = program.argumentOf(call, 'attribute');
  return value
    ? valuesThroughCalls(value, call.file).flatMap((part) => {
        const name = program.constant(part, siteOf(call));
        return typeof name === 'string' ? [name] : [];
      })
    : [];
}
