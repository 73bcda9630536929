/** Guards that let a stranger pass on purpose: nothing was sent, so nobody is refused. */

import { NONE, type Value } from '../../../program/file.ts';
import { definitionsIn } from '../../../program/nesting.ts';
import type { DefinitionRef } from '../../../program/program.ts';

/** `if not token: return None`, `if (!token) return next()` in the guard itself or the function that it returns. */
export function letsStrangersPass({ file, id }: DefinitionRef): boolean {
  const own = new Set([id, ...definitionsIn(file, id)]);
  return file.statements.some(({ kind, value, definition, block }) => {
    if (kind !== 'return' || !own.has(definition) || block === NONE) return false;
    const test = file.blocks[block]?.kind === 'if' ? file.blocks[block].test : null;
    return test !== null && test !== undefined && isAbsence(test) && givesNothing(value);

    function givesNothing(given: Value | null): boolean {
      if (!given) return file.language === 'python';
      if (given.kind === 'literal') return given.value === null;
      const call = given.kind === 'call' ? file.calls[given.call] : undefined;
      return call?.callee.kind === 'name' && call.callee.name === 'next' && call.arguments.length === 0;
    }
  });
}

/** `not token`, `token is None`, `token == null`. */
function isAbsence(test: Value): boolean {
  if (test.kind !== 'operation') return false;
  const [first, second] = test.operands;
  if (test.operator === 'not') return first?.kind === 'name' || first?.kind === 'call';
  return (
    (test.operator === 'is' || test.operator === '==') && second?.kind === 'literal' && second.value === null
  );
}
