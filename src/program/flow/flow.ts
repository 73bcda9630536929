/**
 * Where a value comes from: backward data flow over the linked program. It is generous (what may flow, flows; order and
 * branches are not looked at) but follows a call back to the call that it came through, and reads a literal's key alone.
 */
import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { Value } from '../file.ts';
import type { CallRef, Program, Site } from '../program.ts';
import { type Entered, type Keys, type Origin, type Step, WHOLE } from './step.ts';
import { next } from './steps.ts';
import { type Writes, writesOf } from './writes.ts';

export { returnedValues } from './returned.ts';
export type { Origin } from './step.ts';

/** Values looked at for one question: real programs need some hundreds. */
const MOST = 4000;

export interface FlowOptions {
  /** At most so many values. */
  readonly most?: number;
  /** Values that are left out, with all that is behind them: a comparison that only decides, a `len` that only counts. */
  readonly skip?: (origin: Origin) => boolean;
  /** Values that are told of, without what is behind them: a search, whatever was put into what it searches. */
  readonly end?: (origin: Origin) => boolean;
  /** Of `row["text"]` only what was put there under that key, not all of the row. */
  readonly byKey?: boolean;
}

const writesByProgram = new WeakMap<Program, Writes>();

/**
 * Everything that a value may be made of, breadth first, itself first: through assignments (loops, `with`, destructuring),
 * changes in place (`x.append(v)`, `x[k] = v`, React's setters), parameters, calls (what own functions return and yield,
 * other calls' receiver and arguments), attributes, and the parts of templates, lists, dicts and operations. At most
 * `most` values.
 */
export function origins(
  program: Program,
  value: Value,
  site: Site,
  options: FlowOptions = {},
): readonly Origin[] {
  return originsOf(program, [{ value, site }], options);
}

/** As {@link origins}, for several values at once. */
export function originsOf(
  program: Program,
  starts: readonly Origin[],
  options: FlowOptions = {},
): readonly Origin[] {
  const found: Origin[] = [];
  walk(program, starts, options, (step) => {
    found.push(
      step.keys.length > 0
        ? { value: step.value, site: step.site, keys: step.keys }
        : { value: step.value, site: step.site },
    );
    return false;
  });
  return found;
}

/** The first call that flows into a value and satisfies the predicate, the nearest first; null when there is none. */
export function flowsFrom(
  program: Program,
  value: Value,
  site: Site,
  wanted: (call: CallRef) => boolean,
  options: FlowOptions = {},
): CallRef | null {
  return anyFlowsFrom(program, [{ value, site }], wanted, options);
}

/** As {@link flowsFrom}, for several values at once. */
export function anyFlowsFrom(
  program: Program,
  starts: readonly Origin[],
  wanted: (call: CallRef) => boolean,
  options: FlowOptions = {},
): CallRef | null {
  let hit: CallRef | null = null;
  walk(program, starts, options, ({ value, site }) => {
    if (value.kind !== 'call') return false;
    const call = program.callOf(site.file, value.call);
    if (!wanted(call)) return false;
    hit = call;
    return true;
  });
  return hit;
}

/** Walks backwards from the starts until told to stop. */
function walk(
  program: Program,
  starts: readonly Origin[],
  { most = MOST, skip, end, byKey = false }: FlowOptions,
  stop: (step: Step) => boolean,
): void {
  const writes = entryOfWeak(writesByProgram, program, () => writesOf(program));
  const seen = new Map<Value, Map<CallRef | null, Set<string>>>();
  const queue: Step[] = [];
  const placed = new Set<string>();
  const push = (value: Value, site: Site, through: Entered | null, keys: Keys = WHOLE): void => {
    if (queue.length >= most || skip?.({ value, site })) return;
    const contexts = entryOf(seen, value, () => new Map<CallRef | null, Set<string>>());
    const asked = entryOf(contexts, through?.call ?? null, () => new Set<string>());
    const wanted = byKey ? keys : WHOLE;
    const key = wanted.join('\0');
    if (asked.has('') || asked.has(key) || contexts.size > 9 || asked.size > 8) return;
    asked.add(key);
    queue.push({ value, site, through, keys: wanted, byKey, placed });
  };
  for (const { value, site, keys } of starts) push(value, site, null, keys);
  for (let index = 0; index < queue.length; index++) {
    if (!program.follow()) return;
    const step = queue[index] as Step;
    if (stop(step)) return;
    if (!end?.(step)) next(program, writes, step, push);
  }
}
