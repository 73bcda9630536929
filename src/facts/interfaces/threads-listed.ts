/** Several conversations by what is listed: a click on an item of a collection sets the key by which it is read. */

import type { Call, CodeFile, Value } from '../../program/file.ts';
import { writtenAnywhere } from '../../program/life/region.ts';
import { firstSegment, lastSegment, valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import { definitionsAround } from '../../program/nesting.ts';
import type { Facts } from '../facts.ts';
import { calledName, stateSetBy } from './screen.ts';
import type { Place } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import { addsTurns, statesOfTurns } from './turns.ts';

const KEEPS_THREADS = /chat|conversation|convo|thread|histor|session|dialog/i;
/** Nested lists are a few deep. */
const MOST_AROUND = 12;

/** `chats.value[current.value]` where `Object.keys(chats.value).map((name) => <a onClick={() => { current.value = name }} />)`. */
export function listedThreads(facts: Facts): readonly Place[] {
  const files = facts.program
    .filesOf()
    .filter(
      (file) => file.language !== 'python' && isOfInterface(facts, file) && facts.interfaces.isLive(file),
    );
  if (!files.some(addsTurns)) return [];
  const read = new Set(files.flatMap((file) => [...readsByState(file), ...findsByState(facts, file)]));
  if (read.size === 0) return [];
  return files.flatMap((file) =>
    file.calls.flatMap((call) => {
      const sets = call.form === 'jsx' ? setByClick(file, call) : [];
      if (sets.length === 0) return [];
      const listed = collectionsAround(file, call);
      const switches = sets.some((key) => listed.some((name) => read.has(`${name}[${key}]`)));
      return switches ? [{ path: file.path, line: call.line }] : [];
    }),
  );
}

/** Every `collection[state]` of a file. */
export function readsByState(file: CodeFile): readonly string[] {
  return writtenAnywhere(file).flatMap(({ value }) => {
    if (value.kind !== 'index') return [];
    const of = stateOf(value.of, file);
    return value.index.flatMap((key) => {
      const by = stateOf(key, file);
      return of !== '' && by !== '' ? [`${of}[${by}]`] : [];
    });
  });
}

const FINDS: ReadonlySet<string> = new Set(['find', 'findIndex', 'filter']);

/** Every `threads.find((one) => one.id === open)` of a file, where the list is one of conversations: `threads[open]`. */
export function findsByState(facts: Facts, file: CodeFile): readonly string[] {
  return file.calls.flatMap(({ callee, arguments: [first] }) => {
    if (callee.kind !== 'name' || !FINDS.has(lastSegment(callee.name)) || first?.value.kind !== 'function')
      return [];
    const { definition } = first.value;
    const of = stateOf({ ...callee, name: callee.name.slice(0, callee.name.lastIndexOf('.')) }, file);
    // What was said is looked up too, to be edited.
    if (!KEEPS_THREADS.test(of) || statesOfTurns(facts).has(of)) return [];
    const item = file.definitions[definition]?.parameters[0]?.name;
    return file.statements.flatMap(({ definition: inside, value }) => {
      if (inside !== definition || value?.kind !== 'operation' || !/^===?$/.test(value.operator)) return [];
      return value.operands
        .filter((one) => one.kind === 'name' && firstSegment(one.name) !== item)
        .map((one) => `${of}[${stateOf(one, file)}]`);
    });
  });
}

/** A signal is read by a call or its `value`: `open()`, `open.value` and `open` are 'open'. */
function stateOf(value: Value, file: CodeFile): string {
  if (value.kind === 'name') return lastSegment(value.name.replace(/^\$|\.value$/g, ''));
  const call = value.kind === 'call' ? file.calls[value.call] : undefined;
  return call?.arguments.length === 0 && call.callee.kind === 'name' ? call.callee.name : '';
}

/** The state that the handler of a click sets to something that it is not told here. */
function setByClick(file: CodeFile, { arguments: given }: Call): readonly string[] {
  return given.flatMap(({ name, value }) => {
    if (name !== 'onClick' || value.kind !== 'function') return [];
    const inside = (item: { readonly definition: number }): boolean => item.definition === value.definition;
    const assigned = file.assignments.flatMap(({ target, value: made, ...item }) =>
      inside(item) && made !== null && made.kind !== 'literal' ? [stateOf(target, file)] : [],
    );
    const set = file.calls.filter(inside).flatMap((call) => {
      const setter = stateSetBy(calledName(call));
      return setter && call.arguments.some((one) => one.value.kind !== 'literal') ? [setter] : [];
    });
    return [...assigned, ...set];
  });
}

/** What the lists around an element go over: the receiver of `.map`, what `<For each={…}>` is given. */
function collectionsAround(file: CodeFile, call: Call): readonly string[] {
  const names: string[] = [];
  for (const owner of definitionsAround(file, call.definition).slice(0, MOST_AROUND)) {
    const lists = file.calls.filter(({ arguments: given }) =>
      given.some(({ value }) =>
        valuesWithin(value).some((part) => part.kind === 'function' && part.definition === owner),
      ),
    );
    for (const list of lists) {
      const over = list.form === 'jsx' ? list.arguments.map(({ value }) => value) : [list.callee];
      for (const value of over)
        for (const part of valuesThroughCalls(value, file))
          if (part.kind === 'name')
            names.push(
              stateOf(part, file),
              stateOf({ ...part, name: part.name.replace(/\.map$/, '') }, file),
            );
    }
  }
  return names;
}
