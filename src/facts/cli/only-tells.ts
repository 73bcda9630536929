/** Commands that say that something was done, and do nothing. */
import { bodyOf } from '../../program/link/bodies.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { isLogCall } from './messages.ts';

/** Whether all that a handler does is to print: it assigns nothing that lasts, and calls nobody else. */
export function onlyTells(program: Program, handler: DefinitionRef): boolean {
  const { file, id } = handler;
  if (handler.definition.stub) return true;
  const calls = program.callsIn(handler);
  const told = calls.filter((call) => tells(program, call));
  const { assignments, statements } = bodyOf(file, id);
  const lasting = assignments.some(
    ({ target, outer }) => target.kind !== 'name' || outer === true || target.name.includes('.'),
  );
  const removed = statements.some(({ kind }) => kind === 'delete');
  return told.length > 0 && told.length === calls.length && !lasting && !removed && !givesAnything(handler);
}

/** What it returns may be what another writes. */
function givesAnything({ file, id }: DefinitionRef): boolean {
  return bodyOf(file, id).statements.some(
    ({ kind, value }) =>
      kind === 'return' && value !== null && value.kind !== 'literal' && value.kind !== 'call',
  );
}

function tells(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  return program.means(name, 'cli.print', 'cli.exit') || isLogCall(program, name);
}
