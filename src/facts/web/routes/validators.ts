/** What checks input against a schema. */
import type { CallRef, Program } from '../../../program/program.ts';

/** Whether a call checks input, by its qualified name or, for `parse` and `load`, by what it is called on. */
export function isParse(program: Program, { call }: CallRef, name: string): boolean {
  if (program.means(name, 'input.check')) return true;
  const { callee } = call;
  // `schema.parse(req.body)`, `schema.load(…)`: a method name alone is not enough for parse and load.
  const written = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.name : '';
  return /schema\w*\.(parse|load|loads|validate|cast|check)$|(Schema|Validator|Dto)\.(parse|load|validate)$/i.test(
    written,
  );
}
