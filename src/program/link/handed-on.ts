/** Named arguments that a function hands on as a whole: `def ask(self, **options): return self.client.create(**options)`. */
import type { CallRef, Program } from '../program.ts';
import { siteOf } from './calls.ts';

/** The calls whose named arguments a call hands on; none where it names its own. */
export function handedOnBy(program: Program, call: CallRef): readonly CallRef[] {
  const owner = program.definitionOf(siteOf(call));
  const rest = owner?.definition.parameters.find(({ kind }) => kind === 'keywords');
  if (!owner || !rest) return [];
  const hands = call.call.arguments.some(
    ({ value }) =>
      value.kind === 'operation' &&
      value.operator === '...' &&
      value.operands.some((one) => one.kind === 'name' && one.name === rest.name),
  );
  return hands ? program.callers(owner) : [];
}
