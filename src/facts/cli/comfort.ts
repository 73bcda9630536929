/** What a program tries for looks and comfort, or to show better: where it fails, nothing of the user's is lost. */

import type { Block, CodeFile, Value } from '../../program/file.ts';
import { blocksWithin } from '../../program/nesting.ts';
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
