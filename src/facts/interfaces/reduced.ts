/** What a dispatched action makes of the state: `dispatch({ type: 'asked' })` is what the reducer gives back for it. */
import type { Call, CodeFile, Value } from '../../program/file.ts';
import { MODULE } from '../../program/file.ts';
import { entryAt, valuesWithin } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { calledName } from './screen.ts';

/** A key of the state and what it is set to, with the file of the reducer. */
export interface Reduced {
  readonly key: string;
  readonly value: Value;
  readonly file: CodeFile;
}

/** Nothing where the call is no dispatch of a `useReducer`, or its action has no constant type. */
export function reducedBy(facts: Facts, file: CodeFile, call: Call): readonly Reduced[] {
  const type = typeOf(call);
  if (type === null) return [];
  const name = calledName(call);
  for (const { target, value, definition } of file.assignments) {
    if (target.kind !== 'name' || target.name !== name || !value) continue;
    for (const part of valuesWithin(value)) {
      const hook = part.kind === 'call' ? file.calls[part.call] : undefined;
      const reducer = hook && calledName(hook) === 'useReducer' ? hook.arguments[0]?.value : undefined;
      const found = reducer ? facts.program.resolve(reducer, { file, definition }) : null;
      if (found?.kind === 'definition') return givenFor(type, found.ref.file, found.ref.id);
    }
  }
  return [];
}

function typeOf({ arguments: [action] }: Call): string | null {
  const type = action && entryAt(action.value, 'type');
  return type?.kind === 'literal' && typeof type.value === 'string' ? type.value : null;
}

/** `case 'asked': return { … }`, `if (action.type === 'asked') return { … }`. */
function givenFor(type: string, file: CodeFile, reducer: number): readonly Reduced[] {
  const asked = file.blocks.filter(
    ({ kind, test, definition }) =>
      (kind === 'case' || kind === 'if') &&
      definition === reducer &&
      definition !== MODULE &&
      test !== null &&
      valuesWithin(test).some((part) => part.kind === 'literal' && part.value === type),
  );
  return asked.flatMap(({ line: from, endLine: to }) =>
    file.statements.flatMap(({ kind, value, definition, line }) =>
      kind === 'return' && definition === reducer && line >= from && line <= to && value?.kind === 'dict'
        ? value.entries.flatMap(({ key, value: given }) =>
            key?.kind === 'literal' ? [{ key: String(key.value), value: given, file }] : [],
          )
        : [],
    ),
  );
}
