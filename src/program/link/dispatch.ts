/** Functions that are put to work elsewhere: in a thread, after the answer, on a queue. What they are handed. */
import { addTo, entryOfWeak } from '../../reading/collections.ts';
import type { Argument, Value } from '../file.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';
import { siteOf } from './calls.ts';
import { queuedBy } from './jobs.ts';
import { runsArguments } from './vague.ts';
import { valuesWithin } from './values.ts';

const known = new WeakMap<Program, ReadonlyMap<DefinitionRef, readonly CallRef[]>>();
/** `Thread(target=f, args=(a, b))`: names under which a function and its arguments are handed in. */
const TARGETS = new Set(['target', 'func', 'function', 'fn', 'callback']);
const LISTS = new Set(['args', 'kwargs']);

/**
 * The calls that put a function to work, as if they called it themselves: `add_task(log, a)` with the argument `a`.
 * They stand where the real call stands, but are none of the program's own call objects.
 */
export function dispatchesOf(program: Program, ref: DefinitionRef): readonly CallRef[] {
  return entryOfWeak(known, program, () => dispatchesIn(program)).get(ref) ?? [];
}

function dispatchesIn(program: Program): ReadonlyMap<DefinitionRef, readonly CallRef[]> {
  const found = new Map<DefinitionRef, CallRef[]>();
  for (const call of program.calls()) {
    const add = (ref: DefinitionRef, given: readonly Argument[]): void => {
      addTo(found, ref, { ...call, call: { ...call.call, arguments: given } });
    };
    for (const ref of queuedBy(program, call)) add(ref, withSelf(ref, argumentsOf(call.call.arguments)));
    if (!runsArguments(program.callee(call))) continue;
    const given = call.call.arguments;
    const at = given.findIndex(
      ({ name, value }) =>
        (name === null || TARGETS.has(name)) && functionsIn(program, call, value).length > 0,
    );
    const value = given[at]?.value;
    if (!value) continue;
    for (const ref of functionsIn(program, call, value)) add(ref, argumentsOf(given.slice(at + 1)));
  }
  return found;
}

function functionsIn(program: Program, call: CallRef, value: Value): readonly DefinitionRef[] {
  if (value.kind !== 'name' && value.kind !== 'member') return [];
  const target = program.resolve(value, siteOf(call));
  if (target.kind === 'definition' && target.ref.definition.kind !== 'class') return [target.ref];
  return target.kind === 'unknown' || target.kind === 'external'
    ? program.handedTo(call).filter((ref) => value.name.endsWith(`.${ref.definition.name}`))
    : [];
}

/** `args=(a, b)` and `args=[a, b]` are the arguments themselves. */
function argumentsOf(given: readonly Argument[]): readonly Argument[] {
  return given.flatMap((argument): readonly Argument[] => {
    const { name, value } = argument;
    if (name === null || !LISTS.has(name)) return [argument];
    if (value.kind === 'list') return value.items.map((item) => ({ name: null, value: item }));
    if (value.kind === 'dict')
      return value.entries.flatMap(({ key, value: entry }) =>
        key?.kind === 'literal' ? [{ name: String(key.value), value: entry }] : [],
      );
    return valuesWithin(value).map((item) => ({ name: null, value: item }));
  });
}

/** A task that is bound to itself takes what it is handed from its second parameter on. */
function withSelf({ definition }: DefinitionRef, given: readonly Argument[]): readonly Argument[] {
  const bound = definition.kind === 'function' && definition.parameters[0]?.name === 'self';
  return bound ? [{ name: null, value: { kind: 'other', line: definition.line } }, ...given] : given;
}
