/**
 * Loops over a table that is written out, round by round: `for path, handler in ROUTES: app.add_api_route(path, handler)`
 * is as many calls as the table has rows.
 */

import { once } from '../../reading/once.ts';
import type { BlockId, Call, CallId, CodeFile, Value } from '../file.ts';
import { blocksWithin } from '../nesting.ts';
import { byMeaning, type Meaning, mentions, substituted } from './substitution.ts';
import { soleValue, type UsesOfFile, usesIn } from './uses.ts';

/** Longer tables are data. */
const MAX_ROWS = 64;
/** Loops of one file. */
const MAX_LOOPS = 100;
/** Calls that a file may gain. */
const MAX_CALLS = 1000;

export function withRounds(file: CodeFile): CodeFile {
  const loops: Loop[] = [];
  const uses = once(() => usesIn(file));
  for (const [id, block] of file.blocks.entries()) {
    const loop = block.kind === 'for' && loops.length < MAX_LOOPS ? roundsOf(file, id, uses) : null;
    if (loop) loops.push(loop);
  }
  if (loops.length === 0) return file;
  const calls = [...file.calls];
  for (const { block, rounds } of loops) unroll(file, calls, block, rounds);
  return { ...file, calls };
}

interface Loop {
  readonly block: BlockId;
  /** What the names of the loop mean, in each of its rounds. */
  readonly rounds: readonly Meaning[];
}

function roundsOf(file: CodeFile, id: BlockId, uses: () => UsesOfFile): Loop | null {
  const block = file.blocks[id];
  const rows = block?.test ? rowsOf(file, block.test, block.definition, uses) : null;
  if (!block || !rows || rows.length < 1 || rows.length > MAX_ROWS) return null;
  const targets = file.assignments.filter(
    (one) => one.block === id && (one.via === 'for' || isPart(one.value)),
  );
  const names = targets.map(({ target }) => (target.kind === 'name' ? target.name : ''));
  if (names.length === 0 || names.includes('')) return null;
  const rounds = rows.map((row): Meaning | null => {
    if (names.length === 1 && targets[0]?.via === 'for') return new Map([[names[0] ?? '', row]]);
    if (row.kind !== 'list' || row.items.length < names.length) return null;
    return new Map(
      names.map((name, at) => [name, row.items[partOf(targets[at]?.value ?? null) ?? at] as Value]),
    );
  });
  return rounds.every((round) => round !== null) ? { block: id, rounds } : null;
}

/** The second of `for (const [a, b] of …)`: an element of an element of what is looped over. */
function isPart(value: Value | null): boolean {
  return partOf(value) !== null;
}

function partOf(value: Value | null): number | null {
  const part = value?.kind === 'index' && value.of.kind === 'index' ? value.index[0] : undefined;
  return part?.kind === 'literal' && typeof part.value === 'number' ? part.value : null;
}

function rowsOf(
  file: CodeFile,
  test: Value,
  definition: number,
  uses: () => UsesOfFile,
): readonly Value[] | null {
  if (test.kind === 'list') return test.items.some(isSpread) ? null : test.items;
  if (test.kind === 'name') {
    const value = soleValue(uses(), test.name, definition);
    return value?.kind === 'list' ? rowsOf(file, value, definition, uses) : null;
  }
  const callee = test.kind === 'call' ? file.calls[test.call]?.callee : undefined;
  if (callee?.kind !== 'name' || !callee.name.endsWith('.items')) return null;
  const table = soleValue(uses(), callee.name.slice(0, -'.items'.length), definition);
  if (table?.kind !== 'dict') return null;
  return table.entries.flatMap(({ key, value }) =>
    key ? [{ kind: 'list', items: [key, value], line: value.line }] : [],
  );
}

function isSpread(value: Value): boolean {
  return value.kind === 'operation' && value.operator === '...';
}

/** The first round takes the place of what is written, all others follow behind. */
function unroll(file: CodeFile, calls: Call[], block: BlockId, rounds: readonly Meaning[]): void {
  const names = new Set(rounds[0]?.keys());
  const within = blocksWithin(file, block);
  const inside = file.calls.flatMap((call, id) => (within.has(call.block) ? [{ call, id }] : []));
  const changing = new Set<CallId>();
  // What a call is made of comes before or behind it: twice settles both for what is nested once, and so on.
  for (let count = -1; count !== changing.size; ) {
    count = changing.size;
    for (const { call, id } of inside) {
      const parts = [call.callee, ...call.arguments.map(({ value }) => value)];
      if (parts.some((part) => mentions(part, names, changing))) changing.add(id);
    }
  }
  if (changing.size * (rounds.length - 1) + calls.length - file.calls.length > MAX_CALLS) return;
  for (const [round, meaning] of rounds.entries()) {
    const replace = byMeaning(meaning);
    const again = (call: CallId) => copies.get(call) ?? call;
    const copies = new Map<CallId, CallId>();
    for (const id of changing) copies.set(id, round === 0 ? id : calls.length + copies.size);
    for (const { call, id } of inside) {
      const copy = copies.get(id);
      if (copy === undefined) continue;
      calls[copy] = {
        ...call,
        callee: substituted(call.callee, replace, again),
        arguments: call.arguments.map(({ name, value }) => ({
          name,
          value: substituted(value, replace, again),
        })),
      };
    }
  }
}
