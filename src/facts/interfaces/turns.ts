/** A conversation by its shape: state that turns with a role are added to, one after the other, and that is on screen. */
import type { CodeFile, Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import { calledName, shownAt, stateSetBy } from './screen.ts';
import { type Place, stateKey } from './shown-state.ts';
import { isOfInterface } from './territory.ts';

/** What was said lies beside who said it. */
const SAID: ReadonlySet<unknown> = new Set(['content', 'text', 'parts', 'message']);

/** Whether what a turn has under a key is what was said. */
export function isSaid(key: unknown): boolean {
  return SAID.has(key);
}

/** `lines.push({ role, content })`, `lines = [...lines, { role, content }]`, `setLines(…)`. */
export function shownTurns(facts: Facts): Place | null {
  for (const file of facts.program.filesOf()) {
    if (file.language === 'python' || !isOfInterface(facts, file)) continue;
    for (const name of turnsOf(file)) {
      const shown = shownAt(facts, name);
      if (shown) return shown;
    }
  }
  return null;
}

const known = new WeakMap<Facts, ReadonlySet<string>>();

/** The names of all states of scripts that turns are added to. */
export function statesOfTurns(facts: Facts): ReadonlySet<string> {
  return entryOfWeak(known, facts, () => {
    const files = facts.program.filesOf().filter((file) => file.language !== 'python');
    return new Set(files.flatMap((file) => (isOfInterface(facts, file) ? turnsOf(file) : [])));
  });
}

/** Something in a file says what was said and by whom. */
export function addsTurns(file: CodeFile): boolean {
  return (
    file.calls.some(({ arguments: given }) => given.some(({ value }) => hasTurn(value, file))) ||
    file.assignments.some(({ value }) => value !== null && hasTurn(value, file)) ||
    file.statements.some(({ value }) => value !== null && hasTurn(value, file))
  );
}

function turnsOf(file: CodeFile): readonly string[] {
  const added = file.calls.flatMap((call) => {
    if (!call.arguments.some(({ value }) => hasTurn(value, file))) return [];
    const name = calledName(call);
    const setter = stateSetBy(name);
    if (setter) return [setter];
    return name === 'push' && call.callee.kind === 'name' ? [stateOfList(call.callee.name.slice(0, -5))] : [];
  });
  const written = file.assignments.flatMap(({ target, value }) =>
    value?.kind === 'list' && hasTurn(value, file)
      ? [stateOfList(target.kind === 'name' ? target.name : stateKey(target))]
      : [],
  );
  return [...added, ...written].filter((name) => name !== '');
}

/** `lines.value` of Vue is `lines`. */
export function stateOfList(written: string): string {
  return lastSegment(written.replace(/\.value$/, ''));
}

function hasTurn(value: Value, file: CodeFile): boolean {
  return valuesThroughCalls(value, file).some((part) => {
    if (part.kind !== 'dict') return false;
    const keys = part.entries.map(({ key }) => (key?.kind === 'literal' ? key.value : null));
    return keys.includes('role') && keys.some((key) => SAID.has(key));
  });
}
