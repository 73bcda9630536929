/** What a Redux store does while an asynchronous action is under way, and when it fails. */

import type { CodeFile, Definition, Value } from '../../program/file.ts';
import { nameOfMade } from '../../program/life/made.ts';
import { valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { calledName } from './screen.ts';
import type { Place } from './shown-state.ts';
import { switchedOnIn } from './switches.ts';
import { tellsUser } from './telling.ts';

interface Reducer {
  readonly file: CodeFile;
  readonly id: number;
  readonly definition: Definition;
}

/** `.addCase(ask.pending, (state) => { state.loading = true; })` of the action that a call makes, with the state on a page. */
export function thunkBusy(facts: Facts, maker: CallRef): Place | null {
  for (const { file, id } of reducersOf(facts, maker, 'pending')) {
    const on = switchedOnIn(facts, file, id);
    if (on) return on;
  }
  return null;
}

/** `.addCase(ask.rejected, (state, action) => { state.error = action.payload; })`, with the state on a page. */
export function thunkTells(facts: Facts, maker: CallRef): Place | null {
  for (const { file, definition } of reducersOf(facts, maker, 'rejected')) {
    const binds = definition.parameters[1]?.name ?? null;
    const told = tellsUser(facts, file, { from: definition.line, to: definition.endLine, binds });
    if (told.kind === 'words') return told;
  }
  return null;
}

function reducersOf(facts: Facts, maker: CallRef, when: 'pending' | 'rejected'): readonly Reducer[] {
  if (!facts.program.means(facts.program.nameOf(maker), 'ui.thunk')) return [];
  const action = `${nameOfMade(maker)}.${when}`;
  const isOurs = (value: Value, file: CodeFile): boolean =>
    valuesThroughCalls(value, file).some((part) => part.kind === 'name' && part.name === action);
  return facts.program.calls().flatMap(({ file, call }): readonly Reducer[] => {
    if (file.language === 'python') return [];
    const [first, second] = call.arguments;
    const handlers: Value[] = [];
    if (/^add(?:Case|Matcher)$/.test(calledName(call)) && first && second && isOurs(first.value, file))
      handlers.push(second.value);
    // `extraReducers: { [ask.pending]: (state) => … }`.
    if (calledName(call) === 'createSlice' && first)
      for (const part of valuesWithin(first.value))
        if (part.kind === 'dict')
          for (const { key, value } of part.entries) if (key && isOurs(key, file)) handlers.push(value);
    return handlers.flatMap((value): readonly Reducer[] => {
      const definition = value.kind === 'function' ? file.definitions[value.definition] : undefined;
      return value.kind === 'function' && definition ? [{ file, id: value.definition, definition }] : [];
    });
  });
}
