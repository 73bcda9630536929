/** What a program tries for looks and comfort, or to show better: where it fails, nothing of the user's is lost. */

import type { Block, CodeFile, Value } from '../../program/file.ts';
import { firstSegment, valuesThroughCalls } from '../../program/link/values.ts';
import { blocksAround, blocksWithin } from '../../program/nesting.ts';
import type { Program } from '../../program/program.ts';

/** Whether a handler belongs to a `try` in which nothing but comfort is tried. */
export function triesComfort(program: Program, file: CodeFile, handler: Block): boolean {
  if (handler.of < 0) return false;
  const tried = blocksWithin(file, handler.of);
  const names = file.calls.flatMap((call, id) =>
    tried.has(call.block) ? [program.nameOf(program.callOf(file, id))] : [],
  );
  return names.length > 0 && names.every((name) => program.means(name, 'cli.comfort'));
}

/** Whether what could not be converted is then looked for as it is, and answered: an id first, a title otherwise. */
export function triesAnotherWay(file: CodeFile, handler: Block): boolean {
  if (handler.of < 0) return false;
  const tried = blocksWithin(file, handler.of);
  const given = new Set(
    file.calls
      .filter((call) => tried.has(call.block))
      .flatMap((call) => call.arguments.flatMap(({ value }) => (value.kind === 'name' ? [value.name] : []))),
  );
  const later = (place: { readonly line: number; readonly definition: number }) =>
    place.definition === handler.definition && place.line > handler.endLine;
  const looks = file.assignments.some(
    (item) =>
      later(item) &&
      item.value !== null &&
      valuesThroughCalls(item.value, file).some(
        (part) => part.kind === 'name' && given.has(firstSegment(part.name)),
      ),
  );
  const compares = file.blocks.some(
    (block) =>
      later(block) &&
      block.test !== null &&
      valuesThroughCalls(block.test, file).some(
        (part) => part.kind === 'name' && given.has(firstSegment(part.name)),
      ),
  );
  const answers = file.statements.some(
    (item) => item.kind === 'return' && item.value !== null && later(item),
  );
  return answers && (looks || compares);
}

/** Whether a handler gives back what could not be converted: `except ValueError: return text`. */
export function givesBack(file: CodeFile, handler: Block, returned: readonly (Value | null)[]): boolean {
  if (handler.of < 0) return false;
  const tried = blocksWithin(file, handler.of);
  const given = file.calls
    .filter((call) => tried.has(call.block))
    .flatMap((call) => call.arguments.map(({ value }) => value));
  return returned.some(
    (value) =>
      (value?.kind === 'name' || value?.kind === 'member') &&
      given.some((one) => (one.kind === 'name' || one.kind === 'member') && one.name === value.name),
  );
}

/** `for root in roots: try … except ValueError: continue`, with a `return` in the loop: the next one may be it. */
export function triesNext(file: CodeFile, handler: Block): boolean {
  const loop = blocksAround(file, handler.parent).find((id) => file.blocks[id]?.kind === 'for');
  if (loop === undefined) return false;
  const within = blocksWithin(file, loop);
  return file.statements.some(({ kind, value, block }) => kind === 'return' && value && within.has(block));
}
