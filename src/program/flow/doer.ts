/** Functions that only hand on: the work is done by another one of the program. */
import { refusesArguments } from '../link/arity.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';

/** Functions that hand on to functions that hand on. */
export const MAX_STEPS = 4;

/** The function that does what a function is for: itself, unless all that it does is to give back what another gives. */
export function doerOf(program: Program, ref: DefinitionRef): DefinitionRef {
  let doer = ref;
  for (let step = 0; step < MAX_STEPS; step++) {
    const call = onlyCall(program, doer);
    const target = call && program.callee(call);
    if (
      !call ||
      target?.kind !== 'definition' ||
      refusesArguments(program, call) ||
      target.ref.definition.kind === 'class' ||
      target.ref === ref
    )
      break;
    doer = target.ref;
  }
  return doer;
}

/** `return work(a, b)`, and nothing else: names and literals are all that it hands on. */
export function onlyCall(program: Program, { file, id, definition }: DefinitionRef): CallRef | null {
  if (definition.stub || definition.generator || definition.kind === 'class') return null;
  const own = file.statements.filter((one) => one.definition === id && one.kind !== 'expression');
  const calls = file.calls.flatMap((call, at) => (call.definition === id ? [{ call, at }] : []));
  const [only, ...more] = calls;
  const [statement, ...others] = own;
  if (!only || more.length + others.length > 0) return null;
  if (
    file.assignments.some((one) => one.definition === id) ||
    file.blocks.some((one) => one.definition === id)
  )
    return null;
  const given = statement
    ? statement.kind === 'return' && statement.value?.kind === 'call'
    : only.call.statement;
  const plain = only.call.arguments.every(({ value }) => value.kind === 'name' || value.kind === 'literal');
  return given && plain ? program.callOf(file, only.at) : null;
}
