/** Error answers that are raised and never sent: a handler on the way turns them into another. */

import type { Block, BlockId, CodeFile, DefinitionId, Value } from '../../program/file.ts';
import { catches, handlersAround } from '../../program/life/caught.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { covers } from '../../reading/text-file.ts';
import { type StatusAnswer, statusesOf } from './statuses.ts';

/** How many functions lie between what is raised and what handles it. */
const DEEPEST = 4;

/** `raise HTTPException(404)` in a `try` whose handler answers 500, or in what only such a `try` calls. */
export function isOverruled(program: Program, { file, line, status }: StatusAnswer): boolean {
  const call = raisedAt(program, file, line);
  return (
    call !== null && !escapes(program, { names: namesOf(program, call), status }, { file, ...call.call }, 0)
  );
}

interface Raised {
  readonly names: ReadonlySet<string>;
  readonly status: number;
}

/** Where something is raised, or called that raises. */
interface Place {
  readonly file: CodeFile;
  readonly definition: DefinitionId;
  readonly block: BlockId;
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

/** Whether an error gets past the handlers around a place, and around those who call what it stands in. */
function escapes(
  program: Program,
  raised: Raised,
  { file, definition, block }: Place,
  depth: number,
): boolean {
  for (const handlers of handlersAround(file, block)) {
    const handler = handlers.find((one) => catches(program, file, one, raised.names));
    if (handler) return !answersAnother(program, file, handler, raised.status);
  }
  // What a promise fails with is caught only where it is awaited, which is not seen from here.
  const own = file.language === 'python' ? program.definitionOf({ file, definition }) : null;
  const callers = own ? program.callers(own).filter((one) => program.role(one.file) === 'application') : [];
  if (callers.length === 0 || depth >= DEEPEST) return true;
  return callers.some((one) => escapes(program, raised, { file: one.file, ...one.call }, depth + 1));
}

/** Names of what is raised: of its class, and of those above it. */
function namesOf(program: Program, raised: CallRef): ReadonlySet<string> {
  const target = program.callee(raised);
  const above = target.kind === 'definition' ? program.ancestors(target.ref) : [];
  return new Set([program.nameOf(raised), ...above].map(lastSegment));
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
