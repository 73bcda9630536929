/** State that widgets of Python's frameworks are tied to by its name: `.bind_value(self, "model")`, `loading=State.busy`. */

import { type Call, type CallId, type CodeFile, MODULE, type Value } from '../../program/file.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { widgetsIn } from './screen.ts';
import { type Place, stateKey } from './shown-state.ts';
import { INDICATORS } from './widget.ts';

/** Calls that are chained to one another: a widget is given its looks and its bindings so. */
const MOST_LINKS = 12;

/** The attributes that a widget is tied to behind its call. */
export function boundTo(program: Program, { file, id }: CallRef): readonly string[] {
  return program
    .callsAs('ui.bound')
    .flatMap((bound) =>
      bound.file === file && isChainedTo(file, bound.call, id)
        ? bound.call.arguments.flatMap(({ value }) =>
            value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [],
          )
        : [],
    );
}

/** A call that is chained to another one: `ui.select(…).props(…)`. */
export function isChainedTo(file: CodeFile, { callee }: Call, id: CallId): boolean {
  let current: Value | undefined = callee;
  for (let links = 0; links < MOST_LINKS && current?.kind === 'member'; links++) {
    if (current.of.kind !== 'call') return false;
    if (current.of.call === id) return true;
    current = file.calls[current.of.call]?.callee;
  }
  return false;
}

/** A state that the function of a call switches on, and an indicator that is on screen while it is. */
export function indicatedByState(facts: Facts, { file, call }: CallRef): Place | null {
  if (call.definition === MODULE) return null;
  for (const { target, value, definition, line } of file.assignments) {
    const isOn = value?.kind === 'literal' && value.value === true;
    if (!isOn || definition !== call.definition || line > call.line || target.kind !== 'name') continue;
    if (target.name.includes('.') && dependsOn(facts, file, stateKey(target)))
      return { path: file.path, line };
  }
  return null;
}

/** `rx.cond(State.busy, rx.spinner())`, `rx.button("Ask", loading=State.busy)`, `spinner.bind_visibility_from(self, "busy")`. */
function dependsOn(facts: Facts, file: CodeFile, state: string): boolean {
  const indicators = widgetsIn(facts, file).filter(({ kind, call }) => call !== null && INDICATORS.has(kind));
  return indicators.some(
    ({ call }) =>
      call !== null &&
      (boundTo(facts.program, call).includes(state) ||
        file.calls.some(
          (one, id) =>
            (id === call.id || holds(one, file, call.id)) &&
            one.arguments.some(({ value }) => value.kind === 'name' && stateKey(value) === state),
        )),
  );
}

function holds({ arguments: given }: Call, file: CodeFile, id: CallId): boolean {
  return given.some(({ value }) =>
    valuesThroughCalls(value, file).some((part) => part.kind === 'call' && part.call === id),
  );
}
