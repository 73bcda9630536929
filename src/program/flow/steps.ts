/** One step back: from a value to what it is made of. */
import { entryOfWeak } from '../../reading/collections.ts';
import type { CodeFile, Value } from '../file.ts';
import { siteAround } from '../link/calls.ts';
import { dispatchesOf } from '../link/dispatch.ts';
import { firstSegment, valuesWithin } from '../link/values.ts';
import { definitionsAround } from '../nesting.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../program.ts';
import { handedThrough, isSameShape, keysAfterFirst, keysInto } from './keys.ts';
import { argumentsFor, parameterNamed } from './parameters.ts';
import { resolvedValues } from './promises.ts';
import { returnedValues } from './returned.ts';
import type { Push, Step } from './step.ts';
import { itemOf, itemsAsked } from './unpacked.ts';
import type { Writes } from './writes.ts';

const MAX_DEPTH = 12;
/** What they are handed becomes the object itself. */
const CONSTRUCTORS = new Set(['__init__', '__post_init__', '__new__', 'constructor']);
const holdersByFile = new WeakMap<CodeFile, ReadonlyMap<number, number>>();

/** Hands on what one value may be made of. */
export function next(program: Program, writes: Writes, step: Step, push: Push): void {
  const { value, site, through, keys } = step;
  switch (value.kind) {
    case 'literal':
    case 'other':
      return;
    case 'function':
      ofCallback(program, { file: site.file, id: value.definition }, step, push);
      return;
    case 'call':
      ofCall(program, writes, step, program.callOf(site.file, value.call), push);
      return;
    case 'template':
      for (const part of value.parts) if (typeof part !== 'string') push(part, site, through);
      return;
    case 'list':
      for (const [item, asked] of itemsAsked(value.items, keys)) push(item, site, through, asked);
      return;
    case 'dict':
      ofDict(value, step, push);
      return;
    case 'operation':
      for (const operand of handedOnBy(value, step.byKey))
        push(
          operand,
          site,
          through,
          KEEPS.has(value.operator) ? (value.operator === 'comprehension' ? itemOf(keys) : keys) : [],
        );
      return;
    case 'index':
    case 'member':
      // Of a place only what was put there; of a parameter all of it.
      if (!ofPlace(writes, step, push)) push(value.of, site, through, keysInto(value, keys));
      else ofParameterNamed(program, step, firstName(value), push);
      if (value.kind === 'index')
        for (const key of value.index) if (key.kind !== 'literal') push(key, site, through);
      return;
    case 'name':
      ofPlace(writes, step, push);
      ofParameterNamed(program, step, firstName(value), push);
      ofTarget(program, step, push);
      return;
  }
  value satisfies never;
}

/** Operations whose result has the keys of an operand. */
const KEEPS = new Set(['comprehension', 'or', 'and', '??', '?:', '+', '|', '...', 'yield']);

/** What a comprehension is taken from flows into its element. */
function handedOnBy(
  { operator, operands }: Extract<Value, { kind: 'operation' }>,
  byKey: boolean,
): readonly Value[] {
  return operator === 'comprehension' && byKey ? operands.slice(0, 1) : operands;
}

/** Of a dict the entry that is asked for; all of it where it has none of that name. */
function ofDict(
  { entries }: Extract<Value, { kind: 'dict' }>,
  { site, through, keys }: Step,
  push: Push,
): void {
  const [wanted, ...rest] = keys;
  const named = entries.some(({ key }) => key?.kind === 'literal' && String(key.value) === wanted);
  const open = entries.some(({ key }) => key?.kind !== 'literal');
  for (const { key, value } of entries) {
    if (key && key.kind !== 'literal') push(key, site, through);
    if (wanted === undefined || !(named || open)) push(value, site, through);
    else if (key === null) push(value, site, through, keys);
    else if (key.kind !== 'literal' || String(key.value) === wanted) push(value, site, through, rest);
  }
}

/** What was written to the place that a value names. False where it names none. */
function ofPlace(writes: Writes, { value, site, through, keys, placed }: Step, push: Push): boolean {
  const place = writes.place(value, site);
  if (!place) return false;
  // A module is not made of all that is ever put into it: `st` is not its whole session state.
  if (place.path.length === 0 && !place.root.startsWith('class ')) return true;
  const asked = [...place.path, ...keys];
  const known = [place.root, place.path.length, ...asked].join('\0');
  if (through === null && placed.has(known)) return true;
  if (through === null) placed.add(known);
  for (const write of writes.at(place)) {
    if (!isSameShape(write.path, asked)) continue;
    const inner = place.path.slice(write.path.length);
    const parts = write.whole ? partsAt(write.value, inner) : [write.value];
    const left = [...write.part, ...asked.slice(write.path.length)];
    // A local value was made under the same call; one of another function was not.
    const same = write.site.file === site.file && write.site.definition === site.definition;
    const context = same || isAround(write.site, site) ? through : null;
    for (const part of parts) push(part, write.site, context, part === write.value ? left : []);
  }
  return true;
}

/** The scope of the outer site encloses the inner one. */
function isAround(outer: Site, inner: Site): boolean {
  return (
    outer.file === inner.file && definitionsAround(inner.file, inner.definition).includes(outer.definition)
  );
}

/** The entry of a dict literal that a path leads to; the whole where that is not known. */
function partsAt(value: Value, path: readonly string[]): readonly Value[] {
  let current = value;
  for (const segment of path) {
    if (current.kind !== 'dict') return [current];
    if (current.entries.some(({ key }) => key?.kind !== 'literal')) return [current];
    const entry = current.entries.find(({ key }) => key?.kind === 'literal' && key.value === segment);
    if (!entry) return [current];
    current = entry.value;
  }
  return [current];
}

function ofParameterNamed(program: Program, step: Step, name: string, push: Push): void {
  const { site } = step;
  const found = parameterNamed(name, site);
  if (!found || program.binding(name, site)?.binding.parameter !== found.parameter) return;
  const owner = program.definitionOf({ file: site.file, definition: found.owner });
  if (owner) ofParameter(program, owner, found.parameter, step, push);
}

/** What the resolver knows of a name: a function that is handed on, an export, a class's constant. */
function ofTarget(program: Program, step: Step, push: Push): void {
  const target = program.resolve(step.value, step.site);
  if (target.kind === 'definition' && /^(function|method|lambda)$/.test(target.ref.definition.kind))
    ofCallback(program, target.ref, step, push);
  if (target.kind === 'value') push(target.value, target.site, null, step.keys);
}

/** The first name of a chain of names, attributes and keys; '' where it starts with something else. */
function firstName(value: Value): string {
  let current = value;
  while (current.kind === 'index' || current.kind === 'member') current = current.of;
  return current.kind === 'name' ? firstSegment(current.name) : '';
}

function ofParameter(
  program: Program,
  owner: DefinitionRef,
  parameter: DefinitionRef['definition']['parameters'][number],
  { value: read, through, keys: asked }: Step,
  push: Push,
): void {
  const keys = [...keysAfterFirst(read), ...asked];
  const site = siteAround(owner);
  if (parameter.default) push(parameter.default, site, through?.before ?? null, keys);
  const entered = through && program.targetsOf(through.call).includes(owner) ? through : null;
  const calls = entered ? [entered.call] : program.callers(owner);
  for (const call of calls.slice(0, 40)) {
    const from = { file: call.file, definition: call.call.definition };
    // Of a component's attributes the one that is read.
    const attribute = call.call.form === 'jsx' && call.call.arguments.find(({ name }) => name === keys[0]);
    if (attribute) push(attribute.value, from, entered?.before ?? null, keys.slice(1));
    else
      for (const value of argumentsFor(parameter, owner, call))
        push(value, from, entered?.before ?? null, call.call.form === 'jsx' ? [] : keys);
  }
  const dispatched = entered ? [] : dispatchesOf(program, owner);
  for (const call of dispatched.slice(0, 40)) {
    const from = { file: call.file, definition: call.call.definition };
    for (const value of argumentsFor(parameter, owner, call)) push(value, from, null, keys);
  }
  if (calls.length + dispatched.length > 0) return;
  // A callback takes what the call that it is handed to works on: `docs.map((doc) => doc.title)`.
  const holder = entryOfWeak(holdersByFile, owner.file, () => callbackHolders(owner.file)).get(owner.id);
  const call = holder === undefined ? undefined : owner.file.calls[holder];
  if (!call || call.form === 'jsx') return;
  const from = { file: owner.file, definition: call.definition };
  if (call.callee.kind === 'member') push(call.callee.of, from, through, keys);
  if (call.callee.kind === 'name' && call.callee.name.includes('.'))
    push(receiverName(call.callee.name, call.callee.line), from, through, keys);
  for (const { value } of call.arguments) if (value.kind !== 'function') push(value, from, through, keys);
}

function ofCall(program: Program, writes: Writes, step: Step, ref: CallRef, push: Push): void {
  const { site, through, keys: asked } = step;
  const { callee } = ref.call;
  // `store.get("history")` reads a place.
  ofPlace(writes, step, push);
  const depth = (through?.depth ?? 0) + 1;
  const entered = depth > MAX_DEPTH ? null : { call: ref, before: through, depth };
  const run = program.targetsOf(ref).filter(({ definition }) => !CONSTRUCTORS.has(definition.name));
  for (const target of run)
    for (const returned of returnedValues(target)) push(returned.value, returned.site, entered, asked);
  for (const resolved of resolvedValues(program, ref)) push(resolved.value, resolved.site, through, asked);
  for (const provided of program.provided(ref)) push(provided.value, provided.site, null, asked);
  for (const target of program.handedTo(ref))
    for (const returned of returnedValues(target)) push(returned.value, returned.site, null, asked);
  // What an own function does with its arguments is seen inside it.
  if (run.length > 0 && ref.call.form !== 'jsx') return;
  const { receiver, given, keys } = handedThrough(ref.call, asked, step.byKey);
  if (callee.kind === 'member' && receiver) push(callee.of, site, through, keys);
  if (callee.kind === 'call') push(callee, site, through);
  if (callee.kind === 'name' && callee.name.includes('.') && receiver)
    push(receiverName(callee.name, callee.line), site, through, keys);
  for (const [{ value }, wanted] of given) push(value, site, through, wanted);
}

/** A function that is handed on stands for what it gives back. */
function ofCallback(
  program: Program,
  { file, id }: Pick<DefinitionRef, 'file' | 'id'>,
  { through, keys }: Step,
  push: Push,
): void {
  const ref = program.definitionOf({ file, definition: id });
  if (!ref) return;
  for (const returned of returnedValues(ref)) push(returned.value, returned.site, through, keys);
}

/** The call that each function written as an argument is handed to, by the function's id. */
function callbackHolders(file: CodeFile): ReadonlyMap<number, number> {
  const holders = new Map<number, number>();
  for (const [id, call] of file.calls.entries())
    for (const argument of call.arguments)
      for (const part of valuesWithin(argument.value))
        if (part.kind === 'function') holders.set(part.definition, id);
  return holders;
}

function receiverName(dotted: string, line: number): Value {
  return { kind: 'name', name: dotted.slice(0, dotted.lastIndexOf('.')), line };
}
