/** Error answers that are raised and never sent: a handler on the way turns them into another. */

import type { Block, CodeFile, Value } from '../../program/file.ts';
import { catchersOf } from '../../program/life/caught.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { covers } from '../../reading/text-file.ts';
import { type StatusAnswer, statusesOf } from './statuses.ts';

/** `raise HTTPException(404)` in a `try` whose handler answers 500, or in what only such a `try` calls. */
export function isOverruled(program: Program, { file, line, status }: StatusAnswer): boolean {
  const call = raisedAt(program, file, line);
  if (call === null) return false;
  const target = program.callee(call);
  const names = [
    program.nameOf(call),
    ...(target.kind === 'definition' ? program.ancestors(target.ref) : []),
  ].map(lastSegment);
  return catchersOf(program, names, { file, ...call.call }).every(
    (met) => met !== null && answersAnother(program, met.file, met.handler, status),
  );
}

/** The call that makes the error which is raised at a line, or that raises it by itself. */
function raisedAt(program: Program, file: CodeFile, line: number): CallRef | null {
  for (const { kind, value } of file.statements) {
    if (kind !== 'raise' || value?.kind !== 'call') continue;
    const call = file.calls[value.call];
    if (call && covers(call, line)) return program.callOf(file, value.call);
  }
  const id = file.calls.findIndex((call) => covers(call, line));
  const call = id < 0 ? null : program.callOf(file, id);
  return call && program.means(call, 'http.abort') ? call : null;
}

/** It answers with an error of another status whatever it caught, and neither raises that again nor looks at what it is. */
function answersAnother(program: Program, file: CodeFile, handler: Block, status: number): boolean {
  const inside = (line: number): boolean => covers(handler, line);
  const isCaught = (value: Value | null): boolean =>
    value !== null &&
    handler.binds !== null &&
    valuesThroughCalls(value, file).some(
      (part) => part.kind === 'name' && firstSegment(part.name) === handler.binds,
    );
  const again = file.statements.some(
    ({ kind, value, line }) =>
      kind === 'raise' && inside(line) && (value === null || (value.kind === 'name' && isCaught(value))),
  );
  const asked = file.blocks.some(({ line, test }) => inside(line) && isCaught(test));
  if (again || asked) return false;
  const answered = statusesOf(program, file).filter(({ line }) => inside(line));
  return answered.length > 0 && answered.every((one) => one.status !== status);
}
