/** Searches by hand that are narrowed: what is compared was read, or sifted, by something that whoever asks has chosen. */

import { type Origin, originsOf } from '../../../program/flow/flow.ts';
import { given } from '../../../program/link/calls.ts';
import { firstSegment, lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';
import { HISTORY } from '../conversation/memories.ts';
import { isRead, speaksOf } from '../conversation/store-reads.ts';
import { segments, TEXTS } from '../sources.ts';
import { comparisons } from './by-hand.ts';

/** Values looked at for what is compared, and for what one read is told. */
const MOST_COMPARED = 3000;
const MOST_TOLD = 600;

/** Reads and sieves, in front of a comparison of vectors, that a request or a choice on a page decides about. */
export function narrowedByHand({ program, routes, interfaces }: Facts): readonly CallRef[] {
  const handlers = new Set(routes.flatMap(({ handler }) => handler ?? []));
  const chosen = new Set(interfaces.of('select', 'toggle').flatMap(({ call }) => call ?? []));
  const isAsked = (origin: Origin): boolean => isOfRequest(program, origin, handlers);
  const isChosen = ({ value, site }: Origin): boolean =>
    value.kind === 'call' && chosen.has(program.callOf(site.file, value.call));
  const compared = comparisons(program).flatMap(given);
  const calls = originsOf(program, compared, { most: MOST_COMPARED, byKey: true }).flatMap(
    ({ value, site }) => (value.kind === 'call' ? [program.callOf(site.file, value.call)] : []),
  );
  return [...new Set(calls)].filter((call) => {
    if (!sifts(program, call)) return false;
    const told = originsOf(program, given(call), { most: MOST_TOLD, byKey: true });
    const asked = told.filter((origin) => isAsked(origin) || isChosen(origin));
    // Words of the question that are looked for in the text are another search.
    return asked.length > 0 && !told.some((origin) => !asked.includes(origin) && readsText(program, origin));
  });
}

function readsText(program: Program, origin: Origin): boolean {
  return segments(program, origin).some((part) => TEXTS.test(part));
}

/** A read of a store that is no conversation, or a list that a function is asked about. */
function sifts(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (isRead(program, call, name)) return !speaksOf(program, call, HISTORY);
  return lastSegment(name) === 'filter' && call.call.arguments[0]?.value.kind === 'function';
}

function isOfRequest(
  program: Program,
  { value, site }: Origin,
  handlers: ReadonlySet<DefinitionRef>,
): boolean {
  if (value.kind !== 'name') return false;
  const bound = program.binding(firstSegment(value.name), site);
  const owner = bound?.binding.parameter ? program.definitionOf(bound.site) : null;
  return owner !== null && handlers.has(owner);
}
