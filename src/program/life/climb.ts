/** From a call outwards: the calls on the way from what the user did. */

import { addTo, entryOf, entryOfWeak } from '../../reading/collections.ts';
import { type CodeFile, MODULE, type Value } from '../file.ts';
import { siteOf } from '../link/calls.ts';
import { lastSegment, valuesWithin } from '../link/values.ts';
import { definitionsAround } from '../nesting.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';
import { isStartedByDecorator, wrapperCalls } from './decorated.ts';
import { isCalledByLanguage } from './entries.ts';
import { runsOf } from './handed.ts';
import { callsOfMade } from './made.ts';

const MOST = 60;
const DEEPEST = 7;

export interface Level {
  /** The work itself, then the calls that lead to it. */
  readonly call: CallRef;
  /** How many functions lie between it and the work. */
  readonly depth: number;
  /**
   * 'start': the work; 'call': it calls the function below; 'holder': that function is written into it or handed to it;
   * 'run': a part of one's own that was handed the function below runs it.
   */
  readonly as: 'start' | 'call' | 'holder' | 'run';
  /** The call below that it leads to; null for the work. */
  readonly leadsTo: CallRef | null;
}

/**
 * The levels of one journey, once for every place that calls the same function: each with what lies below it, and with
 * what leads to it alone.
 */
export function waysOf(levels: readonly Level[]): readonly (readonly Level[])[] {
  const fork = levels.find(
    ({ call }) => levels.filter((one) => one.as === 'call' && one.leadsTo === call).length > 1,
  );
  if (!fork) return [levels];
  const branches = levels.filter((one) => one.as === 'call' && one.leadsTo === fork.call);
  return branches.flatMap((branch) => {
    const others = new Set(branches.filter((one) => one !== branch).map(({ call }) => call));
    // What leads to another branch is on another way.
    for (const { call, leadsTo } of levels) if (leadsTo && others.has(leadsTo)) others.add(call);
    return waysOf(levels.filter(({ call }) => !others.has(call)));
  });
}

/** Whether a value is the function that holds `below`, or one that is written around it. */
function isHanded(program: Program, holder: CallRef, below: CallRef | null): (value: Value) => boolean {
  const around = below ? definitionsAround(below.file, below.call.definition) : [];
  return (value) => {
    if (value.kind === 'function') return holder.file === below?.file && around.includes(value.definition);
    if (value.kind !== 'name') return false;
    const target = program.resolve(value, siteOf(holder));
    return target.kind === 'definition' && target.ref.file === below?.file && around.includes(target.ref.id);
  };
}

/** A level with its place in the tree: the index of the one below it. */
interface Step extends Level {
  readonly below: number;
  /** Who calls an own decorator's wrapper: what leads to the function that it wraps. */
  readonly beyond?: readonly Leader[];
}

type Leader = Pick<Step, 'call' | 'as' | 'beyond'>;

/**
 * The ways from a call to the user, each nearest first: one for every place at which a file of the screen is reached. Lambdas
 * lead to the call that they are handed to, named functions to where they are handed on.
 */
export function journeysOf(
  program: Program,
  start: CallRef,
  stays: (file: CodeFile) => boolean,
  isScreen: (file: CodeFile) => boolean,
): readonly (readonly Level[])[] {
  const steps: Step[] = [{ call: start, depth: 0, as: 'start', leadsTo: null, below: -1 }];
  const seen = new Set<CallRef>([start]);
  for (let index = 0; index < steps.length && steps.length < MOST; index++) {
    const { call, depth, beyond, as } = steps[index] as Step;
    // What a part does around the function that it runs is on the way; who shows the part is on that of its holder.
    if (depth >= DEEPEST || as === 'run') continue;
    for (const leader of beyond ?? leadersFrom(program, call)) {
      if (seen.has(leader.call) || !stays(leader.call.file)) continue;
      seen.add(leader.call);
      steps.push({ ...leader, depth: depth + 1, leadsTo: call, below: index });
    }
    if (as === 'holder' && call.call.form === 'jsx')
      for (const run of runsOf(program, call, isHanded(program, call, steps[index]?.leadsTo ?? null))) {
        if (seen.has(run)) continue;
        seen.add(run);
        steps.push({ call: run, as: 'run', depth: depth + 1, leadsTo: call, below: index });
      }
  }
  const landings = steps.flatMap((step, index) => {
    const chain = downwards(steps, index);
    const first = chain.findIndex((one) => isScreen(one.call.file));
    // The first of the screen's files on its way, and of a file itself the first call in it.
    return first === chain.length - 1 && isScreen(step.call.file) ? [{ index, chain }] : [];
  });
  return landings
    .map(({ index, chain }) => [...chain, ...above(steps, index)])
    .filter((levels) => levels.some((level) => !endsUnused(program, level, levels)));
}

/** Nobody calls the Python function that this is the last step of, nor is it handed on or decorated. */
function endsUnused(program: Program, { call, depth }: Level, levels: readonly Level[]): boolean {
  if (call.file.language !== 'python') return false;
  if (call.call.definition === MODULE || depth >= DEEPEST) return false;
  if (levels.length === 1) return isUnused(program, call);
  return levels.every((other) => other.depth <= depth) ? isUnused(program, call) : true;
}

function isUnused(program: Program, call: CallRef): boolean {
  const definition = program.definitionOf({ file: call.file, definition: call.call.definition });
  if (!definition || isStartedByDecorator(program, definition)) return false;
  if (definition.definition.kind === 'method' || isCalledByLanguage(definition.definition)) return false;
  return leadersTo(program, definition).length === 0;
}

function downwards(steps: readonly Step[], from: number): readonly Step[] {
  const chain: Step[] = [];
  for (let index = from; index >= 0; index = steps[index]?.below ?? -1) chain.unshift(steps[index] as Step);
  return chain;
}

function above(steps: readonly Step[], from: number): readonly Step[] {
  const inside = new Set([from]);
  return steps.filter(({ below }, index) => {
    if (!inside.has(below)) return false;
    inside.add(index);
    return true;
  });
}

const holders = new WeakMap<Program, Map<CodeFile, ReadonlyMap<number, readonly CallRef[]>>>();
const handedOn = new WeakMap<Program, ReadonlyMap<DefinitionRef, readonly CallRef[]>>();

/** Who runs the function that a call stands in. At the top level that is who calls what the call made. */
function leadersFrom(program: Program, call: CallRef): readonly Leader[] {
  if (call.call.definition === MODULE)
    return callsOfMade(program, call).map((one) => ({ call: one, as: 'call' }));
  const definition = program.definitionOf({ file: call.file, definition: call.call.definition });
  if (!definition) return [];
  const leaders = leadersTo(program, definition);
  if (leaders.length > 0 || call.file.language === 'python') return leaders;
  // An action of a store: what holds the function that gives it back.
  const around = program.definitionOf({ file: call.file, definition: definition.definition.parent });
  return around?.definition.kind === 'lambda'
    ? leadersTo(program, around).filter(({ as }) => as === 'holder')
    : [];
}

/** Of a function that own decorators wrap: their wrappers, one around the other, and then who calls it. */
function leadersTo(program: Program, definition: DefinitionRef): readonly Leader[] {
  return wrapperCalls(program, definition).reduceRight<readonly Leader[]>(
    (beyond, call) => [{ call, as: 'call', beyond }],
    calledFrom(program, definition),
  );
}

function calledFrom(program: Program, definition: DefinitionRef): readonly Leader[] {
  const { file, id } = definition;
  const inFile = entryOf(
    entryOfWeak(holders, program, () => new Map()),
    file,
    () => holdersIn(program, file),
  );
  const named = entryOfWeak(handedOn, program, () => handedOnIn(program));
  return [
    ...program.callers(definition).map((call) => ({ call, as: 'call' as const })),
    ...[...(inFile.get(id) ?? []), ...(named.get(definition) ?? [])].map((call) => ({
      call,
      as: 'holder' as const,
    })),
  ];
}

/** By function: the innermost call that it is written into. */
function holdersIn(program: Program, file: CodeFile): ReadonlyMap<number, readonly CallRef[]> {
  const found = new Map<number, readonly CallRef[]>();
  for (const [id, call] of file.calls.entries())
    for (const { value } of call.arguments)
      for (const part of valuesWithin(value))
        if (part.kind === 'function') found.set(part.definition, [program.callOf(file, id)]);
  return found;
}

/** Functions that are handed to calls by their names: `button.click(respond)`, `useMutation({ mutationFn: ask })`. */
function handedOnIn(program: Program): ReadonlyMap<DefinitionRef, readonly CallRef[]> {
  const found = new Map<DefinitionRef, CallRef[]>();
  const known = new Set(program.definitions().map(({ definition }) => definition.name));
  for (const call of program.calls()) {
    if (call.call.form === 'jsx' && /^[a-z]/.test(program.nameOf(call)) && call.call.arguments.length === 0)
      continue;
    for (const { name, value } of call.call.arguments) {
      if (name === 'children') continue;
      for (const part of valuesWithin(value)) {
        if (part.kind !== 'name' || !known.has(lastSegment(part.name))) continue;
        const target = program.resolve(part, { file: call.file, definition: call.call.definition });
        if (target.kind !== 'definition' || target.ref.definition.kind === 'class') continue;
        addTo(found, target.ref, call);
      }
    }
  }
  return found;
}
