/** What a name or an expression is: the heart of the linked program. Its parts stand in resolver/. */
import type { Value } from '../../file.ts';
import type { CallRef, DefinitionRef, Site, Target } from '../../program.ts';
import type { Binding } from '../scopes.ts';
import { annotationResolution } from './annotations.ts';
import { contextResolution, type Provided } from './contexts.ts';
import { type Core, type Linking, UNKNOWN } from './core.ts';
import { memberResolution } from './members.ts';
import { nameResolution } from './names.ts';
import { parameterResolution } from './parameters.ts';
import { resultResolution } from './results.ts';

/** Names followed through names: enough for real programs, and below the stack's own limit. */
const MAX_DEPTH = 40;
/** Steps that one question may take: where each name stands for several, they double with every level. */
const MAX_STEPS = 20_000;

export interface Resolver {
  resolve(value: Value, site: Site): Target;
  callee(ref: CallRef): Target;
  member(target: Target, name: string): Target;
  bases(ref: DefinitionRef): readonly Target[];
  provided(ref: CallRef): readonly Provided[];
  binding(name: string, site: Site): { readonly binding: Binding; readonly site: Site } | null;
}

export function createResolver(linking: Linking): Resolver {
  const known = new Map<Value, Target>();
  const running = new Set<unknown>();
  let depth = 0;
  let steps = 0;

  function tired(): boolean {
    steps++;
    return steps > MAX_STEPS || !linking.effort.spend('names');
  }

  /** Runs a step unless it is running already (a cycle) or nests too deep. */
  function guarded(key: unknown, step: () => Target): Target {
    if (depth === 0) steps = 0;
    if (running.has(key) || depth > MAX_DEPTH || tired()) return UNKNOWN;
    running.add(key);
    depth++;
    try {
      return step();
    } finally {
      depth--;
      running.delete(key);
    }
  }

  function resolve(value: Value, site: Site): Target {
    const remembered = known.get(value);
    if (remembered) return remembered;
    const target = guarded(value, () => read(value, site));
    // A cycle's or the depth limit's "unknown" is not the last word.
    if (target !== UNKNOWN || depth === 0) known.set(value, target);
    return target;
  }

  function read(value: Value, site: Site): Target {
    switch (value.kind) {
      case 'name':
        return core.ofName(value.name, site);
      case 'member':
        return core.member(resolve(value.of, site), value.name);
      case 'call':
        return core.resultOf(core.linking.callOf(site.file, value.call));
      case 'function':
        return { kind: 'definition', ref: core.linking.ref(site.file, value.definition) };
      case 'index': {
        const whole = resolve(value.of, site);
        const key = value.index[0];
        if (whole.kind === 'value' && whole.value.kind === 'dict' && key?.kind === 'literal') {
          const entry = whole.value.entries.find(
            (item) => item.key?.kind === 'literal' && item.key.value === key.value,
          );
          if (entry) return resolve(entry.value, whole.site);
        }
        const element = value.of.kind === 'name' ? core.itemAnnotation(value.of, site) : null;
        if (whole.kind === 'external') return element?.kind === 'instance' ? element : whole;
        return element ?? (whole.kind === 'value' ? UNKNOWN : { kind: 'unknown', name: '?' });
      }
      case 'operation': {
        if (
          value.operator === 'or' ||
          value.operator === '??' ||
          value.operator === 'and' ||
          value.operator === '?:'
        ) {
          const operands = value.operator === '?:' ? value.operands.slice(1) : value.operands;
          for (const operand of operands) {
            const target = resolve(operand, site);
            if (target.kind !== 'unknown' && target.kind !== 'value') return target;
          }
        }
        if (value.operator === '/' && value.operands[0]) {
          const left = resolve(value.operands[0], site);
          if (left.kind === 'external' && left.name.startsWith('pathlib.Path'))
            return { kind: 'external', name: 'pathlib.Path' };
        }
        return { kind: 'value', value, site };
      }
      case 'literal':
      case 'template':
      case 'list':
      case 'dict':
        return { kind: 'value', value, site };
      case 'other':
        return UNKNOWN;
    }
    value satisfies never;
    return UNKNOWN;
  }

  const core = { linking, guarded, resolve, tired } as Core;
  Object.assign(
    core,
    nameResolution(core),
    parameterResolution(core),
    memberResolution(core),
    annotationResolution(core),
    resultResolution(core),
    contextResolution(core),
  );
  return core;
}
