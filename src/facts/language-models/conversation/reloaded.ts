/** Turns that are read back from a store, wherever they lead. */
import { isAlive } from '../../../program/life/alive.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { ModelCall } from '../models/language-models.ts';
import type { Remembered } from './conversation.ts';
import { HISTORY, OWNERS } from './memories.ts';
import { asksSql, isRead, speaksOf } from './store-reads.ts';
import { storeReads, turnsOf } from './turns.ts';
import { withoutDatabase } from './words.ts';

/** Reads of a store that speak of a conversation, wherever they lead; those that tell whose it is, or all. */
export function readReloaded(
  program: Program,
  models: readonly ModelCall[],
  whose: 'owned' | 'any',
): readonly Remembered[] {
  const turns = new Set(storeReads(program, turnsOf(program, models)));
  return program.callsAs(['conversation.source', 'table.store']).flatMap((call): Remembered[] => {
    const isOfTurns = isRead(program, call, program.nameOf(call)) && speaksOf(program, call, HISTORY);
    if (
      !isAlive(program, siteOf(call)) ||
      !(isOfTurns || turns.has(call) || asksSql(program, call)) ||
      !(
        whose === 'any' ||
        (turns.has(call) && hasKey(program, call)) ||
        speaksOf(program, call, OWNERS) ||
        namesOwner(program, call)
      )
    )
      return [];
    return [{ kept: 'store', file: call.file, line: call.call.line }];
  });
}

/** It reads by something that only the running program knows: not all that there is. */
function hasKey(program: Program, call: CallRef): boolean {
  return call.call.arguments.some(({ value }) =>
    valuesThroughCalls(value, call.file).some(
      (part) => part.kind === 'name' && program.constant(part, siteOf(call)) === undefined,
    ),
  );
}

/** What is read is told apart by its user afterwards: `messages.map((message) => message.userId)`. */
function namesOwner(program: Program, call: CallRef): boolean {
  const owner = program.definitionOf(siteOf(call));
  if (!owner) return false;
  const { line, endLine } = owner.definition;
  return call.file.statements.some(
    (one) =>
      one.line >= line &&
      one.line <= endLine &&
      one.value !== null &&
      valuesThroughCalls(one.value, call.file)
        .slice(0, 100)
        .some((part) => part.kind === 'name' && OWNERS.test(withoutDatabase(part.name))),
  );
}
