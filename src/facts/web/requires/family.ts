/** What runs when a guard or a handler is called: itself and what it calls, a few steps far. */
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { keptBy } from '../../../program/link/records.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';

/** How many calls away from a guard or a handler the verification may stand. */
const MAX_STEPS = 3;
const MAX_FAMILY = 60;

/** Not what only stands in a signature: the default of a parameter runs nothing. */
export function calledFrom(program: Program, start: DefinitionRef): readonly DefinitionRef[] {
  const all = new Map<DefinitionRef, number>([[start, 0]]);
  for (const [ref, depth] of all) {
    if (depth >= MAX_STEPS || all.size > MAX_FAMILY) continue;
    const add = (next: DefinitionRef) => {
      if (!all.has(next)) all.set(next, depth + 1);
    };
    for (const call of program.callsIn(ref)) {
      const targets = program.targetsOf(call);
      for (const target of targets.length > 0 ? targets : ofRecord(program, call)) add(target);
      for (const { value } of call.call.arguments) {
        if (value.kind !== 'name' && value.kind !== 'member') continue;
        const target = program.resolve(value, siteOf(call));
        if (target.kind === 'definition' && target.ref.definition.kind !== 'class') add(target.ref);
      }
    }
  }
  return [...all.keys()];
}

/** `user.check(password)`, where the user is a record that the program asked its database for. */
function ofRecord(program: Program, call: CallRef): readonly DefinitionRef[] {
  const parts = calleeParts(call.call.callee);
  const kept = parts && keptBy(program, parts.of, siteOf(call));
  const method = kept?.as === 'one' ? program.member(kept.ref, parts?.name ?? '') : null;
  return method ? [method] : [];
}
