/**
 * A turn that a script puts into the list on screen before a call, to stand there until the answer does:
 * `setTurns((old) => [...old, { role: 'assistant', text: 'Thinking …' }])`.
 */
import type { Call, CodeFile, Value } from '../../program/file.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { BUSY_NAME } from './busy-script.ts';
import { calledName, shownAt, stateSetBy } from './screen.ts';
import type { Place } from './shown-state.ts';
import { before, behind } from './switches.ts';
import { isSaid, stateOfList } from './turns.ts';

/** A word alone says who speaks, or which kind it is; a mark or a sentence is something to look at. */
const BARE_WORD = /^\w*$/;
const ASKER: ReadonlySet<unknown> = new Set(['user', 'human', 'me']);
const KIND: ReadonlySet<unknown> = new Set(['type', 'kind', 'status', 'state']);

/** Where a turn that nobody has said is put up before a call, in a list that is written again behind it. */
export function stoodInFor(facts: Facts, call: CallRef): Place | null {
  const { file } = call;
  const stands = before(call);
  const later = behind(call);
  for (const one of file.calls) {
    if (!stands(one)) continue;
    const list = listAddedTo(one);
    if (list === '' || !shownAt(facts, list)) continue;
    const waits = one.arguments.some(({ value }) => holdsStandIn(value, file));
    if (waits && file.calls.some((other) => later(other) && writes(other, list)))
      return { path: file.path, line: one.line };
  }
  return null;
}

/** `setTurns(…)`, `turns.push(…)`, `turns.value.push(…)`. */
function listAddedTo(call: Call): string {
  const name = calledName(call);
  if (name === 'push' && call.callee.kind === 'name') return stateOfList(call.callee.name.slice(0, -5));
  return stateSetBy(name) ?? '';
}

function writes(call: Call, list: string): boolean {
  return (
    stateSetBy(calledName(call)) === list ||
    (call.callee.kind === 'name' && call.callee.name.split('.').slice(0, -1).includes(list))
  );
}

/** One that is written there, in what a function which is handed in gives back, or in a variable that is put there. */
function holdsStandIn(value: Value, file: CodeFile): boolean {
  const given = file.statements.flatMap((one) =>
    value.kind === 'function' && one.kind === 'return' && one.definition === value.definition && one.value
      ? [one.value]
      : [],
  );
  const parts = [value, ...given].flatMap((one) => valuesThroughCalls(one, file));
  const named = new Set(parts.flatMap((part) => (part.kind === 'name' ? [part.name] : [])));
  const made = file.assignments.flatMap(({ target, value: held }) =>
    held?.kind === 'dict' && target.kind === 'name' && named.has(target.name) ? [held] : [],
  );
  return [...parts, ...made].some(isStandIn);
}

/** It says something that is known beforehand, or that it waits; and it is not what the user asked. */
function isStandIn(part: Value): boolean {
  if (part.kind !== 'dict') return false;
  const constants = part.entries.flatMap(({ key, value }) =>
    key?.kind === 'literal' && value.kind === 'literal' ? [{ key: key.value, value: value.value }] : [],
  );
  if (constants.some(({ value }) => ASKER.has(value))) return false;
  return constants.some(({ key, value }) =>
    typeof value === 'string'
      ? (isSaid(key) && !BARE_WORD.test(value)) || (KIND.has(key) && BUSY_NAME.test(value))
      : value === true && BUSY_NAME.test(String(key)),
  );
}
