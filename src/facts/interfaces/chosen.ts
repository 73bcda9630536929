/** Whether somebody reads what a user chose. */

import type { CallId, CodeFile, Value } from '../../program/file.ts';
import { firstSegment, valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { boundTo, isChainedTo } from './bound.ts';
import { askedFrom, readsField } from './page-addresses.ts';
import { calledName } from './screen.ts';
import { stateKey } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import type { Widget } from './widget.ts';
import { workOf } from './work.ts';

/** Somebody reads what was chosen. */
export function isUsed(facts: Facts, { call, element, framework, path }: Widget): boolean {
  if (element) {
    const name = element.attributes.get('name') ?? '';
    const bound = [...element.attributes].find(([key]) => /^(?:v-model|bind:value)/.test(key))?.[1] ?? '';
    return (
      usedFromPage(facts, element.attributes.get('id') ?? name, bound, path) ||
      askedFrom(facts, path, element).some(({ route }) => readsField(facts, route, name))
    );
  }
  if (!call) return false;
  return framework === 'jsx' ? usedFromElement(facts, call) : usedInPython(facts, call);
}

function usedInPython(facts: Facts, call: CallRef): boolean {
  const { file } = call;
  const given = call.call.arguments.find(({ name }) => name === 'key' || name === 'id')?.value;
  if (call.call.arguments.some(({ name }) => /^on_(?:change|click|select)$/.test(name ?? ''))) return true;
  if (
    boundTo(facts.program, call).some((name) =>
      facts.program.filesOf().some((one) => one.language === 'python' && readsKey(one, name, call)),
    )
  )
    return true;
  const key = given?.kind === 'literal' ? String(given.value) : null;
  if (
    key !== null &&
    facts.program.filesOf().some((one) => one.language === 'python' && readsKey(one, key, call))
  )
    return true;
  const holders = file.assignments.filter(
    ({ value }) =>
      value !== null &&
      valuesWithin(value).some(
        (part) => part.kind === 'call' && (part.call === call.id || chains(file, part.call, call.id)),
      ),
  );
  // Written straight into what uses it: an argument, a list of `additional_inputs`.
  const isGiven = file.calls.some(
    (one, id) =>
      id !== call.id &&
      one.arguments.some(({ value }) =>
        valuesWithin(value).some((part) => part.kind === 'call' && part.call === call.id),
      ),
  );
  // What a class declares of its objects: `model = param.Selector(…)`.
  const field = file.definitions
    .flatMap(({ fields }) => fields)
    .find(({ value }) => value?.kind === 'call' && value.call === call.id);
  if (isGiven || (field && readsKey(file, field.name, call))) return true;
  return holders.some(({ target, line }) => {
    const name = stateKey(target);
    if (target.kind === 'index' || (target.kind === 'name' && target.name.includes('.')))
      return facts.program.filesOf().some((one) => one.language === 'python' && readsKey(one, name, call));
    return (
      reads(file, name, line, call) ||
      file.statements.some(
        ({ kind, value }) => kind === 'return' && value !== null && mentions(value, file, name),
      )
    );
  });
}

function chains(file: CodeFile, outer: CallId, inner: CallId): boolean {
  const call = file.calls[outer];
  return call !== undefined && isChainedTo(file, call, inner);
}

function reads(file: CodeFile, name: string, line: number, call: CallRef): boolean {
  return (
    file.calls.some(
      (one, id) => id !== call.id && one.arguments.some(({ value }) => mentions(value, file, name)),
    ) ||
    file.calls.some((one) => one.callee.kind === 'name' && one.callee.name.startsWith(`${name}.`)) ||
    file.assignments.some(
      (one) => one.line !== line && one.value !== null && mentions(one.value, file, name),
    ) ||
    file.blocks.some(({ test }) => test !== null && mentions(test, file, name))
  );
}

function readsKey(file: CodeFile, key: string, call: CallRef): boolean {
  const isRead = (value: Value): boolean =>
    valuesWithin(value).some(
      (part) =>
        ((part.kind === 'name' && /session_state\.|^self\./.test(part.name)) || part.kind === 'index') &&
        stateKey(part) === key,
    );
  return (
    file.calls.some(
      (one, id) =>
        (file !== call.file || id !== call.id) &&
        one.arguments.some(
          ({ value }) =>
            isRead(value) ||
            (value.kind === 'literal' &&
              value.value === key &&
              /\.get$/.test(one.callee.kind === 'name' ? one.callee.name : '')),
        ),
    ) ||
    file.assignments.some(({ value }) => value !== null && isRead(value)) ||
    file.statements.some(({ value }) => value !== null && isRead(value)) ||
    file.blocks.some(({ test }) => test !== null && isRead(test))
  );
}

function mentions(value: Value, file: CodeFile, name: string): boolean {
  return valuesThroughCalls(value, file).some(
    (part) => part.kind === 'name' && firstSegment(part.name) === name,
  );
}

/** What is sent along with a request: `{ message, model }`, `form.append('model', model)`, `?model=`. */
const SENT =
  /^(?:model|model_?name|model_?id|llm|llm_?model|provider|selected_?model|ai_?model|chat_?model|engine|temperature|top_?p|top_?k|max_?tokens|system_?prompt|system_?message|persona|tone|style)$/i;

function usedFromElement(facts: Facts, call: CallRef): boolean {
  // A component of one's own is only as good as what it hands on; some handler must change something.
  const changes = call.call.arguments.some(({ name }) => /^on(?:Value)?[A-Z]\w*|^set[A-Z]/.test(name ?? ''));
  return changes && sendsChoice(facts);
}

function usedFromPage(facts: Facts, id: string, model: string, path: string): boolean {
  if (model !== '') return sendsChoice(facts) || asksWith(facts, model, path);
  if (id === '') return false;
  // A form sends its fields by itself; a script takes them by their id.
  const byScript = facts.program
    .filesOf()
    .some(
      (file) =>
        file.language !== 'python' &&
        file.calls.some((one) =>
          one.arguments.some(
            ({ value }) =>
              value.kind === 'literal' &&
              typeof value.value === 'string' &&
              value.value.replace(/^#/, '') === id,
          ),
        ),
    );
  const byForm =
    facts.interfaces.of('form').some((form) => form.path === path) &&
    facts.routes.some(({ body }) => body.some(({ name }) => name === id));
  return byScript || byForm;
}

/** A request of the component takes along what its field is tied to, whatever it is called. */
function asksWith(facts: Facts, name: string, path: string): boolean {
  return workOf(facts).some(
    ({ call: { file, call } }) =>
      file.path === path && call.arguments.some(({ value }) => mentions(value, file, name)),
  );
}

const sending = new WeakMap<Facts, boolean>();

function sendsChoice(facts: Facts): boolean {
  const known = sending.get(facts);
  if (known !== undefined) return known;
  const sends = facts.program
    .filesOf()
    .some(
      (file) =>
        file.language !== 'python' &&
        isOfInterface(facts, file) &&
        file.calls.some(
          (call) =>
            call.form !== 'jsx' &&
            !/^(?:useState|createContext)$/.test(calledName(call)) &&
            call.arguments.some(({ value }) =>
              valuesThroughCalls(value, file).some(
                (part) =>
                  (part.kind === 'dict' &&
                    part.entries.some(
                      ({ key, value: sent }) =>
                        key?.kind === 'literal' && SENT.test(String(key.value)) && sent.kind !== 'literal',
                    )) ||
                  (part.kind === 'template' &&
                    part.parts.some(
                      (piece) =>
                        typeof piece === 'string' && /[?&](?:model|provider|llm)\w{0,6}=$/i.test(piece),
                    )) ||
                  (part.kind === 'literal' &&
                    call.arguments.length > 1 &&
                    /append|set/.test(calledName(call)) &&
                    SENT.test(String(part.value))),
              ),
            ),
        ),
    );
  sending.set(facts, sends);
  return sends;
}
