/** Whether the store that keeps something is only one of two, and a question at start decides between them. */

import type { Assignment, CodeFile, Value } from '../../program/file.ts';
import { flowsFrom } from '../../program/flow/flow.ts';
import { siteAround } from '../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import type { StoreAccess } from './storage/storage.ts';

interface Choice {
  readonly file: CodeFile;
  readonly assignment: Assignment;
  readonly test: Value;
  readonly options: readonly Value[];
}

/** `x = test ? a : b`, and `x = a` under an `if` with `x = b` under its `else`. */
function choicesIn(file: CodeFile): Choice[] {
  return file.assignments.flatMap((assignment): Choice[] => {
    const { value, target, block } = assignment;
    if (value?.kind === 'operation' && value.operator === '?:') {
      const [test, ...options] = value.operands;
      return test ? [{ file, assignment, test, options }] : [];
    }
    const branch = file.blocks[block];
    if (branch?.kind !== 'if' || !branch.test || !value || target.kind !== 'name') return [];
    const other = file.assignments.find(
      (one) =>
        one.target.kind === 'name' &&
        one.target.name === target.name &&
        file.blocks[one.block]?.kind === 'else' &&
        file.blocks[one.block]?.of === block,
    );
    return other?.value ? [{ file, assignment, test: branch.test, options: [value, other.value] }] : [];
  });
}

/** The place where a prompt decides whether anything is kept at all; null where no prompt does. */
export function storeChosenAtPrompt(
  program: Program,
  writes: readonly StoreAccess[],
): { readonly file: CodeFile; readonly line: number } | null {
  const keeping = new Set(
    writes.flatMap(({ within }) => {
      const owner = within && program.definitionOf(siteAround(within));
      return owner?.definition.kind === 'class' ? [owner] : [];
    }),
  );
  if (keeping.size === 0 || writes.some(({ within }) => within?.definition.kind !== 'method')) return null;
  const prompts = (call: CallRef) => program.means(program.nameOf(call), 'cli.prompt');
  for (const file of program.filesOf()) {
    for (const { assignment, test, options } of choicesIn(file)) {
      const site = { file, definition: assignment.definition };
      const made = options.map((option): DefinitionRef | null => {
        const target = program.resolve(option, site);
        return target.kind === 'instance' ? target.ref : null;
      });
      if (made.some((ref) => ref === null) || !made.some((ref) => ref && keeping.has(ref))) continue;
      if (made.every((ref) => ref && keeping.has(ref))) continue;
      // A callback that is handed to the prompt gives the answer on: the function that asks is enough.
      const asks = (call: CallRef) =>
        prompts(call) || program.targetsOf(call).some((ref) => program.reach(ref, prompts) !== null);
      if (flowsFrom(program, test, site, asks)) return { file, line: assignment.line };
    }
  }
  return null;
}
