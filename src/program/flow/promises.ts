/** `new Promise((resolve) => … resolve(rows) …)`: what a promise that is made by hand comes to. */
import type { CallRef, Program } from '../program.ts';
import type { Origin } from './step.ts';

/** The values that the executor of a promise hands to its first parameter, at any depth. */
export function resolvedValues(program: Program, { file, call }: CallRef): readonly Origin[] {
  const { callee, arguments: given, form } = call;
  const executor = given[0]?.value;
  if (form !== 'new' || callee.kind !== 'name' || callee.name !== 'Promise' || executor?.kind !== 'function')
    return [];
  const resolve = file.definitions[executor.definition]?.parameters[0];
  if (!resolve) return [];
  return file.calls.flatMap((one) => {
    if (one.callee.kind !== 'name' || one.callee.name !== resolve.name) return [];
    const site = { file, definition: one.definition };
    if (program.binding(resolve.name, site)?.binding.parameter !== resolve) return [];
    return one.arguments.map(({ value }) => ({ value, site }));
  });
}
