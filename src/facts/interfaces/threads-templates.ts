/** Several conversations in the templates of Vue and Svelte: a click on an item of a list sets the key by which the list is read. */
import type { CodeFile, Value } from '../../program/file.ts';
import { actionsRunBy } from '../../program/life/actions.ts';
import { firstSegment } from '../../program/link/values.ts';
import type { DefinitionRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { elementsOf, type MarkupElement } from './markup.ts';
import type { Place } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import { findsByState, readsByState } from './threads-listed.ts';
import { addsTurns } from './turns.ts';

const CLICKS = ['@click', 'v-on:click', 'on:click', 'onclick'];
/** What is clicked on, or leads somewhere. */
const OPENS: ReadonlySet<string | undefined> = new Set([
  ...CLICKS,
  ':to',
  'v-bind:to',
  'to',
  ':href',
  'href',
]);
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

/** Elements of Vue and Svelte files that do what is asked for when they are clicked on: `@click.stop="open(chat.id)"`, `:to="…"`. */
export function handlersInTemplates(
  { program, text }: Facts,
  isAsked: (handler: string) => boolean,
): readonly Place[] {
  return program
    .filesOf()
    .flatMap(({ path }) =>
      /\.(?:vue|svelte)$/.test(path)
        ? elementsOf(text(path) ?? '').flatMap(({ attributes, line }) =>
            [...attributes].some(([name, value]) => OPENS.has(name.split('.')[0]) && isAsked(value))
              ? [{ path, line }]
              : [],
          )
        : [],
    );
}

/** Clicks on items, in the files whose script adds what was said to what is listed. */
export function templateThreads(facts: Facts): readonly Place[] {
  const scripts = facts.program
    .filesOf()
    .filter((file) => isOfInterface(facts, file) && facts.interfaces.isLive(file));
  const found = scripts.some(addsTurns) ? scripts.flatMap((file) => findsByState(facts, file)) : [];
  return scripts.flatMap((file) => {
    if (!/\.(?:vue|svelte)$/.test(file.path) || !(addsTurns(file) || found.length > 0)) return [];
    const text = facts.text(file.path) ?? '';
    const written = text.replace(/\$|\.value\b|\?\.(?=\[)|\s/g, '');
    const own = addsTurns(file);
    const reads = new Set([...found, ...(own ? readsByState(file) : [])]);
    const isRead = (pair: string): boolean => reads.has(pair) || (own && written.includes(pair));
    const eachs = listsOfSvelte(text);
    const elements = elementsOf(text);
    return elements.flatMap((element) => {
      const handler = CLICKS.map((name) => element.attributes.get(name)).find(Boolean);
      if (!handler) return [];
      const lists = [...listsOfVue(elements, element), ...eachs.filter((one) => holds(one, element))];
      const set = [...handler.matchAll(SETS), ...setBy(facts, file, handler)];
      const opens = set.some(([, state, item]) =>
        lists.some(
          ({ of, items }) =>
            items.includes(item ?? '') &&
            [of, ...madeOf(file, of)].some((name) => isRead(`${name}[${lastOf(state)}]`)),
        ),
      );
      return opens ? [{ path: file.path, line: element.line }] : [];
    });
  });
}

/** `@click="open(thread)"`: what the function of the script, or one of a store that it calls, sets to its parameter, said of what it is given. */
function setBy(
  { program }: Facts,
  file: CodeFile,
  handler: string,
): readonly (readonly [string, string, string])[] {
  const called = /(?<![\w.])(\w{1,60})\(\s*(\w{1,40})/.exec(handler);
  const ref =
    called && program.definitions().find((one) => one.file === file && one.definition.name === called[1]);
  if (!ref) return [];
  const further = program
    .callsIn(ref)
    .filter(
      ({
        call: {
          arguments: [first],
        },
      }) => first && isFirst(first.value, ref),
    )
    .flatMap((call) => [...program.targetsOf(call), ...actionsRunBy(program, call)]);
  return [ref, ...further].flatMap((one) =>
    one.file.assignments.flatMap(({ definition, target, value }) =>
      definition === one.id && target.kind === 'name' && value && isFirst(value, one)
        ? [['', target.name.replace(/\.value$/, ''), called[2] ?? ''] as const]
        : [],
    ),
  );
}

/** What a function is given first, or a part of it. */
function isFirst(value: Value, { definition }: DefinitionRef): boolean {
  return value.kind === 'name' && firstSegment(value.name) === definition.parameters[0]?.name;
}

/** `const rows = computed(() => store.threads)`: a list may be one of a store. */
function madeOf(file: CodeFile, name: string): readonly string[] {
  return file.assignments.flatMap(({ target, value }) => {
    const call =
      value?.kind === 'call' && target.kind === 'name' && target.name === name
        ? file.calls[value.call]
        : undefined;
    const [given] = call?.arguments ?? [];
    const getter = given?.value.kind === 'function' ? given.value.definition : null;
    return file.statements.flatMap(({ kind, definition, value: gives }) =>
      kind === 'return' && definition === getter && gives?.kind === 'name' ? [lastOf(gives.name)] : [],
    );
  });
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
