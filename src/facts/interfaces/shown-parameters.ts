/** Functions of one's own that show the user what they are given: `complain(page, words)`, `fail(message)`. */
import type { Value } from '../../program/file.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { DefinitionRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { calledName, shownAt, stateSetBy, widgetsIn } from './screen.ts';
import { stateKey } from './shown-state.ts';
import type { WidgetKind } from './widget.ts';

const TELLING: ReadonlySet<WidgetKind> = new Set([
  ...(['error', 'warning', 'info', 'text', 'message', 'status', 'success'] as const),
]);
/** What a script writes words into. */
const WRITTEN: ReadonlySet<string> = new Set(['textContent', 'innerText', 'innerHTML']);

/** A widget of its own, a state that is on screen or an element of the page is given one of its parameters. */
export function showsParameter(facts: Facts, { file, id, definition }: DefinitionRef): boolean {
  const parameters = new Set(definition.parameters.map(({ name }) => name));
  const isGiven = (value: Value): boolean =>
    valuesThroughCalls(value, file).some(
      (part) => part.kind === 'name' && parameters.has(firstSegment(part.name)),
    );
  const isOwn = (one: { readonly definition: number }): boolean => one.definition === id;
  return (
    widgetsIn(facts, file).some(
      ({ kind, call }) =>
        TELLING.has(kind) &&
        call &&
        isOwn(call.call) &&
        call.call.arguments.some(({ value }) => isGiven(value)),
    ) ||
    file.calls.some((call) => {
      const state = isOwn(call) ? stateSetBy(calledName(call)) : null;
      return state !== null && shownAt(facts, state) && call.arguments.some(({ value }) => isGiven(value));
    }) ||
    file.assignments.some(
      ({ target, value, ...one }) =>
        isOwn(one) &&
        value !== null &&
        isGiven(value) &&
        target.kind === 'name' &&
        (WRITTEN.has(lastSegment(target.name)) ||
          shownAt(facts, stateKey({ ...target, name: target.name.replace(/\.value$/, '') }))),
    )
  );
}
