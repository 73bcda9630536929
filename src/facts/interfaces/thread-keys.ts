/** Whether messages are kept, or loaded, by a key. */
import { type CodeFile, MODULE, type Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import { calledName, wordsIn } from './screen.ts';
import { stateKey } from './shown-state.ts';

/** Functions that fetch the messages of a conversation, by their names. */
export const LOADS =
  /^(?:_?(?:load|get|fetch|switch|select|open|set|restore|resume|read|list|change)_?\w{0,30}(?:chat|conversation|convo|thread|session|message|history)\w{0,10})$/i;

/** `chats[current]`: messages are kept by that key. */
export function keepsBy(file: CodeFile, key: string): boolean {
  if (key === '*') return false;
  const isKeyed = (value: Value): boolean =>
    valuesThroughCalls(value, file).some(
      (part) =>
        (part.kind === 'name' && isWhole(part.name, key)) ||
        (part.kind === 'index' &&
          /chat|message|histor|conversation|session|thread|convo/i.test(stateKeyOrName(part.of)) &&
          !/^session_state$/.test(stateKeyOrName(part.of)) &&
          part.index.some((index) => index.kind !== 'literal' && isKey(index, key, file))),
    );
  return (
    file.calls.some((call) => isKeyed(call.callee) || call.arguments.some(({ value }) => isKeyed(value))) ||
    file.assignments.some(({ target, value }) => isKeyed(target) || (value !== null && isKeyed(value))) ||
    file.statements.some(({ value }) => value !== null && isKeyed(value)) ||
    file.blocks.some(({ test }) => test !== null && isKeyed(test))
  );
}

/** The open conversation itself is in the state, with its messages. */
function isWhole(name: string, key: string): boolean {
  const [, inside] = name.split(`session_state.${key}.`);
  return inside !== undefined && /^(?:messages?|history|turns)\b/.test(inside);
}

function stateKeyOrName(value: Value): string {
  return value.kind === 'name' ? stateKey(value) || lastSegment(value.name) : stateKey(value);
}

/** The key itself, a variable that was read from it, or a parameter of that name. */
function isKey(index: Value, key: string, file: CodeFile): boolean {
  if (stateKey(index) === key) return true;
  if (index.kind === 'call')
    return valuesThroughCalls(index, file).some((part) => part.kind === 'literal' && part.value === key);
  if (index.kind !== 'name') return false;
  return file.assignments.some(
    ({ target, value }) =>
      target.kind === 'name' &&
      target.name === index.name &&
      value !== null &&
      valuesThroughCalls(value, file).some(
        (part) =>
          ((part.kind === 'name' || part.kind === 'index') && stateKey(part) === key) ||
          (part.kind === 'literal' && part.value === key),
      ),
  );
}

/** Messages are fetched for the key: `load_messages(current_id)`, a request to `/sessions/{id}`. */
export function loadsBy(file: CodeFile, key: string): boolean {
  if (key === '*') return true;
  return file.calls.some(
    (call) =>
      call.arguments.some(({ value }) =>
        valuesThroughCalls(value, file).some(
          (part) => (part.kind === 'name' || part.kind === 'index') && isKey(part, key, file),
        ),
      ) &&
      (LOADS.test(calledName(call)) ||
        (/^(?:get|post|request)$/.test(calledName(call)) &&
          /session|chat|conversation|thread|histor|message/i.test(
            call.arguments.map(({ value }) => wordsIn(value, file)).join(' '),
          ))) &&
      (call.definition === MODULE || call.arguments.length > 0),
  );
}
