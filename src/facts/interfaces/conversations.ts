/** Whether a conversation is kept and shown, and whether there are several to switch between. */

import type { CodeFile, Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { messageLoops } from './message-loops.ts';
import { calledName, shownAt, wordsIn } from './screen.ts';
import { type Place, stateKey } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import { linkedThreads } from './threads-linked.ts';
import { listedThreads } from './threads-listed.ts';
import { openedThreads } from './threads-opened.ts';
import { switchesInPython } from './threads-python.ts';
import { switchesInScript } from './threads-script.ts';
import { templateThreads } from './threads-templates.ts';
import { shownTurns } from './turns.ts';

/** Names of what holds the messages of a conversation. */
const HISTORY =
  /^(?:chat_?)?(?:messages?|history|conversation|log|transcript|past|generated|turns|thread)$|^(?:chat|message|conversation)_?(?:history|log|list|messages)$|^messages?_?(?:list|state)?$/i;

/** Several conversations that are kept, with what switches between them. */
export function threadsOf(facts: Facts): readonly Place[] {
  return [
    ...givenByFramework(facts),
    ...switchesInPython(facts),
    ...switchesInScript(facts),
    ...openedThreads(facts),
    ...listedThreads(facts),
    ...templateThreads(facts),
    ...linkedThreads(facts),
  ];
}

/** What a framework keeps and lists by itself once it is told to. */
function givenByFramework(facts: Facts): readonly Place[] {
  const found: Place[] = [];
  for (const { name, call, path, line, framework } of facts.interfaces.widgets) {
    if (
      name === 'gradio.ChatInterface' &&
      call?.call.arguments.some(
        (one) => one.name === 'save_history' && one.value.kind === 'literal' && one.value.value === true,
      )
    )
      found.push({ path, line });
    if (
      framework === 'jsx' &&
      /^(?:ThreadList|ThreadListPrimitive\.Root)$/.test(lastSegment(name)) &&
      name.includes('assistant-ui')
    )
      found.push({ path, line });
  }
  for (const file of facts.program.filesOf()) {
    if (!file.imports.some(({ module }) => module === 'chainlit' || module.startsWith('chainlit.'))) continue;
    for (const { decorators } of file.definitions)
      for (const decorator of decorators) {
        const name = decorator.kind === 'name' ? decorator.name : '';
        if (/(?:^|\.)(?:on_chat_resume|data_layer)$/.test(name))
          found.push({ path: file.path, line: decorator.line });
      }
  }
  return found;
}

/** One conversation, shown message by message. */
export function historyOf(facts: Facts): Place | null {
  const [widget] = facts.interfaces
    .of('message')
    .filter(({ framework }) => framework !== 'jsx' && framework !== 'markup');
  if (widget && (widget.framework !== 'streamlit' || keepsMessages(facts))) return widget;
  return keepsMessages(facts) ?? writesMessages(facts) ?? shownTurns(facts);
}

/** State of that name which is looped over, or shown as a whole. */
function keepsMessages(facts: Facts): Place | null {
  for (const file of facts.program.filesOf()) {
    if (!isOfInterface(facts, file)) continue;
    for (const { kind, test, line } of file.blocks)
      if (
        kind === 'for' &&
        test &&
        valuesThroughCalls(test, file).some((part) => HISTORY.test(stateKey(part)) || isHistoryKey(part))
      )
        if (file.language === 'python') return { path: file.path, line };
    if (file.language === 'python') {
      const [loop] = messageLoops(facts, file);
      if (loop) return { path: file.path, line: loop.value.line };
      continue;
    }
    for (const call of file.calls) {
      if (calledName(call) !== 'map' && call.form !== 'jsx') continue;
      const receiver = call.callee.kind === 'name' ? call.callee.name.split('.').slice(0, -1) : [];
      const name = call.form === 'jsx' ? messagesGiven(call.arguments) : receiver.at(-1);
      if (name !== undefined && HISTORY.test(name) && shownAt(facts, name))
        return { path: file.path, line: call.line };
    }
  }
  return null;
}

function messagesGiven(given: CodeFile['calls'][number]['arguments']): string | undefined {
  const found = given.find(({ name, value }) => name !== null && HISTORY.test(name) && value.kind === 'name');
  return found?.value.kind === 'name' ? lastSegment(found.value.name) : undefined;
}

function isHistoryKey(part: Value): boolean {
  return part.kind === 'literal' && typeof part.value === 'string' && HISTORY.test(part.value);
}

/** A script that adds one message after the other to the page; the template of a Vue or Svelte file. */
function writesMessages(facts: Facts): Place | null {
  for (const file of facts.program.filesOf()) {
    if (file.language === 'python' || !isOfInterface(facts, file)) continue;
    const adds = file.calls.find((call) => {
      const name = calledName(call);
      if (
        /^(?:add|append|create|render|show|display|insert|push)\w{0,12}(?:Message|Bubble|Msg|Chat|Turn)\w{0,8}$/i.test(
          name,
        )
      )
        return true;
      return (
        /^(?:appendChild|append|insertAdjacentHTML)$/.test(name) &&
        /chat|message|conversation/i.test(call.callee.kind === 'name' ? call.callee.name : '')
      );
    });
    if (adds) return { path: file.path, line: adds.line };
    const writes = file.assignments.find(
      ({ target, value }) =>
        value !== null &&
        target.kind === 'name' &&
        /(?:chat|message|conversation)\w{0,20}\.innerHTML$/i.test(target.name) &&
        wordsIn(value, file) !== '',
    );
    if (writes) return { path: file.path, line: writes.line };
    if (!/\.(?:vue|svelte)$/.test(file.path)) continue;
    const [line] = (facts.text(file.path) ?? '')
      .split('\n')
      .flatMap((text, index) =>
        /v-for="[^"]{0,60}\bin\s+(?:\w+\.)?(?:messages|history|chat\w{0,10}|conversation)\b|\{#each\s+\$?(?:messages|history|chat\w{0,10}|conversation)\b/.test(
          text,
        )
          ? [index + 1]
          : [],
      );
    if (line !== undefined) return { path: file.path, line };
  }
  return null;
}
