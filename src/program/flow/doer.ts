/** Functions that only hand on: the work is done by another one of the program. */
import { refusesArguments } from '../link/arity.ts';
import { bodyOf } from '../link/bodies.ts';
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
  const { calls, statements, assignments, blocks } = bodyOf(file, id);
  const [statement, ...others] = statements.filter((one) => one.kind !== 'expression');
  const [at, ...more] = calls;
  if (at === undefined || [more, others, assignments, blocks].some((rest) => rest.length > 0)) return null;
  const only = program.callOf(file, at);
  const given = statement
    ? statement.kind === 'return' && statement.value?.kind === 'call'
    : only.call.statement;
  const plain = only.call.arguments.every(({ value }) => value.kind === 'name' || value.kind === 'literal');
  return given && plain ? only : null;
}
