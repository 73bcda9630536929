/** Where code turns a caller away: by a status, an error, a redirect, or a `false` to the framework that asks it. */

import type { Block, Call, CodeFile } from '../../../program/file.ts';
import { handlersAround } from '../../../program/life/caught.ts';
import { nestedIn, writtenIn } from '../../../program/life/region.ts';
import { calleeParts } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { covers } from '../../../reading/text-file.ts';
import { statusesOf } from '../statuses.ts';
import type { Place } from './requires.ts';

const DENIED: ReadonlySet<number> = new Set([401, 403]);
/** Methods whose result a framework takes for yes or no. */
const JUDGES = new Set('canActivate has_permission has_object_permission test_func'.split(' '));

/** Where a family of definitions answers one of some statuses, errors of one's own that carry one included. */
export function statusIn(
  program: Program,
  family: readonly DefinitionRef[],
  wanted: (status: number) => boolean = (status) => DENIED.has(status),
): Place | null {
  for (const ref of family) {
    const own = statusesOf(program, ref.file).find(
      ({ status, line }) => wanted(status) && isWithin(ref, line),
    );
    if (own) return { file: ref.file, line: own.line };
    for (const site of sitesOf(ref))
      for (const { value } of writtenIn(site)) {
        if (value.kind !== 'name' || !/^[A-Z]|\.[A-Z]/.test(value.name)) continue;
        const target = program.resolve(value, site);
        if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') continue;
        const carried = statusesOf(program, target.ref.file).find(
          ({ status, line }) => wanted(status) && isWithin(target.ref, line),
        );
        if (carried) return { file: ref.file, line: value.line };
      }
  }
  return null;
}

function sitesOf(ref: DefinitionRef) {
  const own = { file: ref.file, definition: ref.id };
  return [own, ...nestedIn(own)];
}

/** Where a family of definitions turns callers away for who they are. */
export function refusalIn(program: Program, family: readonly DefinitionRef[]): Place | null {
  const denied = statusIn(program, family);
  if (denied) return denied;
  for (const ref of family)
    if (JUDGES.has(ref.definition.name)) return { file: ref.file, line: ref.definition.line };
  // What answers another error alone, as a limiter does, refuses for another reason.
  if (statusIn(program, family, (status) => status >= 400)) return null;
  for (const ref of family) {
    const { file } = ref;
    const own = new Set(sitesOf(ref).map((site) => site.definition));
    const raised = file.statements.find(
      (item) =>
        own.has(item.definition) &&
        (item.kind === 'raise' ||
          (item.kind === 'return' && item.value?.kind === 'literal' && item.value.value === false)),
    );
    if (raised) return { file, line: raised.line };
    const away = program.callsIn(ref).find((call) => redirects(program, call));
    if (away) return { file, line: away.call.line };
  }
  return null;
}

function redirects(program: Program, call: CallRef): boolean {
  return /redirect$/i.test(lastSegment(program.nameOf(call)));
}

function isWithin({ definition }: DefinitionRef, line: number): boolean {
  return covers(definition, line);
}

/** Whether the error of a call ends in a handler that goes on as if nothing had been. */
export function isSwallowed(program: Program, { file, call }: CallRef): boolean {
  for (const handlers of handlersAround(file, call.block)) {
    if (handlers.length > 0) return handlers.every((handler) => !refusesIn(program, file, handler));
  }
  return false;
}

/** Whether a block raises, answers an error, answers false or hands the error on. */
function refusesIn(program: Program, file: CodeFile, block: Block): boolean {
  const inside = (line: number) => covers(block, line);
  return (
    file.statements.some(
      (item) =>
        inside(item.line) &&
        (item.kind === 'raise' ||
          (item.kind === 'return' && item.value?.kind === 'literal' && item.value.value === false)),
    ) ||
    statusesOf(program, file).some(({ line }) => inside(line)) ||
    file.calls.some(
      (call, id) =>
        inside(call.line) &&
        (redirects(program, program.callOf(file, id)) ||
          // Express: `next(error)`.
          (call.callee.kind === 'name' && call.callee.name === 'next' && call.arguments.length > 0) ||
          answersError(call, block)),
    )
  );
}

/** Fastify: `reply.send(error)` answers the status that the error carries. */
function answersError({ callee, arguments: given }: Call, { binds }: Block): boolean {
  const first = given[0]?.value;
  const sends = calleeParts(callee)?.name === 'send';
  return sends && binds !== null && first?.kind === 'name' && first.name === binds;
}
