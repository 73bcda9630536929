/** What is said where something that was asked for is not there, whatever the words and the language. */
import { type Block, NONE, type Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import type { Program, Site } from '../../program/program.ts';
import type { Message } from './messages.ts';

const LOOKS: ReadonlySet<string> = new Set(
  'get find next lookup look search first fetch by index'.split(' '),
);
const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const LENGTHS: ReadonlySet<string> = new Set(['len', 'length', 'size']);

/** Whether a message stands where a search came to its end, gave nothing, or a position is out of range. */
export function isForUnknown(program: Program, { file, definition, block, line }: Message): boolean {
  const around = program.blocksAround(file, block);
  const site = { file, definition };
  if (around.some((one) => one.kind === 'if' && one.test !== null && asksAbsence(program, one.test, site)))
    return true;
  // `for task in tasks: if task.id == id: return task`, and then a word.
  return (
    block === NONE &&
    file.blocks.some(
      (one) =>
        one.kind === 'for' && one.definition === definition && one.endLine < line && returns(site, one),
    )
  );
}

function returns({ file, definition }: Site, { line, endLine }: Block): boolean {
  return file.statements.some(
    (one) =>
      one.kind === 'return' &&
      one.value !== null &&
      one.definition === definition &&
      one.line >= line &&
      one.line <= endLine,
  );
}

function asksAbsence(program: Program, test: Value, site: Site): boolean {
  return valuesWithin(test).some((part) => {
    if (part.kind !== 'operation') return false;
    const [first, second] = part.operands;
    if (part.operator === 'not in') return second !== undefined && isStore(program, second, site);
    if (ORDERS.has(part.operator)) return isOutOfRange(program, part.operands, site);
    const isNothing = second?.kind === 'literal' && second.value === null;
    const asked = part.operator === 'not' || (isNothing && /^(?:is|==)$/.test(part.operator)) ? first : null;
    return asked?.kind === 'name' && isLookedUp(program, asked.name, site);
  });
}

/** `id not in tasks`: not one of the words that are written out, as of `status not in STATUSES`. */
function isStore(program: Program, value: Value, site: Site): boolean {
  if (value.kind !== 'name' && value.kind !== 'call') return false;
  const target = program.resolve(value, site);
  if (target.kind === 'definition') return false;
  if (target.kind !== 'value') return true;
  const { value: given } = target;
  return given.kind === 'list'
    ? given.items.length === 0
    : given.kind !== 'dict' || given.entries.length === 0;
}

/** `number > len(tasks)`: against the length of something else, and no fixed figure. */
function isOutOfRange(program: Program, operands: readonly Value[], site: Site): boolean {
  const measures = (value: Value): boolean =>
    value.kind === 'name'
      ? value.name.includes('.') && LENGTHS.has(lastSegment(value.name))
      : value.kind === 'call' &&
        valuesThroughCalls(value, site.file).some((part) => part.kind === 'name' && part.name === 'len');
  return (
    operands.some(measures) &&
    operands.some(
      (value) => value.kind === 'name' && !measures(value) && program.constant(value, site) === undefined,
    )
  );
}

/** `task = tasks.get(id)`: what a search gave that was told what to look for. */
function isLookedUp(program: Program, name: string, site: Site): boolean {
  return program.assignmentsTo(name, site).some(({ file, assignment: { value } }) => {
    const call = value?.kind === 'call' ? file.calls[value.call] : undefined;
    if (!call || (call.callee.kind !== 'name' && call.callee.kind !== 'member')) return false;
    return (
      LOOKS.has(lastSegment(call.callee.name).split(/_|(?=[A-Z])/)[0] ?? '') &&
      call.arguments.some(({ value: given }) => given.kind !== 'literal' && given.kind !== 'dict')
    );
  });
}
