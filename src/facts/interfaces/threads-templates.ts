/** Several conversations in the templates of Vue and Svelte: a click on an item of a list sets the key by which the list is read. */
import type { CodeFile } from '../../program/file.ts';
import type { Facts } from '../facts.ts';
import { elementsOf, type MarkupElement } from './markup.ts';
import type { Place } from './shown-state.ts';
import { readsByState } from './threads-listed.ts';
import { addsTurns } from './turns.ts';

const CLICKS = ['@click', 'v-on:click', 'on:click', 'onclick'];
/** `thread in threads`, `(thread, index) of threads.value`. */
const LOOP = /^\s*\(?\s*(\w{1,40})\s*(?:,\s*(\w{1,40})[^)]{0,40})?\)?\s+(?:in|of)\s+([\w.]{1,80})/;
/** `{#each $threads as thread, index (thread.id)}` and its end. */
const EACH = /\{#each\s+\$?([\w.]{1,80})\s+as\s+(\w{1,40})\s*(?:,\s*(\w{1,40}))?|\{\/each\}/g;
/** `open = thread.id`: what is set, and to the part of what. */
const SETS = /(?<![\w.])([\w.]{1,80}?)(?:\.value)?\s*=(?![=>])\s*(\w{1,40})/g;

interface List {
  readonly of: string;
  readonly items: readonly string[];
}

/** Clicks on items, in the files whose script adds what was said to what is listed. */
export function templateThreads(facts: Facts): readonly Place[] {
  return facts.program.filesOf().flatMap((file) => {
    if (!/\.(?:vue|svelte)$/.test(file.path) || !facts.interfaces.isLive(file) || !addsTurns(file)) return [];
    const text = facts.text(file.path) ?? '';
    const written = text.replace(/\$|\.value\b|\?\.(?=\[)|\s/g, '');
    const reads = new Set(readsByState(file));
    const isRead = (pair: string): boolean => reads.has(pair) || written.includes(pair);
    const eachs = listsOfSvelte(text);
    const elements = elementsOf(text);
    return elements.flatMap((element) => {
      const handler = CLICKS.map((name) => element.attributes.get(name)).find(Boolean);
      if (!handler) return [];
      const lists = [...listsOfVue(elements, element), ...eachs.filter((one) => holds(one, element))];
      const set = [...handler.matchAll(SETS), ...setBy(file, handler)];
      const opens = set.some(([, state, item]) =>
        lists.some(({ of, items }) => items.includes(item ?? '') && isRead(`${of}[${lastOf(state)}]`)),
      );
      return opens ? [{ path: file.path, line: element.line }] : [];
    });
  });
}

/** `@click="open(thread)"`: what the function of the script sets to its parameter, said of what it is given. */
function setBy(file: CodeFile, handler: string): readonly (readonly [string, string, string])[] {
  const called = /(?<![\w.])(\w{1,60})\(\s*(\w{1,40})/.exec(handler);
  if (!called) return [];
  const id = file.definitions.findIndex(({ name }) => name === called[1]);
  const [first] = file.definitions[id]?.parameters ?? [];
  return file.assignments.flatMap(({ definition, target, value }) =>
    definition === id &&
    target.kind === 'name' &&
    value?.kind === 'name' &&
    value.name.split('.')[0] === first?.name
      ? [['', target.name.replace(/\.value$/, ''), called[2] ?? ''] as const]
      : [],
  );
}

function lastOf(name: string | undefined): string {
  return name?.split('.').at(-1) ?? '';
}

/** The loops that an element stands in, its own included. */
function listsOfVue(elements: readonly MarkupElement[], element: MarkupElement): readonly List[] {
  const lists: List[] = [];
  for (let one: MarkupElement | undefined = element; one; one = elements[one.parent]) {
    const [, item, index, of] = LOOP.exec(one.attributes.get('v-for') ?? '') ?? [];
    if (item && of) lists.push({ of: lastOf(of.replace(/\.value$/, '')), items: [item, index ?? item] });
  }
  return lists;
}

interface Lines {
  readonly from: number;
  readonly to: number;
}

function holds({ from, to }: Lines, { line }: MarkupElement): boolean {
  return line >= from && line <= to;
}

function listsOfSvelte(text: string): readonly (List & Lines)[] {
  const open: (List & { readonly from: number })[] = [];
  const lists: (List & Lines)[] = [];
  let line = 1;
  let counted = 0;
  for (const { 1: of, 2: item, 3: index, index: at } of text.matchAll(EACH)) {
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
    if (of && item) open.push({ of: lastOf(of), items: [item, index ?? item], from: line });
    else {
      const list = open.pop();
      if (list) lists.push({ ...list, to: line });
    }
  }
  return lists;
}
