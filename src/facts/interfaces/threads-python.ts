/** Several conversations in Python's frameworks: a key of the session that buttons or a select box set, and messages by that key. */

import type { Assignment, CodeFile, Value } from '../../program/file.ts';
import { siteOf } from '../../program/link/calls.ts';
import { firstSegment, lastSegment, valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import { covers } from '../../reading/text-file.ts';
import type { Facts } from '../facts.ts';
import { calledName, widgetsIn } from './screen.ts';
import { type Place, stateKey } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import { keepsBy, LOADS, loadsBy } from './thread-keys.ts';
import { chosenByEvents, chosenThreads } from './threads-chosen.ts';

const THREAD = /chat|conversation|convo|thread|session|dialog/i;
const NOT_THREADS = /model|delete|remove|clear|language|upload/i;
interface Switch {
  readonly key: string;
  readonly place: Place;
  /** The key, the list that is offered or the label says that it is a conversation. */
  readonly named: boolean;
}

export function switchesInPython(facts: Facts): readonly Place[] {
  const files = facts.program
    .filesOf()
    .filter((file) => file.language === 'python' && !file.notebook && isOfInterface(facts, file));
  const switches = files.flatMap((file) => [
    ...byButtons(facts, file),
    ...bySelect(facts, file),
    ...byEvents(facts, file),
  ]);
  const keyed = switches
    .filter(({ key, named }) => files.some((file) => keepsBy(file, key) || (named && loadsBy(file, key))))
    .map(({ place }) => place);
  return [...keyed, ...chosenThreads(facts, files), ...files.flatMap((file) => chosenByEvents(facts, file))];
}

/** `for chat in chats: if st.button(chat.title): st.session_state.current = chat.id`, or its `on_click`. */
function byButtons(facts: Facts, file: CodeFile): readonly Switch[] {
  const buttons = widgetsIn(facts, file).filter(({ kind, call }) => kind === 'button' && call !== null);
  const found: Switch[] = [];
  for (const loop of file.blocks) {
    if (loop.kind !== 'for' || !loop.test) continue;
    const inside = ({ line }: { readonly line: number }): boolean => covers(loop, line);
    const offered = buttons.filter(inside);
    if (offered.length === 0) continue;
    const items = new Set(
      file.assignments
        .filter(({ via, line }) => via === 'for' && line === loop.line)
        .flatMap(({ target }) => (target.kind === 'name' ? [target.name] : [])),
    );
    // `conversation_id = conversation["id"]`.
    for (const { target, value } of file.assignments.filter(inside))
      if (target.kind === 'name' && value && usesAny(value, items, file)) items.add(target.name);
    const named = THREAD.test(wordsAndNames(loop.test, file));
    for (const one of file.assignments.filter(inside)) {
      const pressed = facts.program
        .blocksAround(file, one.block)
        .some(
          ({ kind, test, line }) =>
            kind === 'if' && test !== null && line >= loop.line && isPressed(facts, file, test),
        );
      if (!pressed || !isState(one) || !one.value || !usesAny(one.value, items, file)) continue;
      const key = stateKey(one.target);
      if (!NOT_THREADS.test(key))
        found.push({ key, named: named || THREAD.test(key), place: { path: file.path, line: one.line } });
    }
    // What is called when the button is pressed.
    for (const { call } of offered) {
      if (!call) continue;
      for (const key of setByHandlers(facts, call))
        found.push({
          key,
          named: named || THREAD.test(key),
          place: { path: file.path, line: call.call.line },
        });
    }
    for (const call of file.calls.filter(inside)) {
      if (!LOADS.test(calledName(call)) || NOT_THREADS.test(calledName(call))) continue;
      const pressed = facts.program
        .blocksAround(file, call.block)
        .some(
          ({ kind, test, line }) =>
            kind === 'if' && test !== null && line >= loop.line && isPressed(facts, file, test),
        );
      if (pressed && call.arguments.some(({ value }) => usesAny(value, items, file)))
        found.push({ key: '*', named: true, place: { path: file.path, line: call.line } });
    }
  }
  return found;
}

function isPressed(facts: Facts, file: CodeFile, test: Value): boolean {
  return valuesWithin(test).some(
    (part) =>
      part.kind === 'call' &&
      /(?:^|\.)(?:button|form_submit_button)$/.test(
        facts.program.nameOf(facts.program.callOf(file, part.call)),
      ),
  );
}

function isState({ target }: Assignment): boolean {
  return (
    (target.kind === 'name' && /session_state\./.test(target.name)) ||
    (target.kind === 'index' && target.of.kind === 'name' && /session_state$/.test(target.of.name)) ||
    (target.kind === 'name' && /(?:current|active|selected)/i.test(target.name))
  );
}

function usesAny(value: Value, names: ReadonlySet<string>, file: CodeFile): boolean {
  return valuesThroughCalls(value, file).some(
    (part) => part.kind === 'name' && names.has(firstSegment(part.name)),
  );
}

/** The keys that the handler of a button sets by what it is given, also where it is a lambda that hands it on. */
function setByHandlers(facts: Facts, button: CallRef): readonly string[] {
  const given = button.call.arguments.find(({ name }) => name === 'on_click');
  if (!given) return [];
  const target = facts.program.resolve(given.value, siteOf(button));
  const lambda =
    given.value.kind === 'function'
      ? facts.program.definitionOf({ file: button.file, definition: given.value.definition })
      : null;
  const handlers = [
    ...(target.kind === 'definition' ? [target.ref] : []),
    ...(lambda ? facts.program.callsIn(lambda).flatMap((call) => facts.program.targetsOf(call)) : []),
  ];
  return handlers.flatMap(({ file, id, definition }) => {
    const parameters = new Set(definition.parameters.map(({ name }) => name));
    return file.assignments
      .filter(
        (one) =>
          one.definition === id && isState(one) && one.value !== null && usesAny(one.value, parameters, file),
      )
      .map(({ target: set }) => stateKey(set))
      .filter((key) => !NOT_THREADS.test(key));
  });
}

/** `st.selectbox("Conversation", list(chats))`; in Gradio a dropdown of sessions with a handler. */
function bySelect(facts: Facts, file: CodeFile): readonly Switch[] {
  return widgetsIn(facts, file).flatMap(({ kind, label, call, path, line, framework }): readonly Switch[] => {
    if (kind !== 'select' || !call || NOT_THREADS.test(label)) return [];
    const options = call.call.arguments
      .slice(0, 3)
      .map(({ value }) => wordsAndNames(value, file))
      .join(' ');
    if (!THREAD.test(label) && !THREAD.test(options)) return [];
    const place = { path, line };
    if (framework === 'gradio') return hasEvent(facts, call) ? [{ key: '*', named: true, place }] : [];
    const held = file.assignments.find(
      ({ value }) =>
        value !== null && valuesWithin(value).some((part) => part.kind === 'call' && part.call === call.id),
    );
    const keyed = call.call.arguments.find(({ name }) => name === 'key')?.value;
    const keys = [
      ...(held ? [stateKey(held.target)] : []),
      ...(keyed?.kind === 'literal' ? [String(keyed.value)] : []),
    ];
    // `st.session_state.current = selected`.
    const handed = file.assignments.flatMap(({ target, value }) =>
      value !== null &&
      held &&
      isState({ target } as Assignment) &&
      mentions(value, stateKey(held.target), file)
        ? [stateKey(target)]
        : [],
    );
    return [...keys, ...handed].map((key) => ({ key, named: true, place }));
  });
}

function mentions(value: Value, name: string, file: CodeFile): boolean {
  return valuesThroughCalls(value, file).some(
    (part) => part.kind === 'name' && firstSegment(part.name) === name,
  );
}

/** Gradio: `sessions.select(load_session, …, outputs=chatbot)`. */
function byEvents(facts: Facts, file: CodeFile): readonly Switch[] {
  const chats = new Set(
    file.assignments.flatMap(({ target, value }) =>
      value?.kind === 'call' &&
      target.kind === 'name' &&
      facts.program.means(facts.program.callOf(file, value.call), 'ui.chat-log')
        ? [target.name]
        : [],
    ),
  );
  if (chats.size === 0) return [];
  return file.calls.flatMap((call): readonly Switch[] => {
    if (!/^(?:click|select|change|input|then|success|submit)$/.test(calledName(call))) return [];
    const values = call.arguments.map(({ value }) => value);
    const handler = values.find((value) => value.kind === 'name' && LOADS.test(lastSegment(value.name)));
    const fills = values.some((value) => value !== handler && usesAny(value, chats, file));
    return handler && fills ? [{ key: '*', named: true, place: { path: file.path, line: call.line } }] : [];
  });
}

function hasEvent(facts: Facts, call: CallRef): boolean {
  const { file } = call;
  const held = file.assignments.find(({ value }) => value?.kind === 'call' && value.call === call.id)?.target;
  return (
    held?.kind === 'name' &&
    file.calls.some(
      ({ callee }) =>
        callee.kind === 'name' &&
        new RegExp(`^${held.name.replace(/[^\w.]/g, '')}\\.(?:change|select|input|click)$`).test(callee.name),
    ) &&
    facts.interfaces.of('message').length > 0
  );
}

function wordsAndNames(value: Value, file: CodeFile): string {
  return valuesThroughCalls(value, file)
    .flatMap((part) =>
      part.kind === 'name' ? [stateKey(part)] : part.kind === 'literal' ? [String(part.value)] : [],
    )
    .join(' ')
    .replace(/session_state/g, '')
    .slice(0, 500);
}
