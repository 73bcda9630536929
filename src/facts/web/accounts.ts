/** Where somebody without an account gets one: what a password hash gives is inserted, whatever the place is called. */
import type { Value } from '../../program/file.ts';
import { flowsFrom } from '../../program/flow/flow.ts';
import { regionFrom } from '../../program/life/region.ts';
import { calleeParts, siteOf, textOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';

export interface StoredHash {
  readonly hash: CallRef;
  readonly stored: CallRef;
}

/** Methods that put a new record into a store. */
const CREATING = new Set(
  `create insert insertOne insertMany insert_one insert_many add add_all save bulk_create createMany upsert set push append
   put values setdefault`.split(/\s+/),
);
const INSERT = /^\s*insert\s+(?:or\s+\w+\s+)?into\b/i;
const MAX_CALLS = 400;

const known = new WeakMap<Program, Map<string, StoredHash | null>>();

/** The first hash that what starts at a place inserts; null where it inserts none. */
export function storedHash(program: Program, start: Site): StoredHash | null {
  const all = entryOfWeak(known, program, () => new Map<string, StoredHash | null>());
  const key = `${start.definition}\0${start.file.path}`;
  if (!all.has(key)) all.set(key, find(program, start));
  return all.get(key) ?? null;
}

function find(program: Program, start: Site): StoredHash | null {
  const calls = regionFrom(program, start).calls.slice(0, MAX_CALLS);
  const own = calls.find((call) => program.means(program.nameOf(call), 'account.maker', 'account.routes'));
  if (own) return { hash: own, stored: own };
  const hashes = new Set(calls.filter((call) => program.means(program.nameOf(call), 'password.hash')));
  if (hashes.size === 0) return null;
  for (const hash of hashes) {
    const stored = madeObject(program, hash) ?? madeOwner(program, hash, calls);
    if (stored) return { hash, stored };
  }
  for (const call of calls) {
    if (hashes.has(call) || !creates(program, call)) continue;
    for (const { value } of call.call.arguments) {
      const hash = flowsFrom(program, value, siteOf(call), (one) => hashes.has(one));
      if (hash) return { hash, stored: call };
    }
  }
  return null;
}

/** `user = User(…)` before `user.set_password(…)`: the object is new. */
function madeObject(program: Program, hash: CallRef): CallRef | null {
  const parts = calleeParts(hash.call.callee);
  // A library's hasher is an object too, and no user.
  const isOwn = program.callee(hash).kind === 'definition' || parts?.name === 'set_password';
  if (parts?.of.kind !== 'name' || !isOwn) return null;
  for (const { file, assignment } of program.assignmentsTo(parts.of.name, siteOf(hash))) {
    if (assignment.value?.kind !== 'call') continue;
    const made = program.callOf(file, assignment.value.call);
    if (makesObject(program, made)) return made;
  }
  return null;
}

/** A class that hashes in a method of its own, and an object of it that is made. */
function madeOwner(program: Program, { file, call }: CallRef, calls: readonly CallRef[]): CallRef | null {
  const around = program.definitionOf({ file, definition: call.definition });
  const owner = around && program.definitionOf({ file, definition: around.definition.parent });
  if (owner?.definition.kind !== 'class') return null;
  // `person.password = text` runs the setter.
  const isSetter =
    around?.definition.accessor === true && calls.some((one) => classMade(program, one) === owner);
  const isInit = /^(?:__init__|constructor)$/.test(around?.definition.name ?? '') || isSetter;
  return isInit ? (calls.find((one) => classMade(program, one) === owner) ?? null) : null;
}

function classMade(program: Program, call: CallRef): DefinitionRef | null {
  const target = program.callee(call);
  return target.kind === 'definition' && target.ref.definition.kind === 'class' ? target.ref : null;
}

function makesObject(program: Program, call: CallRef): boolean {
  return (
    call.call.form === 'new' ||
    classMade(program, call) !== null ||
    /(?:^|\.)[A-Z]\w*$/.test(program.nameOf(call))
  );
}

/** Whether a call makes a record: an object of one's own, a method that inserts, an INSERT. */
function creates(program: Program, call: CallRef): boolean {
  if (classMade(program, call)) return true;
  if (CREATING.has(lastSegment(program.nameOf(call)))) return true;
  const first: Value | undefined = call.call.arguments[0]?.value;
  return first !== undefined && first.kind !== 'call' && INSERT.test(textOf(program, first, siteOf(call)));
}
