/** What enters a table of functions after it was made: by a decorator of the program's own, or by a line for each. */
import type { CodeFile, Value } from '../../../program/file.ts';
import { lastSegment } from '../../../program/link/values.ts';
import { definitionsWithin } from '../../../program/nesting.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { addTo, entryOf } from '../../../reading/collections.ts';
import { functionOf, stringOf } from './command.ts';

export interface Entered {
  readonly words: readonly string[];
  readonly handler: DefinitionRef;
  readonly file: CodeFile;
  readonly line: number;
}

/** Where a decorator puts what it stands above, and whether under that function's own name. */
interface Put {
  readonly table: Value;
  readonly ownName: boolean;
}

/** `function.__name__`, `handler.name` */
const OWN_NAME = new Set(['__name__', 'name']);

/** By the dict or object that they enter. */
export function enteredIn(program: Program): ReadonlyMap<Value, readonly Entered[]> {
  const found = new Map<Value, Entered[]>();
  const puts = new Map<DefinitionRef, Put | null>();
  for (const handler of program.definitions()) {
    const { file, definition } = handler;
    for (const decorator of definition.decorators) {
      const call = decorator.kind === 'call' ? file.calls[decorator.call] : undefined;
      const site = { file, definition: definition.parent };
      const owner = functionOf(call ? call.callee : decorator, site, program);
      const put = owner ? entryOf(puts, owner, () => putOf(program, owner, call === undefined)) : null;
      if (!owner || !put) continue;
      const several = owner.definition.parameters[0]?.kind !== 'normal';
      const given = (call?.arguments ?? []).filter(({ name }) => name === null || name === 'name');
      const words = given.flatMap(({ value }) => stringOf(value, site, program) ?? []);
      const named = put.ownName || words.length === 0 ? [definition.name] : words;
      const line = decorator.line;
      addTo(found, put.table, { words: several ? named : named.slice(0, 1), handler, file, line });
    }
  }
  // `COMMANDS["add"] = add`
  for (const file of program.filesOf())
    for (const { target, value, definition, line } of file.assignments) {
      if (target.kind !== 'index' || value === null) continue;
      const site = { file, definition };
      const word = stringOf(target.index[0], site, program);
      const handler = word === null ? null : functionOf(value, site, program);
      const table = handler ? tableOf(program, target.of, file, definition) : null;
      if (word !== null && handler && table) addTo(found, table, { words: [word], handler, file, line });
    }
  return found;
}

function tableOf(program: Program, value: Value, file: CodeFile, definition: number): Value | null {
  const target = program.resolve(value, { file, definition });
  return target.kind === 'value' && target.value.kind === 'dict' ? target.value : null;
}

/** `COMMANDS[name] = function` in the decorator, or in what it gives back to be called with the function. */
function putOf(program: Program, { file, id }: DefinitionRef, bare: boolean): Put | null {
  const within = definitionsWithin(file, id);
  const takers = bare ? [id] : [...within].filter((one) => one !== id);
  const taken = new Set(
    takers.flatMap((one) => file.definitions[one]?.parameters.map(({ name }) => name) ?? []),
  );
  for (const { target, value, definition } of file.assignments) {
    if (!within.has(definition) || target.kind !== 'index') continue;
    if (value?.kind !== 'name' || !taken.has(value.name)) continue;
    const table = tableOf(program, target.of, file, definition);
    const [key] = target.index;
    const ownName = key?.kind === 'name' && key.name.includes('.') && OWN_NAME.has(lastSegment(key.name));
    if (table) return { table, ownName };
  }
  return null;
}
