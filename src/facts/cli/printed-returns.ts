/** Messages that a function returns and its caller prints: `return False, "there is no task 9"`. */

import type { CodeFile } from '../../program/file.ts';
import { bodyOf } from '../../program/link/bodies.ts';
import { valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { type Message, textOf } from './messages.ts';

/** Names in a definition that hold what a call returned, or parts of it. */
function heldIn({ file, id, call }: CallRef): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { value, target, definition } of file.assignments) {
    if (!value || definition !== call.definition) continue;
    if (!valuesWithin(value).some((part) => part.kind === 'call' && part.call === id)) continue;
    for (const part of valuesWithin(target)) if (part.kind === 'name') names.add(part.name);
  }
  return names;
}

/** Whether what a call returns is printed where it is called. */
function isPrinted(program: Program, ref: CallRef): boolean {
  const { file, call } = ref;
  const held = heldIn(ref);
  const shows = (printing: CodeFile['calls'][number]) =>
    printing.arguments.some((argument) =>
      valuesThroughCalls(argument.value, file).some(
        (part) =>
          (part.kind === 'call' && part.call === ref.id) || (part.kind === 'name' && held.has(part.name)),
      ),
    );
  return file.calls.some(
    (other, id) =>
      other.definition === call.definition &&
      other.line >= call.line &&
      program.means(program.nameOf(program.callOf(file, id)), 'cli.print') &&
      shows(other),
  );
}

/** Sentences that functions of the application return to a caller that prints them. */
export function printedReturns(program: Program): readonly Message[] {
  return program.definitions().flatMap((ref): Message[] => {
    const { file, id } = ref;
    const site = { file, definition: id };
    if (program.role(file) !== 'application') return [];
    const said = bodyOf(file, id).statements.flatMap(
      ({ kind, definition, value, block, line }): Message[] => {
        if (kind !== 'return' || !value) return [];
        const text = textOf(value, site, program).trim();
        // A word or two may be a field or a label: only a sentence is a message.
        if (!/\S\s+\S/.test(text)) return [];
        return [{ kind: 'print', name: 'return', text, file, definition, block, line, toErrors: false }];
      },
    );
    return said.length > 0 && program.callers(ref).some((call) => isPrinted(program, call)) ? said : [];
  });
}
