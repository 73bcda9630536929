/** Comparisons whose answer nobody looks at: `verify_password(form.password, user.password)` as a statement. */
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';

/** Whether code compares a secret, and throws every answer away. */
export function ignoresComparisons(program: Program, family: readonly DefinitionRef[]): boolean {
  const within = new Set(family);
  const compared = family
    .flatMap((ref) => program.callsIn(ref))
    .filter((call) => program.means(program.nameOf(call), 'secret.compare'));
  return compared.length > 0 && compared.every((call) => isDropped(program, call, within));
}

/** A statement of its own that cannot fail, or what a function returns whose callers are such statements. */
function isDropped(program: Program, ref: CallRef, within: ReadonlySet<DefinitionRef>): boolean {
  if (program.meaning(program.nameOf(ref), 'secret.compare')?.about.fails === 'by-error') return false;
  if (ref.call.statement) return true;
  const { file, call, id } = ref;
  const returned = file.statements.some(
    ({ kind, value }) => kind === 'return' && value?.kind === 'call' && value.call === id,
  );
  const around = returned ? program.definitionOf({ file, definition: call.definition }) : null;
  if (!around) return false;
  const callers = program.callers(around).filter((one) => {
    const caller = program.definitionOf({ file: one.file, definition: one.call.definition });
    return caller !== null && within.has(caller);
  });
  return callers.length > 0 && callers.every((one) => one.call.statement);
}
