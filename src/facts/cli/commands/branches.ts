/** What a declared command leads to: the variable it is kept in, and the branch that asks for it. */
import type { Call, CallId, CodeFile, Value } from '../../../program/file.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { type Branch, calledIn } from './command.ts';

/** The last part of what a call calls; '' where that has no name. */
export function calleeName(call: Call): string {
  return call.callee.kind === 'name' || call.callee.kind === 'member' ? lastSegment(call.callee.name) : '';
}

/** The variable that a call's result is kept in. */
export function keptIn(file: CodeFile, id: CallId): string | null {
  const assignment = file.assignments.find((item) => item.value?.kind === 'call' && item.value.call === id);
  return assignment?.target.kind === 'name' ? assignment.target.name : null;
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
