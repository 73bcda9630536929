/** Which state reaches the screen: names that elements, templates and widgets show or depend on. */

import type { CodeFile, Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { elementsOf } from './markup.ts';

export interface Place {
  readonly path: string;
  readonly line: number;
}

/** By name: the first place that shows it. */
export type ShownState = ReadonlyMap<string, Place>;

/** Attributes that show nothing. */
const HIDDEN = /^(?:disabled|key|ref|on[A-Z]\w*|setInput)$/;
const TELLING =
  /^(?:text|error|warning|info|success|message|metric|status|stream|exception|chart|table|download)$/;
const LINES = 4000;

export function shownState(facts: Facts): ShownState {
  const shown = new Map<string, Place>();
  const show = (name: string, path: string, line: number): void => {
    for (const segment of name.split('.')) if (!shown.has(segment)) shown.set(segment, { path, line });
  };
  for (const file of facts.program.filesOf()) {
    if (file.language === 'python' || !facts.interfaces.isLive(file)) continue;
    for (const { name, line } of namesInElements(file)) show(name, file.path, line);
    if (/\.(?:vue|svelte)$/.test(file.path))
      for (const { name, line } of namesInTemplate(facts.text(file.path) ?? '')) show(name, file.path, line);
  }
  for (const { path, kind, role } of facts.files)
    if (kind === 'page' && role === 'application')
      for (const { name, line } of namesBound(facts.text(path) ?? '')) show(name, path, line);
  for (const { call, file, path, kind, line } of facts.interfaces.widgets) {
    if (!call || file?.language !== 'python' || !TELLING.test(kind)) continue;
    for (const { value } of call.call.arguments)
      for (const name of namesShown(file, value)) show(name, path, line);
    for (const block of facts.program.blocksAround(file, call.call.block))
      if (block.kind === 'for' && block.test)
        for (const name of namesShown(file, block.test)) show(name, path, line);
  }
  return shown;
}

function namesInElements(file: CodeFile): readonly { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  const see = (value: Value, depth = 0): void => {
    for (const part of valuesWithin(value)) {
      if (part.kind === 'name') found.push({ name: part.name, line: part.line });
      // `messages.filter(Boolean).map(…)`: what it is called on is shown.
      const call = part.kind === 'call' ? file.calls[part.call] : undefined;
      if (call && call.form !== 'jsx' && depth < 4) {
        see(call.callee, depth + 1);
        for (const argument of call.arguments)
          if (argument.value.kind === 'name') see(argument.value, depth + 1);
      }
    }
  };
  for (const call of file.calls) {
    if (call.form !== 'jsx') continue;
    for (const { name, value } of call.arguments) if (name === null || !HIDDEN.test(name)) see(value);
  }
  // `if (loading) return <Spinner />`.
  for (const { kind, test, line, endLine } of file.blocks) {
    if (kind !== 'if' || !test) continue;
    const returns = file.statements.some(
      (one) =>
        one.kind === 'return' &&
        one.line >= line &&
        one.line <= endLine &&
        one.value?.kind === 'call' &&
        file.calls[one.value.call]?.form === 'jsx',
    );
    if (returns) see(test);
  }
  return [...found, ...madeInto(file, found)];
}

/** What is shown was made of something before: `const busy = running[id]` shows `running`. */
function madeInto(
  file: CodeFile,
  shown: readonly { name: string; line: number }[],
): readonly { name: string; line: number }[] {
  const places = new Map(shown.map(({ name, line }) => [name, line]));
  const found: { name: string; line: number }[] = [];
  // In reverse: what is made of something that was made stands below it.
  for (const { target, value } of [...file.assignments].reverse()) {
    const line = target.kind === 'name' ? places.get(target.name) : undefined;
    if (line === undefined || !value) continue;
    for (const part of valuesWithin(value))
      if (part.kind === 'name') {
        found.push({ name: part.name, line });
        places.set(part.name, line);
      }
  }
  return found;
}

/** `v-if="loading"`, `{{ error }}`, `{#if loading}` in Vue and Svelte files. */
function namesInTemplate(text: string): readonly { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  let script = false;
  for (const [index, line] of text.split('\n').slice(0, LINES).entries()) {
    if (/<script\b/i.test(line)) script = true;
    if (!script)
      for (const [, name] of line.slice(0, 500).matchAll(/["{(!\s&|.]([A-Za-z_]\w{2,40})(?=["}\s)&|.?:])/g))
        found.push({ name: name ?? '', line: index + 1 });
    if (/<\/script/i.test(line)) script = false;
  }
  return found;
}

/** Attributes of Vue, Alpine and Angular that show something or depend on it. */
const BINDS: readonly string[] =
  'v-if v-else-if v-show v-text v-html v-for x-if x-show x-text x-html x-for : *ng ['.split(' ');

/** `<p x-show="busy">`, `<app-dots *ngIf="isAsking">` in a page that a script brings to life. */
function namesBound(text: string): readonly { name: string; line: number }[] {
  if (!/[\s"'](?:v-|x-|:|\*ng|\[)[\w-]/.test(text)) return [];
  return elementsOf(text).flatMap(({ attributes, line }) =>
    [...attributes].flatMap(([name, value]) =>
      BINDS.some((start) => name.startsWith(start)) && !name.includes('disabled')
        ? [...value.matchAll(/[A-Za-z_]\w+/g)].map(([word]) => ({ name: word, line }))
        : [],
    ),
  );
}

/** Names and keys that a widget is given, and what variables among them were made of. */
function namesShown(file: CodeFile, value: Value): readonly string[] {
  const names = new Set(namesOf(file, value));
  for (const name of [...names])
    for (const { target, value: made } of file.assignments)
      if (made && target.kind === 'name' && target.name === name)
        for (const one of namesOf(file, made)) names.add(one);
  return [...names];
}

function namesOf(file: CodeFile, value: Value): readonly string[] {
  return valuesThroughCalls(value, file).flatMap((part) => {
    if (part.kind === 'name') return [stateKey(part)];
    if (part.kind === 'index' && /(?:^|\.)session_state$/.test(part.of.kind === 'name' ? part.of.name : ''))
      return [stateKey(part)];
    // `st.session_state.get("error")`.
    if (part.kind === 'literal' && typeof part.value === 'string' && /^\w{3,40}$/.test(part.value))
      return [part.value];
    return [];
  });
}

/** What a place is called: `st.session_state["errors"][name]` and `st.session_state.errors` are 'errors'. */
export function stateKey(value: Value): string {
  if (value.kind === 'name') {
    const inSession = /(?:^|\.)session_state\.(\w+)/.exec(value.name)?.[1];
    return inSession ?? lastSegment(value.name);
  }
  if (value.kind === 'index') {
    if (value.of.kind === 'name' && /(?:^|\.)session_state$/.test(value.of.name)) {
      const [key] = value.index;
      return key?.kind === 'literal' ? String(key.value) : '';
    }
    return stateKey(value.of);
  }
  return value.kind === 'member' ? stateKey(value.of) : '';
}
