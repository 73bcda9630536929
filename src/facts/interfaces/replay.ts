/** A finished answer that is shown bit by bit, as if it came so: nobody saw anything while it was made. */
import type { Block, CodeFile, DefinitionId } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
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

/** In a script: a timer, and a piece of a text that is put on the page. */
export function replayedBeside({
  file,
  call,
}: CallRef): { readonly path: string; readonly line: number } | null {
  const { own, around } = familyOf(file, call.definition);
  const here = file.calls.filter((one) => own.has(one.definition) || around.has(one.definition));
  const timer = here.find((one) => PAUSES.test(calledName(one)));
  const cut = here.find((one) => CUTS.test(calledName(one)) && one.line > call.line);
  return timer && cut ? { path: file.path, line: cut.line } : null;
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
