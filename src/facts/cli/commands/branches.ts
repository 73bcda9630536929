/** What a declared command leads to: the variable it is kept in, and the branch that asks for it. */
import { type Call, type CallId, type CodeFile, NONE, type Value } from '../../../program/file.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { addTo, entryOfWeak } from '../../../reading/collections.ts';
import { type Branch, calledIn } from './command.ts';

/** The last part of what a call calls; '' where that has no name. */
export function calleeName(call: Call): string {
  return call.callee.kind === 'name' || call.callee.kind === 'member' ? lastSegment(call.callee.name) : '';
}

/** One look through a file: a parser's calls are looked for once per command. */
interface Written {
  readonly calls: ReadonlyMap<string, readonly CallId[]>;
  readonly kept: ReadonlyMap<CallId, Value>;
}
const written = new WeakMap<CodeFile, Written>();

function writtenIn(file: CodeFile): Written {
  return entryOfWeak(written, file, () => {
    const calls = new Map<string, CallId[]>();
    for (const [id, { callee }] of file.calls.entries())
      if (callee.kind === 'name') addTo(calls, callee.name, id);
    const kept = new Map<CallId, Value>();
    for (const { target, value } of file.assignments)
      if (value?.kind === 'call' && !kept.has(value.call)) kept.set(value.call, target);
    return { calls, kept };
  });
}

/** The calls of a dotted name, as it is written, in the order of the file; those after a call first, where one is said. */
export function callsOf(file: CodeFile, name: string, after: CallId = 0): readonly Call[] {
  const ids = writtenIn(file).calls.get(name) ?? [];
  return [...ids.filter((id) => id >= after), ...ids.filter((id) => id < after)].flatMap(
    (id) => file.calls[id] ?? [],
  );
}

/** The variable that a call's result is kept in; of one that stands for a round of its loop, that of the loop. */
export function keptIn(file: CodeFile, id: CallId): string | null {
  const { calls, kept } = writtenIn(file);
  const call = file.calls[id];
  const isTwin = (other: CallId): boolean => {
    const twin = file.calls[other];
    return twin?.line === call?.line && twin?.block === call?.block;
  };
  const twins =
    call?.callee.kind === 'name' && call.block !== NONE ? (calls.get(call.callee.name) ?? []) : [];
  const target = kept.get(id) ?? twins.filter(isTwin).flatMap((one) => kept.get(one) ?? [])[0];
  return target?.kind === 'name' ? target.name : null;
}

/** The branch in which a parsed value is compared with a word: `args.command == "add"`, `if args.add:`. */
function branchFor(file: CodeFile, word: string, flag: boolean): number | null {
  for (const [id, block] of file.blocks.entries()) {
    if (!block.test || (block.kind !== 'if' && block.kind !== 'case')) continue;
    if (mentions(block.test, word, flag)) return id;
  }
  return null;
}

function mentions(test: Value, word: string, flag: boolean): boolean {
  if (test.kind === 'operation') {
    if (!flag && (test.operator === '==' || test.operator === 'in')) {
      const literals = test.operands.flatMap((operand) =>
        operand.kind === 'list' ? operand.items : [operand],
      );
      return literals.some((operand) => operand.kind === 'literal' && operand.value === word);
    }
    return test.operator !== 'not' && test.operands.some((operand) => mentions(operand, word, flag));
  }
  return (
    flag &&
    (test.kind === 'name' || test.kind === 'member') &&
    lastSegment(test.name) === word.replaceAll('-', '_')
  );
}

/** What runs in the first branch that asks for a word, and that branch. */
export function branchHandler(
  program: Program,
  word: string,
  flag: boolean,
): { handler: DefinitionRef | null; branch: Branch | null } {
  for (const file of program.filesOf()) {
    const block = branchFor(file, word, flag);
    if (block !== null) return { handler: calledIn(program, file, block), branch: { file, block } };
  }
  return { handler: null, branch: null };
}
