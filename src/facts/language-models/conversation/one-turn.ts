/** One of the turns of a conversation, taken out of the list of them. */
import type { Value } from '../../../program/file.ts';
import type { Origin } from '../../../program/flow/flow.ts';
import { calleeParts } from '../../../program/link/calls.ts';
import { TURNS } from './memories.ts';
import { textOf } from './words.ts';

const TAKES_ONE: ReadonlySet<string> = new Set(['at', 'pop', 'findLast']);

/** `messages.at(-1)`, `history[-1]`: one of the turns is the question itself, and no history. */
export function isOneTurn({ value, site }: Origin): boolean {
  if (value.kind === 'member') return isOneTurn({ value: value.of, site });
  if (value.kind === 'index') {
    const [key] = value.index;
    return key !== undefined && isPosition(key) && TURNS.test(textOf(value.of));
  }
  const callee = value.kind === 'call' ? site.file.calls[value.call]?.callee : undefined;
  const parts = callee && calleeParts(callee);
  return parts !== undefined && parts !== null && TAKES_ONE.has(parts.name) && TURNS.test(textOf(parts.of));
}

/** `0`, `-1`, `messages.length - 1` */
function isPosition(key: Value): boolean {
  if (key.kind === 'literal') return typeof key.value === 'number';
  const [first] = key.kind === 'operation' ? key.operands : [];
  return first !== undefined && textOf(first).endsWith('.length');
}
