/** A finished answer that is shown bit by bit, as if it came so: nobody saw anything while it was made. */
import type { Block, CodeFile, DefinitionId } from '../../program/file.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { calledName, familyOf } from './screen.ts';

const PAUSES = /^(?:sleep|setTimeout|setInterval)$/;
/** What cuts a text into the bits that are shown. */
const CUTS = /^(?:slice|substring|substr|charAt|split|split_text)$/;

/** A loop that waits between its rounds: what a model sends is waited for by itself. */
export function pausesIn(
  program: Program,
  file: CodeFile,
  { line: from, endLine: to, definition }: Block,
): boolean {
  return file.calls.some(
    (call, id) =>
      call.definition === definition &&
      call.line >= from &&
      call.line <= to &&
      PAUSES.test(lastSegment(program.nameOf(program.callOf(file, id)))),
  );
}

/** `def typed(text): for word in text.split(): yield word; time.sleep(0.02)`. */
function replays(program: Program, file: CodeFile, definition: DefinitionId): boolean {
  return (
    file.definitions[definition]?.generator === true &&
    file.blocks.some(
      (block) => block.kind === 'for' && block.definition === definition && pausesIn(program, file, block),
    )
  );
}

interface Place {
  readonly path: string;
  readonly line: number;
}

/** In a script: a timer, and a piece of a text that is put on the page; here or in a hook that the text is handed to. */
export function replayedBeside(program: Program, { file, call }: CallRef): Place | null {
  const { own, around } = familyOf(file, call.definition);
  const here = (one: { readonly definition: DefinitionId }): boolean =>
    own.has(one.definition) || around.has(one.definition);
  const timers = file.calls.filter((one) => here(one) && PAUSES.test(calledName(one)));
  const cut = file.calls.find((one) => here(one) && CUTS.test(calledName(one)) && one.line > call.line);
  if (timers.length > 0 && cut) return { path: file.path, line: cut.line };
  const loop = file.blocks.find(
    (block) =>
      block.kind === 'for' &&
      here(block) &&
      block.line > call.line &&
      timers.some(({ line }) => line >= block.line && line <= block.endLine),
  );
  if (loop) return { path: file.path, line: loop.line };
  const hook = file.calls.findIndex(
    (one, id) => here(one) && one.form === 'call' && replaysGiven(program, program.callOf(file, id)),
  );
  return hook < 0 ? null : { path: file.path, line: file.calls[hook]?.line ?? call.line };
}

/** A function of one's own that cuts what it is given, and waits in between. */
function replaysGiven(program: Program, call: CallRef): boolean {
  const target = call.call.arguments.length > 0 ? program.callee(call) : null;
  if (target?.kind !== 'definition') return false;
  const { file, id, definition } = target.ref;
  const { own } = familyOf(file, id);
  const calls = file.calls.filter((one) => own.has(one.definition));
  return (
    calls.some((one) => PAUSES.test(calledName(one))) &&
    calls.some(
      (one) =>
        CUTS.test(calledName(one)) &&
        definition.parameters.some(
          ({ name }) => one.callee.kind === 'name' && firstSegment(one.callee.name) === name,
        ),
    )
  );
}

/** What it is handed comes of a function that only waits between the words of a text. */
export function replaysIn(program: Program, { file, call }: CallRef): boolean {
  return call.arguments.some(({ value }) =>
    valuesThroughCalls(value, file).some((part) => {
      if (part.kind !== 'call') return false;
      return program
        .targetsOf(program.callOf(file, part.call))
        .some((target) => replays(program, target.file, target.id));
    }),
  );
}
