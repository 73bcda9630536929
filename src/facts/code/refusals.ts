/** Error statuses that are answered on the way of a request, who may ask left aside. */
import { entryOfWeak } from '../collections.ts';
import type { Program } from './program.ts';
import type { Region } from './region.ts';
import { readStatuses, type StatusAnswer } from './statuses.ts';

const known = new WeakMap<Program, readonly StatusAnswer[]>();
/** Definitions that are about who may ask. */
const ACCESS =
  /auth|login|token|password|credential|current_?user|active_?user|permission|api_?key|jwt|require_/i;

/** Statuses that a region's own definitions answer with, in the order of files and lines. */
export function statusesIn(program: Program, { definitions }: Region): readonly StatusAnswer[] {
  const all = entryOfWeak(known, program, () => readStatuses(program));
  const refs = [...definitions].filter(({ definition }) => !ACCESS.test(definition.qualifiedName));
  return all.filter(({ file, line }) =>
    refs.some((ref) => ref.file === file && line >= ref.definition.line && line <= ref.definition.endLine),
  );
}
