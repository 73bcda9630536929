/** Functions that are handed to parts of one's own: where the part runs what it was given, `<Form onSend={ask} />` → `onSend(text)`. */

import type { CodeFile, Value } from '../file.ts';
import { firstSegment, lastSegment, valuesWithin } from '../link/values.ts';
import { definitionsWithin } from '../nesting.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';

/** So many parts may hand a function on to one another. */
const MOST_PARTS = 3;

/** The calls by which the part that `taker` calls runs what it was given under these names. */
export function runsOf(
  program: Program,
  taker: CallRef,
  isGiven: (value: Value) => boolean,
  parts = 0,
): readonly CallRef[] {
  if (parts > MOST_PARTS) return [];
  const names = taker.call.arguments.flatMap(({ name, value }) =>
    name !== null && name !== 'children' && valuesWithin(value).some(isGiven) ? [name] : [],
  );
  if (names.length === 0) return [];
  return program.targetsOf(taker).flatMap((part) => runsIn(program, part, new Set(names), parts));
}

function runsIn(
  program: Program,
  { file, id, definition }: DefinitionRef,
  names: ReadonlySet<string>,
  parts: number,
): readonly CallRef[] {
  const own = definitionsWithin(file, id);
  const whole = new Set(definition.parameters.flatMap(({ kind, name }) => (kind === 'normal' ? [name] : [])));
  // `onSend` of a part that takes its attributes apart, `props.onSend` of one that does not.
  const isIt = (value: Value): boolean =>
    value.kind === 'name' &&
    names.has(lastSegment(value.name)) &&
    (!value.name.includes('.') || whole.has(firstSegment(value.name)));
  return callsWithin(file, own).flatMap((at) => {
    const call = program.callOf(file, at);
    if (isIt(call.call.callee)) return [call];
    return call.call.form === 'jsx' ? runsOf(program, call, isIt, parts + 1) : [];
  });
}

function callsWithin(file: CodeFile, own: ReadonlySet<number>): readonly number[] {
  return file.calls.flatMap((call, at) => (own.has(call.definition) ? [at] : []));
}
