/** Commands that say that something was done, and do nothing. */
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { isLogCall } from './messages.ts';

/** Whether all that a handler does is to print: it assigns nothing that lasts, and calls nobody else. */
export function onlyTells(program: Program, handler: DefinitionRef): boolean {
  const { file, id } = handler;
  if (handler.definition.stub) return true;
  const calls = program.callsIn(handler);
  const told = calls.filter((call) => tells(program, call));
  const lasting = file.assignments.some(
    ({ definition, target, outer }) =>
      definition === id && (target.kind !== 'name' || outer === true || target.name.includes('.')),
  );
  const removed = file.statements.some(({ definition, kind }) => definition === id && kind === 'delete');
  return told.length > 0 && told.length === calls.length && !lasting && !removed && !givesAnything(handler);
}

/** What it returns may be what another writes. */
function givesAnything({ file, id }: DefinitionRef): boolean {
  return file.statements.some(
    ({ definition, kind, value }) =>
      definition === id &&
      kind === 'return' &&
      value !== null &&
      value.kind !== 'literal' &&
      value.kind !== 'call',
  );
}

function tells(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  return program.means(name, 'cli.print', 'cli.exit') || isLogCall(program, name);
}
