/** Several conversations by what is chosen: the messages that are shown are those of the item that a select box gives. */
import type { CodeFile } from '../../program/file.ts';
import { type Origin, originsOf } from '../../program/flow/flow.ts';
import { handsItemsOn } from '../../program/flow/keys.ts';
import { siteOf } from '../../program/link/calls.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { widgetsIn } from './screen.ts';
import type { Place } from './shown-state.ts';
import { workOf } from './work.ts';

/** Loops over messages that are read by a choice; what a model answers to a choice is no other conversation. */
export function chosenThreads(facts: Facts, files: readonly CodeFile[]): readonly Place[] {
  const selects = new Map<CallRef, Place>();
  for (const { kind, call, path, line } of facts.interfaces.widgets)
    if (kind === 'select' && call) selects.set(call, { path, line });
  if (selects.size === 0) return [];
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
      return (call && selects.get(call)) ?? [];
    });
  return files.flatMap((file) =>
    messageLoops(facts, file).flatMap((starts) =>
      originsOf(facts.program, starts, { skip, most: 1000, byKey: true })
        .slice(0, 200)
        .flatMap((origin) => chosen(readBy(facts, origin)).slice(0, 1)),
    ),
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

/** What each loop goes over that shows one message after the other: what the messages say, not who wrote them with which model. */
function messageLoops(facts: Facts, file: CodeFile): readonly (readonly Origin[])[] {
  const shown = widgetsIn(facts, file).filter(({ kind }) => kind === 'message');
  return file.blocks.flatMap(({ kind, test, line, endLine, definition }) =>
    kind === 'for' && test && shown.some((one) => one.line >= line && one.line <= endLine)
      ? [[{ value: test, site: { file, definition }, keys: ['content'] }]]
      : [],
  );
}
