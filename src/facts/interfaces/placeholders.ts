/** Elements that a script puts into a page before a call, and takes away or fills behind it: `const line = say('Thinking …')`. */
import type { Call, CodeFile, Value } from '../../program/file.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { calledName, familyOf } from './screen.ts';
import type { Place } from './shown-state.ts';

/** What an element is given to be seen by. */
const SEEN: ReadonlySet<string> = new Set(['textContent', 'innerText', 'innerHTML']);
/** A word alone says who speaks; a mark, a sentence or an element is something to look at. */
const BARE_WORD = /^\w*$/;
const TAKES_AWAY: ReadonlySet<string> = new Set(['remove', 'removeChild', 'replaceWith', 'replaceChild']);

/** Where something is put that stands in the page until the call is through. */
export function putMeanwhile(facts: Facts, { file, call }: CallRef): Place | null {
  const { own, around } = familyOf(file, call.definition);
  const here = ({ definition }: { readonly definition: number }): boolean =>
    own.has(definition) || around.has(definition);
  for (const { target, value, line, definition } of file.assignments) {
    if (target.kind !== 'name' || value?.kind !== 'call' || line > call.line || !here({ definition }))
      continue;
    const maker = file.calls[value.call];
    if (!maker || maker.form === 'jsx' || !makes(facts, file, value.call)) continue;
    const { name } = target;
    const isSeen = saysSomething(maker, file) || isFilled(file, name, [line, call.line]);
    if (isSeen && isEnded(facts, file, name, call.line)) return { path: file.path, line };
  }
  return null;
}

/** An element is made there, or a function of one's own puts one up. */
function makes({ program }: Facts, file: CodeFile, id: number): boolean {
  const call = program.callOf(file, id);
  return program.callee(call).kind === 'definition' || program.nameOf(call) === 'document.createElement';
}

function saysSomething(maker: Call, file: CodeFile): boolean {
  return maker.arguments.some(({ value }) => isSight(value, file));
}

function isSight(value: Value, file: CodeFile): boolean {
  return valuesThroughCalls(value, file).some(
    (part) => part.kind === 'literal' && typeof part.value === 'string' && !BARE_WORD.test(part.value),
  );
}

function isFilled(file: CodeFile, name: string, [from, to]: readonly [number, number]): boolean {
  return file.assignments.some(
    ({ target, value, line }) =>
      line >= from &&
      line <= to &&
      target.kind === 'name' &&
      SEEN.has(lastSegment(target.name)) &&
      firstSegment(target.name) === name &&
      value?.kind === 'literal' &&
      value.value !== '',
  );
}

/** It is filled with something else, taken away, or handed to a function of one's own. */
function isEnded({ program }: Facts, file: CodeFile, name: string, after: number): boolean {
  const isIt = (value: Value): boolean => value.kind === 'name' && firstSegment(value.name) === name;
  return (
    file.assignments.some(
      ({ target, line }) =>
        line > after && target.kind === 'name' && SEEN.has(lastSegment(target.name)) && isIt(target),
    ) ||
    file.calls.some((one, id) => {
      if (one.line <= after) return false;
      const isGiven = one.arguments.some(({ value }) => isIt(value));
      if (TAKES_AWAY.has(calledName(one))) return isGiven || isIt(one.callee);
      return isGiven && program.callee(program.callOf(file, id)).kind === 'definition';
    })
  );
}
