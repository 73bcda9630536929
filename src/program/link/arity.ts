/** Calls of the program's own functions that cannot work: more arguments than there are parameters. Python only. */
import { keepsArguments } from '../life/decorated.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';

/** Whether every function that a call may run refuses its arguments. Decorated functions may take anything. */
export function refusesArguments(program: Program, ref: CallRef): boolean {
  if (ref.file.language !== 'python') return false;
  const target = program.callee(ref);
  if (target.kind !== 'definition' || !/^(?:function|method)$/.test(target.ref.definition.kind)) return false;
  return !takes(program, target.ref, ref);
}

function takes(program: Program, own: DefinitionRef, { call }: CallRef): boolean {
  const { definition } = own;
  if (!keepsArguments(program, own)) return true;
  const { parameters } = definition;
  if (call.arguments.some(({ value }) => value.kind === 'operation' && value.operator === '...')) return true;
  const taken = definition.kind === 'method' ? parameters.slice(1) : parameters;
  if (taken.some((item) => item.kind === 'rest' || item.kind === 'keywords')) return true;
  const positional = call.arguments.filter((item) => item.name === null).length;
  // `Class.method(instance, …)` hands in the object itself.
  const room = definition.kind === 'method' && call.callee.kind === 'name' ? parameters.length : taken.length;
  const unknown = call.arguments.some(
    ({ name }) => name !== null && !parameters.some((item) => item.name === name),
  );
  return positional <= room && !unknown;
}
