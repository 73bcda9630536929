/** Several conversations in web front ends: a list whose items are opened, and messages that are loaded for the open one. */

import type { Call, CodeFile, Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import { definitionsAround } from '../../program/nesting.ts';
import type { DefinitionRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { calledName, wordsIn } from './screen.ts';
import type { Place } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import { handlersInTemplates } from './threads-templates.ts';
import { workOf } from './work.ts';

const THREAD = /chat|conversation|convo|thread|session|dialog(?!Trigger|Close|Content)/i;
const OPENS = /^(?:on[A-Z]?\w{0,12}(?:Click|Select|Press|Open|Change)|onClick|onSelect|href|to|onPress)$/;
const NOT_OPENING =
  /delete|remove|rename|edit|copy|share|download|close|cancel|new|create|clear|logout|sign|model|stop|send|feedback|toggle/i;
const OPENS_ONE = /^(?:load|open|switch|select|show)\w{0,8}(?:Chat|Conversation|Session|Thread)$/;
/** Addresses under which messages lie. */
export const MESSAGES = /message|chat|conversation|thread|histor|session/i;

export function switchesInScript(facts: Facts): readonly Place[] {
  const files = facts.program
    .filesOf()
    .filter(
      (file) => file.language !== 'python' && isOfInterface(facts, file) && facts.interfaces.isLive(file),
    );
  const switches = [
    ...files.flatMap((file) => switchIn(facts, file)),
    ...handlersInTemplates(facts, opensThread),
  ];
  if (switches.length === 0) return [];
  return loadsMessages(facts, files) ? switches : [];
}

/** Elements of a list that open what they stand for. */
function switchIn(facts: Facts, file: CodeFile): readonly Place[] {
  const found: Place[] = [];
  for (const call of file.calls) {
    if (call.form !== 'jsx') continue;
    for (const { name, value } of call.arguments) {
      if (name === null || !OPENS.test(name)) continue;
      const list = listAround(file, call);
      if (actionsOf(file, value).some((words) => opens(words, list, value, file)))
        found.push({ path: file.path, line: call.line });
    }
  }
  // `chats.map((chat) => <ChatItem chat={chat} />)`: the item opens itself.
  for (const [id, call] of file.calls.entries()) {
    if (call.form !== 'jsx' || !THREAD.test(listAround(file, call))) continue;
    const target = facts.program.callee(facts.program.callOf(file, id));
    if (target.kind === 'definition' && opensItself(facts, target.ref))
      found.push({ path: file.path, line: call.line });
  }
  // Scripts without elements: `item.onclick = () => openChat(id)`, `addEventListener('click', () => loadConversation(id))`.
  for (const call of file.calls)
    if (
      call.form !== 'jsx' &&
      call.arguments.length > 0 &&
      OPENS_ONE.test(calledName(call)) &&
      handlesClick(file, call)
    )
      found.push({ path: file.path, line: call.line });
  return found;
}

function opensItself(facts: Facts, component: DefinitionRef): boolean {
  return facts.program
    .callsIn(component)
    .some(({ file, call }) =>
      call.arguments.some(
        ({ name, value }) =>
          name !== null &&
          OPENS.test(name) &&
          resolvedActions(file, value).some(
            (words) =>
              !NOT_OPENING.test(words) &&
              /(?:^|[._])_?id\b|Id\b|slug/.test(words) &&
              (call.form === 'jsx' || words !== ''),
          ),
      ),
    );
}

/** What a handler does, also where it is a function of the same component. */
function resolvedActions(file: CodeFile, value: Value): readonly string[] {
  if (value.kind !== 'name') return actionsOf(file, value);
  const id = file.definitions.findIndex(({ name }) => name === value.name);
  return id < 0 ? [] : actionsOf(file, { kind: 'function', definition: id, line: value.line });
}

function handlesClick(file: CodeFile, call: Call): boolean {
  const definition = file.definitions[call.definition];
  if (!definition) return false;
  return (
    file.assignments.some(
      ({ target, value }) =>
        value?.kind === 'function' &&
        value.definition === call.definition &&
        target.kind !== 'index' &&
        'name' in target &&
        /onclick$/.test(target.name),
    ) ||
    file.calls.some(
      (one) =>
        /^(?:addEventListener|on)$/.test(calledName(one)) &&
        one.arguments.some(({ value }) => value.kind === 'function' && value.definition === call.definition),
    )
  );
}

/** The list that an element is an item of: the receiver of the `.map` around it. */
export function listAround(file: CodeFile, call: Call): string {
  for (const id of definitionsAround(file, call.definition)) {
    const map = file.calls.find(
      (one) =>
        calledName(one) === 'map' &&
        one.arguments.some(({ value }) => value.kind === 'function' && value.definition === id),
    );
    if (map)
      return map.callee.kind === 'name'
        ? map.callee.name
        : map.callee.kind === 'member'
          ? valuesNames(map.callee.of, file)
          : '';
  }
  return '';
}

function valuesNames(value: Value, file: CodeFile): string {
  return valuesThroughCalls(value, file)
    .flatMap((part) => (part.kind === 'name' ? [part.name] : []))
    .join(' ');
}

/** What a handler does, call by call, or what an address says: names that are called and passed on, texts. */
function actionsOf(file: CodeFile, value: Value): readonly string[] {
  if (value.kind !== 'function') return [`${valuesNames(value, file)} ${wordsIn(value, file)}`];
  return file.calls
    .filter((call) => call.definition === value.definition)
    .map((call) =>
      [
        call.callee.kind === 'name' ? call.callee.name : calledName(call),
        ...call.arguments.map((one) => `${valuesNames(one.value, file)} ${wordsIn(one.value, file)}`),
      ].join(' '),
    );
}

function opens(words: string, list: string, value: Value, file: CodeFile): boolean {
  if (NOT_OPENING.test(words.replace(/\b(?:message|history)s?\b/gi, ''))) return false;
  const path = /\/(?:chats?|c|conversations?|threads?|sessions?)\/(?:\{\}|$)/i.test(words);
  if (list === '') return path && hasPart(value, file);
  return (
    path ||
    ((THREAD.test(words) || THREAD.test(list)) &&
      /\b\w*(?:id|key|select|set|open|load|switch|push|navigate|slug)\w*\b/i.test(words))
  );
}

/** `openChat(chat.id)` of a template. */
function opensThread(handler: string): boolean {
  return THREAD.test(handler) && /id\b|\$\{|\{\}/i.test(handler) && !NOT_OPENING.test(handler);
}

function hasPart(value: Value, file: CodeFile): boolean {
  return (
    valuesThroughCalls(value, file).some((part) => part.kind === 'template') || value.kind === 'function'
  );
}

/** The messages of the open conversation come from somewhere else than this page's own typing. */
function loadsMessages(facts: Facts, files: readonly CodeFile[]): boolean {
  const asked = workOf(facts).some(
    ({ via, method, address, kind }) =>
      via === 'request' &&
      kind !== 'upload' &&
      (method === 'GET' || method === 'ANY') &&
      MESSAGES.test(address) &&
      /\{\}|[?&]/.test(address),
  );
  if (asked) return true;
  const stored = /^(?:find|filter)$/;
  if (facts.program.filesOf().some((file) => readsForAddress(file))) return true;
  return [
    ...files,
    ...facts.program
      .filesOf()
      .filter((file) => /\[[^\]]+\]|\$\w+/.test(file.path) && file.language !== 'python'),
  ].some(
    (file) =>
      file.calls.some((call) => {
        const name = calledName(call);
        const receiver = call.callee.kind === 'name' ? call.callee.name : '';
        if (stored.test(name) && THREAD.test(lastSegment(receiver.slice(0, receiver.lastIndexOf('.')))))
          return true;
        if (/^(?:useQuery|usePaginatedQuery|useSWR|onSnapshot|getDocs|collection|from)$/.test(name))
          return MESSAGES.test(
            call.arguments
              .map(({ value }) => `${valuesNames(value, file)} ${wordsIn(value, file)}`)
              .join(' '),
          );
        if (
          /^(?:get|load|fetch|list|read|select|switch|open)\w{0,16}(?:Message|Chat|Conversation|Thread|Histor|Session)\w{0,16}$/.test(
            name,
          )
        )
          return call.arguments.length > 0;
        return false;
      }) ||
      file.assignments.some(
        ({ value }) =>
          value?.kind === 'index' &&
          THREAD.test(valuesNames(value.of, file)) &&
          value.index.some(
            (index) =>
              index.kind !== 'literal' && /id|current|active|selected/i.test(valuesNames(index, file)),
          ),
      ),
  );
}

/** A page under `/chat/[id]` that reads from a store what belongs to the part of its address. */
function readsForAddress(file: CodeFile): boolean {
  const part = /\[(?:\.{3})?(\w+)\]|\$(\w+)/.exec(file.path);
  if (!part || file.language === 'python' || !MESSAGES.test(file.path)) return false;
  return file.calls.some(
    ({ callee, arguments: given }) =>
      callee.kind === 'name' &&
      /\.(?:find\w*|get\w*|query|select|eq|where|aggregate)$/.test(callee.name) &&
      given.some(({ value }) =>
        valuesThroughCalls(value, file).some(
          (one) =>
            (one.kind === 'name' && /^(?:params|props\.params)\b/.test(one.name)) ||
            isPart(one, part[1] ?? part[2] ?? ''),
        ),
      ),
  );
}

function isPart(value: Value, name: string): boolean {
  return value.kind === 'name' && lastSegment(value.name) === name;
}
