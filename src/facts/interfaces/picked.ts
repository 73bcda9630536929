/**
 * What is picked in a control and reaches a request: the state that a handler of the control writes is sent along, whatever
 * the control is: a list of buttons, boxes, radios, a menu.
 */
import type { Call, CodeFile, Value } from '../../program/file.ts';
import { actionsRunBy } from '../../program/life/actions.ts';
import { firstSegment, lastSegment } from '../../program/link/values.ts';
import { definitionsAround, definitionsWithin } from '../../program/nesting.ts';
import type { DefinitionRef, Site } from '../../program/program.ts';
import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import { pickedInPages } from './picked-pages.ts';
import { calledName, stateSetBy, widgetsOf } from './screen.ts';
import type { Sent } from './sent.ts';
import type { Place } from './shown-state.ts';
import { statesWrittenBy } from './switches.ts';
import { isOfInterface } from './territory.ts';
import { listAround } from './threads-script.ts';
import type { WidgetKind } from './widget.ts';

/** What a person picks from, or fills in. */
const CONTROLS: ReadonlySet<WidgetKind> = new Set(['select', 'toggle', 'slider', 'text-input']);
const PICKS: ReadonlySet<string> = new Set(
  `onClick onPress onSelect onChange onInput onToggle onCheckedChange onValueChange onSelectionChange onSelectedChange
   onOptionSubmit onChangeValue onPick`
    .trim()
    .split(/\s+/),
);
/** Functions looked into for one handler. */
const MOST_FUNCTIONS = 60;

/** A function, or what is called, with the place where it is looked up. */
export interface Handed {
  readonly value: Value;
  readonly site: Site;
}

/** Controls by which something is picked that is sent. */
export function pickedFor(facts: Facts, sent: readonly Sent[]): readonly Place[] {
  const states = new Set(sent.flatMap((one) => [...one.states]));
  if (states.size === 0) return [];
  const read = sent
    .filter(({ from }) => from.some((kind) => CONTROLS.has(kind)))
    .map(({ file, line }) => ({ path: file.path, line }));
  const handled = facts.program
    .filesOf()
    .filter(
      (file) => file.language !== 'python' && isOfInterface(facts, file) && facts.interfaces.isLive(file),
    )
    .flatMap((file) => handledIn(facts, file, states));
  const writes = (handler: Handed): boolean =>
    [...writtenBy(facts, handler)].some((state) => states.has(state));
  return [...read, ...handled, ...pickedInPages(facts, states, writes)];
}

function handledIn(facts: Facts, file: CodeFile, states: ReadonlySet<string>): readonly Place[] {
  return file.calls.flatMap((call, id): readonly Place[] => {
    if (call.form !== 'jsx') return [];
    const handler = call.arguments.find(({ name }) => PICKS.has(name ?? ''))?.value;
    if (!handler) return [];
    const kinds = widgetsOf(facts, facts.program.callOf(file, id)).map(({ kind }) => kind);
    // One button alone is no choice, a list of them is.
    if (!kinds.some((kind) => CONTROLS.has(kind)) && listAround(file, call) === '') return [];
    const written = writtenBy(facts, { value: handler, site: { file, definition: call.definition } });
    return [...written].some((state) => states.has(state)) ? [{ path: file.path, line: call.line }] : [];
  });
}

/** Names of the state that a handler writes, also through functions and attributes that it calls. */
function writtenBy(facts: Facts, handler: Handed): ReadonlySet<string> {
  const states = new Set<string>();
  const queue: Handed[] = [handler];
  const seen = new Set<string>();
  for (let at = 0; at < queue.length && at < MOST_FUNCTIONS; at++) {
    const one = queue[at] as Handed;
    const state = one.value.kind === 'name' ? stateSetBy(lastSegment(one.value.name)) : null;
    if (state) states.add(state);
    for (const place of bodiesOf(facts, one)) {
      const key = `${place.file.path}\0${place.definition}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { written, runs } = doneIn(facts, place);
      for (const name of written) states.add(name);
      queue.push(...runs);
    }
    if (one.value.kind === 'name') queue.push(...givenAs(facts, one.value.name, one.site));
  }
  return states;
}

function bodiesOf(facts: Facts, { value, site }: Handed): readonly Site[] {
  if (value.kind === 'function') return [{ file: site.file, definition: value.definition }];
  if (value.kind === 'call') {
    const call = facts.program.callOf(site.file, value.call);
    return [...facts.program.targetsOf(call), ...actionsRunBy(facts.program, call)].map(bodyOf);
  }
  const target = facts.program.resolve(value, site);
  return target.kind === 'definition' ? [bodyOf(target.ref)] : [];
}

function bodyOf({ file, id }: DefinitionRef): Site {
  return { file, definition: id };
}

/** What a function writes by itself, and what it runs. */
interface Done {
  readonly written: readonly string[];
  readonly runs: readonly Handed[];
}

const known = new WeakMap<Facts, Map<string, Done>>();

function doneIn(facts: Facts, { file, definition }: Site): Done {
  const done = entryOfWeak(known, facts, () => new Map<string, Done>());
  return entryOf(done, `${file.path}\0${definition}`, () => {
    const own = definitionsWithin(file, definition);
    const calls = [...file.calls.entries()].filter(
      ([, call]) => own.has(call.definition) && call.form !== 'jsx',
    );
    return {
      written: [
        ...statesWrittenBy(facts, file, (one) => own.has(one.definition)),
        ...calls.flatMap(([, call]) => named(call)),
      ],
      runs: calls.flatMap(([id, call]): readonly Handed[] => {
        const site = { file, definition: call.definition };
        const ran: Handed = { value: { kind: 'call', call: id, line: call.line }, site };
        return call.callee.kind === 'name' ? [ran, { value: call.callee, site }] : [ran];
      }),
    };
  });
}

/** `update('model', value)`, `dispatch({ type, payload: { model: value } })`: the state is named in what is handed over. */
function named(call: Call): readonly string[] {
  const [first] = call.arguments;
  const keys = (value: Value, depth: number): readonly string[] =>
    value.kind === 'dict' && depth < 3
      ? value.entries.flatMap((one) => [
          ...(one.key?.kind === 'literal' ? [String(one.key.value)] : []),
          ...keys(one.value, depth + 1),
        ])
      : [];
  if (first?.value.kind === 'literal' && call.arguments.length === 2) return [String(first.value.value)];
  return calledName(call) === 'dispatch' ? call.arguments.flatMap(({ value }) => keys(value, 0)) : [];
}

/** What the component around a place is given under a name, wherever it is used. */
function givenAs({ program }: Facts, name: string, site: Site): readonly Handed[] {
  const attribute = lastSegment(name);
  for (const id of definitionsAround(site.file, site.definition)) {
    const component = program.definitionOf({ file: site.file, definition: id });
    const [whole] = component?.definition.parameters ?? [];
    if (!component || !whole || (name.includes('.') && whole.name !== firstSegment(name))) continue;
    const given = program
      .callers(component)
      .flatMap(({ file, call }) =>
        call.form === 'jsx'
          ? call.arguments.flatMap((one) =>
              one.name === attribute
                ? [{ value: one.value, site: { file, definition: call.definition } }]
                : [],
            )
          : [],
      );
    if (given.length > 0) return given;
  }
  return [];
}
