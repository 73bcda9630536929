/** Agents of one class that differ by what they are told: `Agent("critic", "You say what is missing.")`. */

import { origins, originsOf } from '../../../program/flow/flow.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { isKindOf } from '../../../program/link/subclasses.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';

/** A text that tells a model what to do; a name alone is shorter. */
const SHORTEST_PROMPT = 12;
/** Texts of one construction: a table may hold many. */
const MOST_OF_ONE = 10;

/** How many objects of a class hand a text of their own to the model that its methods ask; at least one. */
export function toldApart(program: Program, owner: DefinitionRef, chats: (call: CallRef) => boolean): number {
  if (owner.definition.kind !== 'class') return 1;
  const asked = [...program.reachable(owner), owner].flatMap((ref) =>
    program
      .callsIn(ref)
      .filter(chats)
      .flatMap((call) => call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }))),
  );
  const told = new Set(originsOf(program, asked, { most: 3000 }).map(({ value }) => value));
  const texts = program.calls().flatMap((call) => {
    const target = program.callee(call);
    if (target.kind !== 'definition' || !isKindOf(program, target.ref, owner)) return [];
    const given = call.call.arguments.filter(({ value }) => told.has(value));
    return given.flatMap(({ value }) => textsOf(program, call, value)).slice(0, MOST_OF_ONE);
  });
  return Math.max(1, new Set(texts).size);
}

/** The text that an argument is; of one out of a table each that stands there. */
function textsOf(
  program: Program,
  call: CallRef,
  value: CallRef['call']['arguments'][number]['value'],
): readonly string[] {
  const site = siteOf(call);
  const constant = program.constant(value, site);
  if (typeof constant === 'string') return constant.length >= SHORTEST_PROMPT ? [constant] : [];
  return origins(program, value, site, { most: 60 }).flatMap((origin) => {
    const text = origin.value.kind === 'literal' ? origin.value.value : null;
    return typeof text === 'string' && text.length >= SHORTEST_PROMPT ? [text] : [];
  });
}
