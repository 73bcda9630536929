/** What reaches the screen: which widgets a call makes, which state a page shows, which words a stretch of code holds. */

import type { Call, CodeFile, DefinitionId, Value } from '../../program/file.ts';
import { MODULE } from '../../program/file.ts';
import { lastName } from '../../program/link/calls.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import { definitionsAround, definitionsWithin } from '../../program/nesting.ts';
import type { CallRef } from '../../program/program.ts';
import { addTo, entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import { type Place, type ShownState, shownState } from './shown-state.ts';
import type { Widget } from './widget.ts';

interface Screen {
  readonly byCall: ReadonlyMap<CallRef, readonly Widget[]>;
  readonly byFile: ReadonlyMap<CodeFile, readonly Widget[]>;
  readonly shown: ShownState;
}

const screens = new WeakMap<Facts, Screen>();

function screenOf(facts: Facts): Screen {
  return entryOfWeak(screens, facts, () => {
    const byCall = new Map<CallRef, Widget[]>();
    const byFile = new Map<CodeFile, Widget[]>();
    for (const widget of facts.interfaces.widgets) {
      if (widget.call) addTo(byCall, widget.call, widget);
      if (widget.file) addTo(byFile, widget.file, widget);
    }
    return { byCall, byFile, shown: shownState(facts) };
  });
}

export function widgetsOf(facts: Facts, call: CallRef): readonly Widget[] {
  return screenOf(facts).byCall.get(call) ?? [];
}

export function widgetsIn(facts: Facts, file: CodeFile): readonly Widget[] {
  return screenOf(facts).byFile.get(file) ?? [];
}

/** Where a page shows a state or depends on it; a button that is switched off meanwhile shows nothing. */
export function shownAt(facts: Facts, state: string): Place | null {
  return screenOf(facts).shown.get(state) ?? null;
}

/** A definition, what is nested in it, and the functions around it. */
export function familyOf(
  file: CodeFile,
  definition: DefinitionId,
): {
  readonly own: ReadonlySet<DefinitionId>;
  readonly around: ReadonlySet<DefinitionId>;
} {
  const own = definition === MODULE ? new Set([definition]) : definitionsWithin(file, definition);
  return { own, around: new Set(definitionsAround(file, definition).slice(1)) };
}

/** Literal words of a value, those of the functions and calls in it included. */
export function wordsIn(value: Value, file: CodeFile): string {
  const words: string[] = [];
  for (const part of valuesThroughCalls(value, file)) {
    if (part.kind === 'literal' && typeof part.value === 'string') words.push(part.value);
    if (part.kind === 'template')
      words.push(part.parts.map((piece) => (typeof piece === 'string' ? piece : '{}')).join(''));
  }
  return words.join(' ').slice(0, 1000);
}

/** The last part of what a call calls, as written. */
export function calledName({ callee }: Call): string {
  return lastName(callee);
}

/** The state that a call by this name sets: 'lines' of `setLines`; null where it is no setter. */
export function stateSetBy(name: string): string | null {
  const first = name.charAt(3);
  const isSetter = name.startsWith('set') && first !== first.toLowerCase();
  return isSetter ? first.toLowerCase() + name.slice(4) : null;
}
