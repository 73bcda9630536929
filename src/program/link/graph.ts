/** The call graph: who uses whom, and what can be reached. */
import { addTo } from '../../reading/collections.ts';
import type { Value } from '../file.ts';
import { MODULE } from '../file.ts';
import type { CallRef, DefinitionRef, Reached, Site, Target } from '../program.ts';
import { contentsOf } from './contents.ts';
import type { GraphSource } from './graph-source.ts';
import { standIns } from './protocols.ts';
import { settersRun } from './setters.ts';
import { subclassesOf } from './subclasses.ts';
import { COMMON_METHODS, isVague, MOST_CANDIDATES, runsArguments } from './vague.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from './values.ts';

export interface Graph {
  callsIn(ref: DefinitionRef): readonly CallRef[];
  uses(ref: DefinitionRef): readonly DefinitionRef[];
  callers(ref: DefinitionRef): readonly CallRef[];
  reach(from: DefinitionRef, wanted: (call: CallRef) => boolean): Reached | null;
  reachable(from: DefinitionRef): ReadonlySet<DefinitionRef>;
  /** The definitions a call may run. */
  targetsOf(ref: CallRef): readonly DefinitionRef[];
  /** Methods that a call is handed to be run: `to_thread(registry.predict, x)`. */
  handedTo(ref: CallRef): readonly DefinitionRef[];
}

export function createGraph(source: GraphSource): Graph {
  const methodsByName = new Map<string, DefinitionRef[]>();
  for (const ref of source.definitions) {
    if (ref.definition.kind !== 'method') continue;
    addTo(methodsByName, ref.definition.name, ref);
  }
  const subclasses = subclassesOf(source);

  const { family, contentsIn } = contentsOf(source);

  /** A class stands for its constructor; a method of a base also for what overrides it. */
  function expand(ref: DefinitionRef): DefinitionRef[] {
    if (ref.definition.kind === 'class') {
      const scope = source.scopes(ref.file).in(ref.id);
      const made = ['__init__', 'constructor', '__post_init__', '__new__'].flatMap(
        (name) => scope.get(name)?.definitions ?? [],
      );
      return made.length > 0 ? made.map((id) => source.ref(ref.file, id)) : [];
    }
    const owner = ref.file.definitions[ref.definition.parent];
    if (ref.definition.kind !== 'method' || !owner || ref.definition.parent === MODULE) return [ref];
    const holder = source.ref(ref.file, ref.definition.parent);
    const found = [ref, ...standIns(source.bases(holder), ref, methodsByName)];
    const queue = [holder];
    for (let index = 0; index < queue.length && index < 50; index++) {
      for (const below of subclasses(queue[index] as DefinitionRef)) {
        queue.push(below);
        const ids = source.scopes(below.file).in(below.id).get(ref.definition.name)?.definitions ?? [];
        found.push(...ids.map((id) => source.ref(below.file, id)));
      }
    }
    return found;
  }

  /** The program's own methods of a name that an object may have of which nothing is known. */
  function guessed(dotted: string): DefinitionRef[] {
    const name = lastSegment(dotted);
    if (COMMON_METHODS.has(name)) return [];
    const candidates = methodsByName.get(name) ?? [];
    return candidates.length <= MOST_CANDIDATES ? candidates : [];
  }

  function ofTarget(target: Target): DefinitionRef[] {
    if (target.kind === 'definition') return expand(target.ref);
    if (isVague(target)) return guessed(target.name);
    if (target.kind === 'value' && target.value.kind === 'dict') {
      return target.value.entries.flatMap((entry) => functionsIn(entry.value, target.site, 1));
    }
    if (target.kind === 'instance') {
      const ids = source.scopes(target.ref.file).in(target.ref.id).get('__call__')?.definitions ?? [];
      return ids.map((id) => source.ref(target.ref.file, id));
    }
    return [];
  }

  /** Functions that a value names or holds. */
  function functionsIn(value: Value, site: Site, depth = 0): DefinitionRef[] {
    const found: DefinitionRef[] = [];
    for (const part of valuesWithin(value)) {
      if (part.kind === 'function') found.push(source.ref(site.file, part.definition));
      if (part.kind !== 'name' && part.kind !== 'member') continue;
      const target = source.resolve(part, site);
      if (target.kind === 'definition') found.push(...expand(target.ref));
      else if (target.kind === 'value' && target.value.kind === 'dict' && depth < 2)
        found.push(
          ...target.value.entries
            .slice(0, 200)
            .flatMap((entry) => functionsIn(entry.value, target.site, depth + 1)),
        );
    }
    return found;
  }

  function targetsOf(ref: CallRef): DefinitionRef[] {
    const target = source.callee(ref);
    const found = ofTarget(target);
    // `self.model.predict(x)` within `predict` wraps another object's: it does not call itself.
    return isVague(target)
      ? found.filter((one) => one.file !== ref.file || one.id !== ref.call.definition)
      : found;
  }

  /** Methods of vague objects that a call is handed, to run them in a thread or later. */
  function handedTo(ref: CallRef): DefinitionRef[] {
    if (!runsArguments(source.callee(ref))) return [];
    const site = { file: ref.file, definition: ref.call.definition };
    return ref.call.arguments.flatMap(({ value }) => {
      const target = value.kind === 'name' && value.name.includes('.') ? source.resolve(value, site) : null;
      return target && isVague(target) ? guessed(target.name) : [];
    });
  }

  const used = new Map<DefinitionRef, readonly DefinitionRef[]>();
  function uses(ref: DefinitionRef): readonly DefinitionRef[] {
    const remembered = used.get(ref);
    if (remembered) return remembered;
    const found = new Set(settersRun(source, ref, family(ref)));
    const { calls, values } = contentsIn(ref);
    const site = { file: ref.file, definition: ref.id };
    for (const call of calls) {
      const at = { file: call.file, definition: call.call.definition };
      for (const target of [...targetsOf(call), ...handedTo(call)]) found.add(target);
      if (call.call.callee.kind === 'index')
        for (const target of functionsIn(call.call.callee.of, at)) found.add(target);
      for (const argument of call.call.arguments)
        for (const target of functionsIn(argument.value, at)) found.add(target);
    }
    for (const value of values) {
      for (const part of valuesThroughCalls(value, ref.file)) {
        if (part.kind === 'name' || part.kind === 'member' || part.kind === 'function')
          for (const target of functionsIn(part, site)) found.add(target);
        if (part.kind === 'call')
          for (const target of targetsOf(source.callOf(ref.file, part.call))) found.add(target);
      }
    }
    found.delete(ref);
    const list = [...found];
    used.set(ref, list);
    return list;
  }

  let callerIndex: Map<DefinitionRef, CallRef[]> | null = null;
  function callers(ref: DefinitionRef): readonly CallRef[] {
    if (!callerIndex) {
      const index = new Map<DefinitionRef, CallRef[]>();
      callerIndex = index;
      for (const file of source.files) {
        file.calls.forEach((_, id) => {
          const call = source.callOf(file, id);
          for (const target of targetsOf(call)) addTo(index, target, call);
        });
      }
    }
    return callerIndex.get(ref) ?? [];
  }

  function reach(from: DefinitionRef, wanted: (call: CallRef) => boolean): Reached | null {
    const before = new Map<DefinitionRef, DefinitionRef | null>([[from, null]]);
    const queue = [from];
    for (let index = 0; index < queue.length; index++) {
      const current = queue[index] as DefinitionRef;
      const { calls } = contentsIn(current);
      if (!source.spend(1 + calls.length)) return null;
      const call = calls.find(wanted);
      if (call) {
        const trail: DefinitionRef[] = [];
        for (let step: DefinitionRef | null = current; step; step = before.get(step) ?? null)
          trail.unshift(step);
        return { call, trail };
      }
      for (const next of uses(current)) {
        if (before.has(next)) continue;
        before.set(next, current);
        queue.push(next);
      }
    }
    return null;
  }

  function reachable(from: DefinitionRef): ReadonlySet<DefinitionRef> {
    const all = new Set([from]);
    for (const current of all) {
      const next = uses(current);
      if (!source.spend(1 + next.length)) break;
      for (const one of next) all.add(one);
    }
    return all;
  }

  return { callsIn: (ref) => contentsIn(ref).calls, uses, callers, reach, reachable, targetsOf, handedTo };
}
