/** Several conversations by what is chosen: the messages that are shown are those of the item that a select box or an address gives. */
import type { CodeFile } from '../../program/file.ts';
import { type Origin, originsOf } from '../../program/flow/flow.ts';
import { handsItemsOn } from '../../program/flow/keys.ts';
import { parameterNamed } from '../../program/flow/parameters.ts';
import { siteOf } from '../../program/link/calls.ts';
import { decoratorCalls } from '../../program/link/qualified.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { answers, segmentsOf } from './client-calls.ts';
import { eventsIn, givenFor } from './events.ts';
import { messageLoops } from './message-loops.ts';
import type { Place } from './shown-state.ts';
import { workOf } from './work.ts';

/** Loops over messages that are read by a choice; what a model answers to a choice is no other conversation. */
export function chosenThreads(facts: Facts, files: readonly CodeFile[]): readonly Place[] {
  const selects = new Map<CallRef, Place>();
  for (const { kind, call, path, line } of facts.interfaces.widgets)
    if (kind === 'select' && call) selects.set(call, { path, line });
  const linked = linkedPages(facts);
  if (selects.size === 0 && linked.length === 0) return [];
  const asked = new Set(workOf(facts).flatMap(({ levels }) => levels.map(({ call }) => call)));
  const callAt = ({ value, site }: Origin): CallRef | null =>
    value.kind === 'call' ? facts.program.callOf(site.file, value.call) : null;
  const skip = (origin: Origin): boolean => {
    const call = callAt(origin);
    return call !== null && asked.has(call);
  };
  const chosen = (starts: readonly Origin[]): readonly Place[] =>
    originsOf(facts.program, starts, { skip, most: 200, byKey: true }).flatMap((origin) => {
      const call = callAt(origin);
      return (call && selects.get(call)) ?? linked.find(({ gives }) => gives(origin)) ?? [];
    });
  return files.flatMap((file) =>
    messageLoops(facts, file).flatMap((loop) =>
      originsOf(facts.program, [loop], { skip, most: 1000, byKey: true })
        .slice(0, 200)
        .flatMap((origin) => chosen(readBy(facts, origin)).slice(0, 1)),
    ),
  );
}

/** Gradio: a handler reads by what was picked, and fills the conversation that is shown: `names.change(lambda kept, name: kept[name], …)`. */
export function chosenByEvents({ program, interfaces }: Facts, file: CodeFile): readonly Place[] {
  const selects = interfaces.of('select').filter((one) => one.file === file);
  if (selects.length === 0) return [];
  return eventsIn(program, file).flatMap((event): readonly Place[] => {
    const { call, handler, inputs, outputs } = event;
    const shown = outputs.find((output) => {
      const component = program.resolve(output, siteOf(call));
      return component.kind === 'external' && program.means(component.name, 'ui.chat-log');
    });
    if (!shown) return [];
    const keys = givenFor(event, shown).flatMap(({ value, site }) =>
      originsOf(program, [{ value, site }], { most: 40 }).flatMap((one) =>
        one.value.kind === 'index' ? one.value.index : [],
      ),
    );
    const picked = handler.definition.parameters.findIndex(({ name }) =>
      keys.some((key) => key.kind === 'name' && key.name === name),
    );
    const input = inputs[picked];
    const held = file.assignments.find(
      ({ target, value }) =>
        input?.kind === 'name' &&
        target.kind === 'name' &&
        target.name === input.name &&
        value?.kind === 'call',
    )?.value;
    const select = selects.find((one) => held?.kind === 'call' && one.call?.id === held.call);
    return select ? [{ path: select.path, line: select.line }] : [];
  });
}

interface Linked extends Place {
  /** It is the part of the address that the page is opened by. */
  readonly gives: (origin: Origin) => boolean;
}

/** Pages that the items of a list lead to: `ui.link(title, f"/t/{key}")` to `@ui.page("/t/{key}")`. */
function linkedPages({ program, interfaces }: Facts): readonly Linked[] {
  const links = interfaces.of('link').flatMap(({ call, path, line }) => {
    if (!call || !program.blocksAround(call.file, call.call.block).some(({ kind }) => kind === 'for'))
      return [];
    const address = call.call.arguments.find(({ value }) => value.kind === 'template')?.value;
    const said = address && program.constant(address, siteOf(call));
    return typeof said === 'string' ? [{ to: segmentsOf(said), path, line }] : [];
  });
  if (links.length === 0) return [];
  return program.definitions().flatMap((page) =>
    decoratorCalls(program, page).flatMap((call): readonly Linked[] => {
      const address = call.call.arguments[0]?.value;
      const path = address?.kind === 'literal' ? String(address.value) : '';
      const link = path.includes('{') ? links.find(({ to }) => answers(segmentsOf(path), to)) : undefined;
      if (!link) return [];
      const gives = ({ value, site: { file, definition } }: Origin): boolean =>
        value.kind === 'name' &&
        file === page.file &&
        path.includes(`{${value.name}`) &&
        parameterNamed(value.name, { file, definition })?.owner === page.id;
      return [{ path: link.path, line: link.line, gives }];
    }),
  );
}

/** By what something is read: the arguments of a call, the key of an index. */
function readBy(facts: Facts, { value, site }: Origin): readonly Origin[] {
  if (value.kind === 'index')
    return value.index.filter(({ kind }) => kind !== 'literal').map((key) => ({ value: key, site }));
  if (value.kind !== 'call') return [];
  const call = facts.program.callOf(site.file, value.call);
  // What a function of one's own reads is seen inside it; a list of messages is not read by itself.
  if (facts.program.callee(call).kind === 'definition' || handsItemsOn(facts.program.nameOf(call))) return [];
  return call.call.arguments.map((one) => ({ value: one.value, site: siteOf(call) }));
}
