/** Messages that are put on an object, and printed from there: `result.error = "there is no task 9"`. */
import type { CodeFile, DefinitionId, Value } from '../../program/file.ts';
import { calleeParts } from '../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { Program } from '../../program/program.ts';
import { entryOf } from '../../reading/collections.ts';
import { type Message, textOf } from './messages.ts';

const ADDS = new Set(['push', 'append', 'add']);
const WALKS = new Set(['forEach', 'map', 'join']);

/** Sentences that are kept under a name that something prints, or that something prints one by one. */
export function putAway(program: Program): readonly Message[] {
  const printed = printedAttributes(program);
  if (printed.size === 0) return [];
  return program.filesOf().flatMap((file) => {
    const message = (value: Value, definition: number, block: number, line: number): readonly Message[] => {
      const text = textOf(value, { file, definition }, program).trim();
      // A word or two may be a field or a label: only a sentence is a message.
      if (!/\S\s+\S/.test(text)) return [];
      return [{ kind: 'print', name: 'kept', text, file, definition, block, line, toErrors: false }];
    };
    return [
      ...file.assignments.flatMap(({ target, value, definition, block, line }) =>
        value && printed.has(attributeOf(target) ?? '') ? message(value, definition, block, line) : [],
      ),
      ...file.calls.flatMap((call) => {
        const parts = calleeParts(call.callee);
        const first = call.arguments[0]?.value;
        return first && parts && ADDS.has(parts.name) && printed.has(attributeOf(parts.of) ?? '')
          ? message(first, call.definition, call.block, call.line)
          : [];
      }),
    ];
  });
}

function printedAttributes(program: Program): ReadonlySet<string> {
  const printed = new Set<string>();
  const note = (value: Value) => {
    const attribute = attributeOf(value);
    if (attribute !== null) printed.add(attribute);
  };
  const walks = new Map<CodeFile, ReadonlyMap<DefinitionId, Value>>();
  for (const { file, call } of program.callsAs('cli.print')) {
    for (const { value } of call.arguments) for (const part of valuesThroughCalls(value, file)) note(part);
    const walk = entryOf(walks, file, () => walksOf(file)).get(call.definition);
    if (walk) note(walk);
  }
  return printed;
}

/** What `messages.forEach((one) => console.log(one))` walks over, by the function that it is handed. */
function walksOf(file: CodeFile): ReadonlyMap<DefinitionId, Value> {
  const found = new Map<DefinitionId, Value>();
  for (const call of file.calls) {
    const parts = calleeParts(call.callee);
    if (!parts || !WALKS.has(parts.name)) continue;
    for (const { value } of call.arguments)
      if (value.kind === 'function') found.set(value.definition, parts.of);
  }
  return found;
}

/** `error` of `result.error`; null for a bare name. */
function attributeOf(value: Value): string | null {
  if (value.kind === 'member') return value.name;
  return value.kind === 'name' && value.name.includes('.') ? lastSegment(value.name) : null;
}
