/** What errors are answered with that code on the way of a request raises, wherever they are caught. */

import type { Block, Call, CodeFile, Value } from '../../program/file.ts';
import { type Catching, catchersOf, namesOfError, type Place } from '../../program/life/caught.ts';
import { type Region, writtenIn } from '../../program/life/region.ts';
import { firstSegment, lastSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import { covers } from '../../reading/text-file.ts';
import { errorHandlers, isRefusal } from './error-handlers.ts';
import { STATUS_NAMES, type StatusAnswer, statusesOf } from './statuses.ts';

interface Raised {
  readonly names: readonly string[];
  /** The status that its class gives it. */
  readonly carries: number | null;
}

interface Way {
  readonly program: Program;
  readonly calls: ReadonlySet<CallRef>;
}

/** How often a handler raises another error on the way. */
const DEEPEST = 3;
const remembered = new WeakMap<Region, readonly StatusAnswer[]>();

/** Refusals (4xx) that errors raised in a region end as, each where it is raised, or where it is handed on. */
export function refusalsRaised(program: Program, region: Region): readonly StatusAnswer[] {
  return entryOfWeak(remembered, region, () => {
    const way: Way = { program, calls: new Set(region.calls) };
    return region.places.flatMap((site) => [
      ...handedOn(program, site),
      ...site.file.statements.flatMap((one): readonly StatusAnswer[] => {
        if (one.definition !== site.definition || one.kind !== 'raise' || !one.value) return [];
        const raised = raisedBy(program, one.value, site);
        const status = answered(way, raised, { ...one, file: site.file }, 0);
        return status === null ? [] : [{ status, file: site.file, line: one.line }];
      }),
    ]);
  });
}

/** `catch (error) { next(error); }`: whatever failed is answered by the application. */
function handedOn(program: Program, { file, definition }: Site): readonly StatusAnswer[] {
  const status = byApplication(program, { names: [], carries: null });
  if (status === null) return [];
  return file.blocks.flatMap((handler) => {
    const next = handler.kind === 'except' && handler.definition === definition && nextIn(file, handler);
    return next ? [{ status, file, line: next.line }] : [];
  });
}

function nextIn(file: CodeFile, handler: Block): Call | undefined {
  return file.calls.find(
    ({ callee, line }) => covers(handler, line) && callee.kind === 'name' && callee.name === 'next',
  );
}

function answered(way: Way, raised: Raised, place: Place, depth: number): number | null {
  for (const met of catchersOf(way.program, raised.names, place, way.calls)) {
    const status = met ? inHandler(way, met, raised, depth) : byApplication(way.program, raised);
    if (status !== null) return status;
  }
  return null;
}

function inHandler(way: Way, { file, handler }: Catching, raised: Raised, depth: number): number | null {
  const { program } = way;
  const refusal = statusesOf(program, file).find(
    ({ line, status }) => covers(handler, line) && isRefusal(status),
  );
  if (refusal) return refusal.status;
  const site = { file, definition: handler.definition };
  const asks = writtenIn(site).some(
    ({ value }) => covers(handler, value.line) && asksStatus(value, handler.binds),
  );
  if (asks && isRefusal(raised.carries)) return raised.carries;
  if (nextIn(file, handler)) return byApplication(program, raised);
  if (depth >= DEEPEST) return null;
  for (const { kind, value, line } of file.statements) {
    if (kind !== 'raise' || !covers(handler, line)) continue;
    const again = value === null || (value.kind === 'name' && value.name === handler.binds);
    const next = again ? raised : raisedBy(program, value, site);
    const status = answered(way, next, { ...site, block: handler.parent }, depth + 1);
    if (status !== null) return status;
  }
  return null;
}

const asksStatus = (value: Value, bound: string | null): boolean =>
  value.kind === 'name' && STATUS_NAMES.has(lastSegment(value.name)) && firstSegment(value.name) === bound;

function raisedBy(program: Program, value: Value, site: Site): Raised {
  const target =
    value.kind === 'call'
      ? program.callee(program.callOf(site.file, value.call))
      : program.resolve(value, site);
  const carries = target.kind === 'definition' ? carriedBy(program, target.ref) : null;
  return { names: namesOfError(program, value, site), carries };
}

/** The refusal that an error ends as which is handed to the application itself: `next(new ParseError())`. */
export function refusalHanded(program: Program, error: Value, site: Site): number | null {
  const raised = raisedBy(program, error, site);
  return byApplication(program, raised) ?? (isRefusal(raised.carries) ? raised.carries : null);
}

/** The status that a class of errors gives those that it makes, or what it descends from does. */
function carriedBy(program: Program, ref: DefinitionRef, depth = 0): number | null {
  const own = statusesOf(program, ref.file).find(({ line }) => covers(ref.definition, line));
  if (own || depth >= DEEPEST) return own?.status ?? null;
  for (const base of ref.definition.bases) {
    const target = program.resolve(base, { file: ref.file, definition: ref.definition.parent });
    const status = target.kind === 'definition' ? carriedBy(program, target.ref, depth + 1) : null;
    if (status !== null) return status;
  }
  return null;
}

function byApplication(program: Program, { names, carries }: Raised): number | null {
  for (const { error, status, handsOn } of errorHandlers(program)) {
    if (error !== null && !names.includes(error) && error !== 'Exception') continue;
    if (handsOn && isRefusal(carries)) return carries;
    if (status !== null) return status;
  }
  return null;
}
