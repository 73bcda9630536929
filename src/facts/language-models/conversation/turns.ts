/** Turns that a model is handed as such: the items of its list of messages, wherever they come from. */
import type { Value } from '../../../program/file.ts';
import { type Origin, originsOf } from '../../../program/flow/flow.ts';
import { argument, siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { ModelCall } from '../models/language-models.ts';
import { asksSql, isRead } from './store-reads.ts';

/** Under which a model is handed the turns before. */
const TURNS = ['messages', 'message_history', 'chat_history', 'history'];
/** Values looked at for one list of messages. */
const MOST = 600;
const INSIDE: ReadonlySet<Value['kind']> = new Set(['dict', 'template', 'literal']);

/**
 * What the lists of messages of chat models are put together of. What stands inside of one message (its text, what was
 * found for it) is none of the list's: dicts and templates are not looked into.
 */
export function turnsOf(program: Program, models: readonly ModelCall[]): readonly Origin[] {
  return models.flatMap((model) => (model.purpose === 'chat' ? turnsOfCall(program, model) : []));
}

function turnsOfCall(program: Program, { call }: ModelCall): readonly Origin[] {
  const list = TURNS.map((name) => argument(call, name)).find((value) => value !== null);
  if (!list) return [];
  const site = siteOf(call);
  const skip = ({ value }: Origin): boolean => INSIDE.has(value.kind);
  return originsOf(program, [{ value: list, site }], { most: MOST, skip });
}

/** Reads of a store among them: their rows become messages of a model, one by one. */
export function storeReads(program: Program, turns: readonly Origin[]): readonly CallRef[] {
  const found = turns.flatMap(({ value, site }) =>
    value.kind === 'call' ? [program.callOf(site.file, value.call)] : [],
  );
  return [...new Set(found)].filter(
    (call) => isRead(program, call, program.nameOf(call)) || asksSql(program, call),
  );
}
