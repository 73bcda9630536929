/** Comparisons whose answer nobody looks at: `verify_password(form.password, user.password)` as a statement. */
import type { Value } from '../../../program/file.ts';
import { writtenIn } from '../../../program/life/region.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Place } from './requires.ts';

/** Whether code compares a secret, and throws every answer away. */
export function ignoresComparisons(program: Program, family: readonly DefinitionRef[]): boolean {
  const within = new Set(family);
  const compared = family
    .flatMap((ref) => program.callsIn(ref))
    .filter((call) => program.means(program.nameOf(call), 'secret.compare'));
  return compared.length > 0 && compared.every((call) => isDropped(program, call, within));
}

const SECRETS: ReadonlySet<string> = new Set('password passwd passphrase passcode pass pwd'.split(' '));

/** Whether code reads the password that was sent, and neither compares it nor hands it on: any would do. */
export function ignoresSecret(program: Program, family: readonly DefinitionRef[]): boolean {
  let read = false;
  for (const ref of family) {
    const site = { file: ref.file, definition: ref.id };
    const held = new Set<string>();
    for (const { target, value, definition } of ref.file.assignments)
      if (definition === ref.id && value && isSecret(value)) {
        read = true;
        if (target.kind === 'name') held.add(target.name);
      }
    const means = (value: Value): boolean =>
      valuesThroughCalls(value, ref.file).some(
        (part) => isSecret(part) || (part.kind === 'name' && held.has(part.name)),
      );
    if (program.callsIn(ref).some(({ call }) => call.arguments.some(({ value }) => means(value))))
      return false;
    for (const { value } of writtenIn(site))
      if (value.kind === 'operation' && COMPARES.has(value.operator) && value.operands.some(means))
        return false;
  }
  return read;
}

/** Where code compares a password, or what it makes of one, with something that is not written out. */
export function comparesSecret(family: readonly DefinitionRef[]): Place | null {
  for (const { file, id } of family)
    for (const { value } of writtenIn({ file, definition: id })) {
      if (value.kind !== 'operation' || !COMPARES.has(value.operator)) continue;
      if (value.operands.some(({ kind }) => kind === 'literal')) continue;
      const parts = value.operands.flatMap((operand) => valuesThroughCalls(operand, file));
      if (parts.some((part) => isSecret(part) || isNamedSecret(part))) return { file, line: value.line };
    }
  return null;
}

/** `password`, `password.encode`. */
function isNamedSecret(value: Value): boolean {
  return value.kind === 'name' && SECRETS.has(firstSegment(value.name).toLowerCase());
}

const COMPARES: ReadonlySet<string> = new Set(['==', '!=', 'in', 'not in', '===', '!==']);

/** `form.password`, `body["password"]`. */
function isSecret(value: Value): boolean {
  if (value.kind === 'index')
    return value.index.some((key) => key.kind === 'literal' && SECRETS.has(String(key.value).toLowerCase()));
  if (value.kind === 'member') return SECRETS.has(value.name.toLowerCase());
  return (
    value.kind === 'name' && value.name.includes('.') && SECRETS.has(lastSegment(value.name).toLowerCase())
  );
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
