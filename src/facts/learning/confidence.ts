/** How sure a model is, and whether its users are told. */

import { anyFlowsFrom, type Origin } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import { lastSegment, valuesWithin } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { answersOf } from '../web/answers.ts';
import { PROBABILITIES } from './models.ts';
import type { Serving } from './serving.ts';

const COMPARES = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'not in', 'is', 'is not', 'not']);
/** They choose a class by the score: what comes out holds none. */
const CHOOSES = new Set([
  'argmax',
  'argsort',
  'argmin',
  'len',
  'index',
  'indexOf',
  'where',
  'topk_indices',
  'findIndex',
]);
const WORDS = /confidence|probab|likelihood|certainty|^(?:.*_)?(?:scores?|proba?s?)$/i;

/** The call that gives a serving's answer its confidence; null where the answer carries none. */
export function confidenceIn(program: Program, serving: Serving): CallRef | null {
  const starts = shownBy(program, serving);
  const found = anyFlowsFrom(program, starts, (call) => givesConfidence(program, serving, call), {
    skip: (origin) => decides(program, origin),
    byKey: true,
  });
  return found ?? namedConfidence(program, serving, starts);
}

/** The call on a serving's way that gives a confidence, whatever becomes of it. */
export function confidenceBehind(program: Program, serving: Serving): CallRef | null {
  return (
    serving.region.calls.find((call) => givesConfidence(program, serving, call)) ??
    namedOnTheWay(program, serving)
  );
}

/** What a model gave under such a name, wherever it goes: `const [low, high] = output.probabilities.data`. */
function namedOnTheWay(program: Program, { region, predicts }: Serving): CallRef | null {
  for (const { file, definition } of region.places)
    for (const { target, value, definition: own } of file.assignments) {
      if (own !== definition || !value) continue;
      const names = [target, value].flatMap((one) => valuesWithin(one));
      const named = names.some(
        (one) =>
          (one.kind === 'name' || one.kind === 'member') &&
          one.name.split('.').some((part) => WORDS.test(part)),
      );
      const hit = named
        ? anyFlowsFrom(program, [{ value, site: { file, definition } }], (call) => predicts.includes(call))
        : null;
      if (hit) return hit;
    }
  return null;
}

function givesConfidence(program: Program, { predicts }: Serving, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (PROBABILITIES.has(lastSegment(name))) return true;
  return (
    predicts.includes(call) &&
    (program.means(name, 'model.scored') || program.callee(call).kind === 'instance')
  );
}

/** What users get to see: a route's answers, or what an interface is handed. */
function shownBy(program: Program, { route, region }: Serving): readonly Origin[] {
  if (route) return answersOf(program, route).filter((answer) => answer.form !== 'redirect');
  return region.calls
    .filter((call) => program.means(program.nameOf(call), 'ui.shown'))
    .flatMap((call) => call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) })));
}

/** A comparison, or the choice of a class: the score ends there. */
export function decides(program: Program, { value, site }: Origin): boolean {
  if (value.kind === 'operation') return COMPARES.has(value.operator);
  // A label of a labelled score: `result[0]["label"]`.
  if (value.kind === 'index')
    return value.index.some((key) => key.kind === 'literal' && key.value === 'label');
  if (value.kind === 'member') return value.name === 'label' || value.name === 'indices';
  if (value.kind === 'name') return /\.(label|indices)$/.test(value.name);
  if (value.kind !== 'call') return false;
  const call = program.callOf(site.file, value.call);
  const name = lastSegment(program.nameOf(call));
  if (CHOOSES.has(name)) return true;
  // `round(score)` is 0 or 1; `round(score, 4)` is the score.
  return (
    name === 'round' &&
    call.call.arguments.length === 1 &&
    call.call.callee.kind === 'name' &&
    !call.call.callee.name.includes('.')
  );
}

/** A field that is named so and made of what the model gave: a margin, a vote, a distance. */
function namedConfidence(program: Program, serving: Serving, starts: readonly Origin[]): CallRef | null {
  const named: Origin[] = [];
  const see = ({ value, site }: Origin): boolean => {
    if (value.kind === 'dict')
      for (const { key, value: entry } of value.entries)
        if (key?.kind === 'literal' && WORDS.test(String(key.value))) named.push({ value: entry, site });
    if (value.kind === 'call')
      for (const { name, value: given } of program.callOf(site.file, value.call).call.arguments)
        if (name !== null && WORDS.test(name)) named.push({ value: given, site });
    return false;
  };
  anyFlowsFrom(program, starts, () => false, { skip: see });
  return anyFlowsFrom(program, named, (call) => serving.predicts.includes(call), {
    skip: (origin) => decides(program, origin),
  });
}
