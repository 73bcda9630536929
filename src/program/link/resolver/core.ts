/** What the parts of the resolver share. */

import type { Assignment, CallId, CodeFile, Parameter, Value } from '../../file.ts';
import type { CallRef, DefinitionRef, Site, Target } from '../../program.ts';
import type { AtHand } from '../auto-imports.ts';
import type { Effort } from '../effort.ts';
import type { ModuleFinder } from '../modules.ts';
import type { Binding, Scopes } from '../scopes.ts';
import type { BehindStars } from '../stars.ts';
import type { Provided } from './contexts.ts';

export interface Linking {
  readonly behindStars: BehindStars;
  readonly atHand: AtHand;
  readonly effort: Effort;
  readonly find: ModuleFinder;
  readonly scopes: (file: CodeFile) => Scopes;
  readonly ref: (file: CodeFile, id: number) => DefinitionRef;
  readonly callOf: (file: CodeFile, id: CallId) => CallRef;
  /** Calls whose callee's last name segment is the given one: where a parameter's value may come from. */
  readonly callsNamed: (name: string) => readonly CallRef[];
  /** Classes that extend one of that name, as it is written. */
  readonly extending: (name: string) => readonly DefinitionRef[];
  /** A function of that name gives what a provider above hands down. */
  readonly asksContext: (name: string) => boolean;
}

/** The parts call each other through this: they are one recursion, cut by subject. */
export interface Core {
  readonly linking: Linking;
  resolve(value: Value, site: Site): Target;
  /** Runs a step unless it is running already (a cycle) or nests too deep: then the answer is {@link UNKNOWN}. */
  guarded(key: unknown, step: () => Target): Target;
  /** Counts a step; true where an answer has taken too many, so that it is unknown. */
  tired(): boolean;
  /** Where a name is bound, seen from a place. */
  binding(name: string, site: Site): { readonly binding: Binding; readonly site: Site } | null;
  ofBinding(bound: Binding, site: Site): Target;
  /** A dotted name. */
  ofName(dotted: string, site: Site): Target;
  ofAssignments(items: readonly Assignment[], file: CodeFile): Target;
  /** What a file gives under a name to those who import it. */
  exported(file: CodeFile, name: string): Target;
  ofParameter(parameter: Parameter, site: Site): Target;
  member(target: Target, name: string): Target;
  ofClassMember(owner: DefinitionRef, name: string, instance: boolean, level: number): Target;
  bases(ref: DefinitionRef): readonly Target[];
  annotation(value: Value, site: Site): Target;
  itemAnnotation(value: Value, site: Site): Target | null;
  elementOf(value: Value, site: Site): Target;
  callee(ref: CallRef): Target;
  returned(ref: DefinitionRef): Target;
  resultOf(ref: CallRef): Target;
  /** What providers give to the context that a call is handed. */
  provided(ref: CallRef): readonly Provided[];
}

export const UNKNOWN: Target = { kind: 'unknown', name: '?' };

/** `None`, `null`, `undefined`. */
export function isNothing(target: Target): boolean {
  return target.kind === 'value' && target.value.kind === 'literal' && target.value.value === null;
}

/** `node:fs` and `fs` are one; a sub-path keeps its slash. */
export function externalModule(module: string): string {
  return module.replace(/^node:/, '');
}
