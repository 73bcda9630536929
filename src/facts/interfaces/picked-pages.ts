/** What is picked in a page that a script brings to life: fields that are bound to a state, elements whose handlers write one. */
import type { CodeFile, Value } from '../../program/file.ts';
import { lastSegment } from '../../program/link/values.ts';
import { definitionsAround } from '../../program/nesting.ts';
import type { Site } from '../../program/program.ts';
import { addTo } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import { calledName } from './screen.ts';
import type { Place } from './shown-state.ts';
import { isOfInterface } from './territory.ts';
import type { Widget, WidgetKind } from './widget.ts';

/** `v-model="model"`, `bind:value={model}`, `x-model`, `[(ngModel)]`: the field and the state are one. */
const BOUND: readonly string[] = [
  'v-model',
  'bind:value',
  'bind:group',
  'bind:checked',
  'x-model',
  '[(ngModel)]',
];
const HANDLES: ReadonlySet<string> = new Set(
  ['click', 'change', 'input', 'select'].flatMap((event) =>
    ['on', 'on:', '@', 'v-on:', 'x-on:', '('].map((start) => `${start}${event}${start === '(' ? ')' : ''}`),
  ),
);
/** Events that only fields have. */
const CHANGES: ReadonlySet<unknown> = new Set(['change', 'input']);
const FIELDS: ReadonlySet<WidgetKind> = new Set(['select', 'toggle', 'slider', 'text-input']);

/** Whether a handler writes one of the states that are asked for. */
type Writes = (handler: { readonly value: Value; readonly site: Site }) => boolean;

/** Fields and elements of pages by which one of the states is picked. */
export function pickedInPages(facts: Facts, states: ReadonlySet<string>, writes: Writes): readonly Place[] {
  const widgets = facts.interfaces.widgets.filter(({ element }) => element !== null);
  const bound = widgets.filter(
    (widget) => FIELDS.has(widget.kind) && boundTo(widget).some((name) => states.has(name)),
  );
  const byFunction = new Map<string, Widget[]>();
  for (const widget of widgets)
    for (const name of new Set(handlersOf(widget))) addTo(byFunction, name, widget);
  // One button alone is no choice.
  const handled = [...byFunction].flatMap(([name, alike]) => {
    const chosen = alike.filter(({ kind }) => FIELDS.has(kind) || alike.length > 1);
    const isWriting = chosen.length > 0 && functionsNamed(facts, name).some(writes);
    return isWriting ? chosen : [];
  });
  return [...bound, ...handled, ...listenersIn(facts, writes)].map(({ path, line }) => ({ path, line }));
}

function isOfScript(facts: Facts, file: CodeFile): boolean {
  return file.language !== 'python' && isOfInterface(facts, file);
}

function boundTo({ element }: Widget): readonly string[] {
  return [...(element?.attributes ?? [])].flatMap(([name, value]) =>
    BOUND.some((start) => name.startsWith(start)) ? [lastSegment(value.trim())] : [],
  );
}

function handlersOf({ element }: Widget): readonly string[] {
  return [...(element?.attributes ?? [])].flatMap(([name, value]) =>
    HANDLES.has(name.split('.')[0] ?? '')
      ? [...value.matchAll(/([A-Za-z_$][\w$]*)\s*\(/g)].map(([, called]) => called ?? '')
      : [],
  );
}

/** `menu.addEventListener('change', (event) => …)`; a click counts where each of several elements is listened to. */
function listenersIn(facts: Facts, writes: Writes): readonly Place[] {
  const { program } = facts;
  return program.calls().flatMap(({ file, call }): readonly Place[] => {
    if (calledName(call) !== 'addEventListener' || !isOfScript(facts, file)) return [];
    const [event, handler] = call.arguments;
    if (event?.value.kind !== 'literal' || !handler) return [];
    const site = { file, definition: call.definition };
    if (!writes({ value: handler.value, site })) return [];
    const isChoice = CHANGES.has(event.value.value) || isRepeated(file, call.definition, call.block);
    return isChoice ? [{ path: file.path, line: call.line }] : [];
  });
}

function functionsNamed(
  facts: Facts,
  name: string,
): readonly { readonly value: Value; readonly site: Site }[] {
  return facts.program
    .definitions()
    .filter(({ file, definition }) => definition.name === name && isOfScript(facts, file))
    .map(({ file, id, definition }) => ({
      value: { kind: 'function', definition: id, line: definition.line },
      site: { file, definition: id },
    }));
}

/** In a loop, or in a function that is run for each item. */
function isRepeated(file: CodeFile, definition: number, block: number): boolean {
  if (file.blocks[block]?.kind === 'for') return true;
  return definitionsAround(file, definition).some((id) =>
    file.calls.some(
      (one) =>
        calledName(one) === 'forEach' &&
        one.arguments.some(({ value }) => value.kind === 'function' && value.definition === id),
    ),
  );
}
