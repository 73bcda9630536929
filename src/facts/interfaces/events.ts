/** Events of Gradio: which function runs, what it takes and which components its results fill. */
import type { CodeFile, Value } from '../../program/file.ts';
import type { Origin } from '../../program/flow/flow.ts';
import { returnedValues } from '../../program/flow/flow.ts';
import { argument, siteOf } from '../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { calledName } from './screen.ts';

export interface InterfaceEvent {
  readonly call: CallRef;
  readonly handler: DefinitionRef;
  /** Components whose values the handler's parameters take, in order. */
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

const EVENTS: ReadonlySet<string> = new Set(
  'click submit change input select upload load then success tick release clear'.split(' '),
);

/** The events of a file whose handler is known. */
export function eventsIn(program: Program, file: CodeFile): readonly InterfaceEvent[] {
  if (file.language !== 'python') return [];
  return file.calls.flatMap((one, id): readonly InterfaceEvent[] => {
    if (!EVENTS.has(calledName(one))) return [];
    const call = program.callOf(file, id);
    const positional = one.arguments.filter(({ name }) => name === null);
    const given = argument(call, 'fn') ?? positional[0]?.value;
    const handler = given ? handlerOf(program, given, call) : null;
    if (!handler) return [];
    const listed = (value: Value | null | undefined): readonly Value[] =>
      value?.kind === 'list' ? value.items : value ? [value] : [];
    return [
      {
        call,
        handler,
        inputs: listed(argument(call, 'inputs') ?? positional[1]?.value),
        outputs: listed(argument(call, 'outputs') ?? positional[2]?.value),
      },
    ];
  });
}

function handlerOf(program: Program, value: Value, call: CallRef): DefinitionRef | null {
  if (value.kind === 'function')
    return program.definitionOf({ file: call.file, definition: value.definition });
  const target = program.resolve(value, siteOf(call));
  return target.kind === 'definition' ? target.ref : null;
}

/** What the handler gives for one of the outputs. */
export function givenFor({ handler, outputs }: InterfaceEvent, output: Value): readonly Origin[] {
  const index = outputs.indexOf(output);
  return returnedValues(handler).flatMap(({ value, site }) => {
    const part = outputs.length === 1 ? value : value.kind === 'list' ? value.items[index] : undefined;
    return part ? [{ value: part, site }] : [];
  });
}
