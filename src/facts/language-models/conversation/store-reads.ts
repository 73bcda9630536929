/** Reads of a store, and what they speak of. */
import { siteOf } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { SQL_READ } from './memories.ts';
import { textOf, withoutDatabase } from './words.ts';

const WRITES =
  /\.(?:insert\w*|delete\w*|update\w*|upsert|remove\w*|add|create|save|lpush|rpush|set|hset|put\w*)\b/i;

/** A call of a store that gives something back: no insert, no delete. */
export function isRead(program: Program, call: CallRef, name: string): boolean {
  if (!program.means(name, 'conversation.source') || WRITES.test(name)) return false;
  const site = siteOf(call);
  return !call.call.arguments.slice(0, 1).some(({ value }) => {
    // `messages.find((one) => …)` looks into a list.
    if (value.kind === 'function') return true;
    const text = program.constant(value, site);
    return typeof text === 'string' && /^\s*(?:insert|delete|update|create|drop|alter)\b/i.test(text);
  });
}

/** `fetch_all("SELECT role, content FROM messages …")`, whatever function of one's own runs it. */
export function asksSql(program: Program, call: CallRef): boolean {
  const site = siteOf(call);
  return call.call.arguments.slice(0, 2).some(({ value }) => {
    const text = program.constant(value, site);
    return typeof text === 'string' && text.length < 5000 && SQL_READ.test(text);
  });
}

/** Whether a read names something: in its table, key or model, or in the function that it stands in. */
export function speaksOf(program: Program, call: CallRef, words: RegExp): boolean {
  const owner = program.definitionOf(siteOf(call));
  if (owner && words.test(owner.definition.name)) return true;
  const parts = [call.call.callee, ...call.call.arguments.map((item) => item.value)];
  return parts.some((part) =>
    valuesThroughCalls(part, call.file)
      .slice(0, 200)
      .some((value) => {
        const said = program.constant(value, siteOf(call));
        const text = said === undefined ? textOf(value) : `${textOf(value)} ${said}`.slice(0, 500);
        return words.test(part === call.call.callee ? withoutDatabase(text) : text);
      }),
  );
}
