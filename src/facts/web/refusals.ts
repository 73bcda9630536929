/** Error statuses that are answered on the way of a request, who may ask left aside. */

import type { Region } from '../../program/life/region.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import { covers } from '../../reading/text-file.ts';
import { isOverruled } from './overruled.ts';
import { readStatuses, type StatusAnswer } from './statuses.ts';

const known = new WeakMap<Program, readonly StatusAnswer[]>();
/** Definitions that are about who may ask. */
const ACCESS =
  /auth|login|token|password|credential|current_?user|active_?user|permission|api_?key|jwt|require_/i;

/** Statuses that a region's own code answers with, those of its own errors where they are made. */
export function statusesIn(program: Program, { definitions, calls }: Region): readonly StatusAnswer[] {
  const all = entryOfWeak(known, program, () => readStatuses(program));
  const refs = [...definitions].filter(({ definition }) => !ACCESS.test(definition.qualifiedName));
  const direct = all.filter(
    (answer) => refs.some((ref) => isIn(answer, ref)) && !isOverruled(program, answer),
  );
  // `throw new ParseError('no rows')` of a class that carries 400.
  const thrown = calls.flatMap(({ file, call, ...ref }): readonly StatusAnswer[] => {
    const target = program.callee({ file, call, ...ref });
    if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') return [];
    if (!/error|exception|invalid/i.test(target.ref.definition.name)) return [];
    const carried = all.find((answer) => isIn(answer, target.ref));
    return carried ? [{ status: carried.status, file, line: call.line }] : [];
  });
  return [...direct, ...thrown.filter((answer) => !isOverruled(program, answer))];
}

function isIn({ file, line }: StatusAnswer, ref: DefinitionRef): boolean {
  return ref.file === file && covers(ref.definition, line);
}
