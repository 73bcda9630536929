/** Loops in which something is done for each part: a search, a model, an agent. Joining parts into a text is none. */
import type { Location } from '../../../model.ts';
import type { CodeFile, DefinitionId, Value } from '../../../program/file.ts';
import { queuedBy } from '../../../program/link/jobs.ts';
import { lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { SEARCHES } from './libraries.ts';

/** A list that is worked off, and what is done with its items. */
export interface Worked extends Location {
  readonly list: Value;
  readonly file: CodeFile;
  readonly definition: DefinitionId;
  /** Only one item is taken, by its place. */
  readonly picked: boolean;
}

const DOES =
  /agent|search|research|execut|worker|solve|answer|investigat|^send$|^invoke$|^ainvoke$|^run$|^arun$|kickoff/i;
const PICKS = /^(?:pop|popleft|shift)$/;
const MAPS = /^(?:map|forEach|flatMap|batch|abatch)$/;

/** All such loops of the application, in the order of files and lines. */
export function workedLists(program: Program, thinks: (ref: DefinitionRef) => boolean): readonly Worked[] {
  const does = (call: CallRef): boolean => {
    const name = program.nameOf(call);
    if (SEARCHES.test(name) || DOES.test(lastSegment(name))) return true;
    return [...program.targetsOf(call), ...queuedBy(program, call)].some(
      (ref) => ref.definition.kind !== 'class' && thinks(ref),
    );
  };
  return program.filesOf().flatMap((file) => (file.notebook ? [] : worksOf(program, file, does)));
}

function worksOf(program: Program, file: CodeFile, does: (call: CallRef) => boolean): readonly Worked[] {
  const found: Worked[] = [];
  const add = (list: Value, definition: DefinitionId, line: number, picked = false): void => {
    found.push({ path: file.path, line, list, file, definition, picked });
  };
  const busy = file.calls.flatMap((call, id) => (does(program.callOf(file, id)) ? [call] : []));
  const between = (from: number, to: number): boolean => busy.some(({ line }) => line >= from && line <= to);
  for (const block of file.blocks)
    if (block.kind === 'for' && block.test !== null && between(block.line, block.endLine))
      add(block.test, block.definition, block.line);
  for (const call of file.calls) {
    const receiver = receiverOf(call.callee);
    if (receiver === null) continue;
    if (MAPS.test(receiver.method) && between(call.line, call.endLine))
      add(receiver.of, call.definition, call.line);
    if (/^(?:batch|abatch)$/.test(receiver.method))
      for (const { value } of call.arguments) add(value, call.definition, call.line);
    // A queue of steps: one is taken, and done in the same function.
    if (PICKS.test(receiver.method) && busy.some((one) => one.definition === call.definition))
      add(receiver.of, call.definition, call.line);
  }
  // `step, *rest = state["steps"]`: the next one, and those that are left.
  for (const { via, value, definition, line } of file.assignments)
    if (via === 'destructure' && value !== null && busy.some((one) => one.definition === definition))
      add(value, definition, line, true);
  const values = [
    ...file.calls.flatMap((call) =>
      call.arguments.map(({ value }) => ({ value, definition: call.definition })),
    ),
    ...[...file.assignments, ...file.statements].flatMap(({ value, definition }) =>
      value === null ? [] : [{ value, definition }],
    ),
  ];
  for (const { value, definition } of values) {
    for (const part of valuesThroughCalls(value, file)) {
      if (part.kind === 'operation' && part.operator === 'comprehension') {
        const [element, ...iterables] = part.operands;
        const calls =
          element === undefined
            ? []
            : valuesThroughCalls(element, file).flatMap((one) =>
                one.kind === 'call' ? [program.callOf(file, one.call)] : [],
              );
        if (calls.some(does)) for (const one of iterables) add(one, definition, part.line);
      }
      // `task = plan[0]`: the next one.
      const next =
        part.kind === 'index' &&
        part.index.some((one) => !(one.kind === 'literal' && typeof one.value === 'string'));
      if (next && part.kind === 'index' && busy.some((one) => one.definition === definition))
        add(part.of, definition, part.line, true);
    }
  }
  return found;
}

function receiverOf(callee: Value): { readonly of: Value; readonly method: string } | null {
  if (callee.kind === 'member') return { of: callee.of, method: callee.name };
  if (callee.kind !== 'name' || !callee.name.includes('.')) return null;
  const dot = callee.name.lastIndexOf('.');
  return { of: { ...callee, name: callee.name.slice(0, dot) }, method: callee.name.slice(dot + 1) };
}
