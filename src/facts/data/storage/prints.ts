/** `print(text, file=handle)`: a write like any other, and no message to anybody. */
import type { CallRef, Program } from '../../../program/program.ts';

/** The handle is not one of the two that a person reads. */
export function printsIntoFile(program: Program, { file, call }: CallRef): boolean {
  if (file.language !== 'python' || call.callee.kind !== 'name' || call.callee.name !== 'print') return false;
  const handle = call.arguments.find(({ name }) => name === 'file')?.value;
  if (handle === undefined || (handle.kind === 'literal' && handle.value === null)) return false;
  const target = program.resolve(handle, { file, definition: call.definition });
  return !(target.kind === 'external' && /^sys\.(?:__)?std(?:err|out)/.test(target.name));
}
