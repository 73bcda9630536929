/** Statistics over data: where they are computed, and whether they are handed out or kept. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { anyFlowsFrom, flowsFrom, type Origin, originsOf } from '../../../program/flow/flow.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { calleeParts, lastName, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import { decides } from '../../learning/confidence.ts';
import { answersOf } from '../../web/answers.ts';
import type { Route } from '../../web/routes/routes.ts';
import { aboutRows } from './about.ts';
import { isFold, isRunningSum } from './folds.ts';
import { countsMask } from './masks.ts';
import {
  BOUNDS,
  CLEAR_STATISTICS,
  FILLS,
  QUERY_STATISTICS,
  SQL_STATISTICS,
  STATISTICS,
} from './statistic-names.ts';
import { OF_TABLES } from './stores.ts';
import { readsTable } from './ways.ts';

const ID = /^(?:\w{0,40}_)?id_?$/i;
const LAST_ID_IN_SQL = /\bmax\s*\(\s*[\w."`]{0,60}\bid["`]?\s*\)/gi;

interface Place {
  readonly file: CodeFile;
  readonly line: number;
}

/** The text of a committed file of SQL by its path or name; null where there is none. */
export type QueryFile = (name: string) => string | null;

/** A statistic that a route answers with, or that is stored; null where none is. */
export function statisticKept(program: Program, routes: readonly Route[], queryIn: QueryFile): Place | null {
  const skip = outsideOfResults(program);
  for (const route of routes) {
    if (!route.mounted || !route.handler) continue;
    const starts = answersOf(program, route).filter(({ form }) => form !== 'redirect');
    const hit = statisticIn(program, starts, skip, queryIn);
    if (hit) return hit;
  }
  for (const call of program.callsAs(['table.store', 'result.kept'])) {
    if (call.file.notebook || !isAlive(program, siteOf(call))) continue;
    const starts = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
    const parts = calleeParts(call.call.callee);
    if (parts && OF_TABLES.has(parts.name)) starts.push({ value: parts.of, site: siteOf(call) });
    const hit = statisticIn(program, starts, skip, queryIn);
    if (hit) return hit;
  }
  return null;
}

/** What no result flows through: cells of the table itself, and comparisons. */
function outsideOfResults(program: Program): (origin: Origin) => boolean {
  const intoRows = entryOfWeak(rowParts, program, () => partsOfRows(program));
  return (origin) =>
    intoRows.has(origin.value) || (origin.value.kind === 'operation' && decides(program, origin));
}

const rowParts = new WeakMap<Program, ReadonlySet<Value>>();

/** What goes into the cells of a table: fillers of gaps, bounds of outliers, whole columns. No result flows through. */
function partsOfRows(program: Program): ReadonlySet<Value> {
  const found = new Set<Value>();
  for (const file of program.filesOf()) {
    for (const call of file.calls) {
      const method =
        call.callee.kind === 'name' || call.callee.kind === 'member' ? lastSegment(call.callee.name) : '';
      if (method !== 'get' && FILLS.has(method)) for (const { value } of call.arguments) found.add(value);
    }
    for (const { target, value, definition } of file.assignments) {
      if (target.kind !== 'index' || !value) continue;
      const table = program.resolve(target.of, { file, definition });
      const named =
        target.of.kind === 'name' &&
        /(^|\.|_)(df|frame|dataframe)(\.|$|_)|\.(loc|iloc|at)$/i.test(target.of.name);
      if (named || (table.kind === 'external' && program.isFrom(table.name, 'table.library')))
        found.add(value);
    }
  }
  return found;
}

function statisticIn(
  program: Program,
  starts: readonly Origin[],
  skip: (origin: Origin) => boolean,
  queryIn: QueryFile,
): Place | null {
  for (const { value, site } of originsOf(program, starts, { skip })) {
    if (value.kind === 'call') {
      const call = program.callOf(site.file, value.call);
      if (isStatistic(program, call) && !fillsGaps(program, call))
        return { file: site.file, line: value.line };
    }
    if (value.kind === 'dict' && listsStatistics(program, { value, site }))
      return { file: site.file, line: value.line };
    if (isRunningSum(program, { value, site })) return { file: site.file, line: value.line };
    if (
      value.kind === 'literal' &&
      typeof value.value === 'string' &&
      (isAggregate(value.value) || isAggregate(queryIn(value.value) ?? ''))
    )
      return { file: site.file, line: value.line };
    if (
      value.kind === 'template' &&
      value.parts.some((part) => typeof part === 'string' && isAggregate(part))
    )
      return { file: site.file, line: value.line };
  }
  return null;
}

/** `{ mean, median }`: functions of a library of statistics by the name under which their results are told. */
function listsStatistics(program: Program, { value, site }: Origin): boolean {
  if (value.kind !== 'dict') return false;
  const functions = value.entries.flatMap((entry) => {
    const target = entry.value.kind === 'name' ? program.resolve(entry.value, site) : null;
    return target?.kind === 'external' ? [target.name] : [];
  });
  return functions.some((name) => STATISTICS.has(lastSegment(name)) && program.isFrom(name, 'table.library'));
}

function isAggregate(text: string): boolean {
  const head = text.slice(0, 4000).replace(LAST_ID_IN_SQL, '');
  return /\bselect\b|\bfrom\b/i.test(head) && SQL_STATISTICS.test(head);
}

/** Whether a call computes a statistic; counts of nulls and duplicates are none. */
function isStatistic(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  const { callee } = call.call;
  const method = lastName(callee);
  if (findsLastId(call, method)) return false;
  if (QUERY_STATISTICS.test(name)) return true;
  if (countsMask(program, call) || /\.dtypes(\.|$)/.test(name)) return false;
  if (callee.kind === 'name' && /^(sum|max|min)$/.test(callee.name) && overRows(program, call)) return true;
  if (isFold(program, call)) return true;
  if (callee.kind === 'name' && /^(sum|max|min)$/.test(callee.name)) return false;
  if (!STATISTICS.has(method) || program.targetsOf(call).length > 0) return false;
  if (program.isFrom(name, 'table.library')) return true;
  if (/^(Math|math)\./.test(name)) return false;
  const learns = call.file.imports.some((item) => program.isFrom(item.module, 'table.library'));
  return learns ? CLEAR_STATISTICS.has(method) || name.startsWith('?') : ofTable(program, call);
}

/** `frame.describe()` of a frame that was handed in: what it is called on was read as a table elsewhere. */
function ofTable(program: Program, call: CallRef): boolean {
  const parts = CLEAR_STATISTICS.has(lastName(call.call.callee)) ? calleeParts(call.call.callee) : null;
  return (
    parts !== null &&
    flowsFrom(program, parts.of, siteOf(call), (one) => readsTable(program, one), {
      skip: (origin) => aboutRows(program, origin),
    }) !== null
  );
}

/** The highest number that was given out tells nothing of the data: `max(row["id"] for row in rows) + 1`. */
function findsLastId({ file, call }: CallRef, method: string): boolean {
  if (!/^(?:max|Max)$/.test(method)) return false;
  return [call.callee, ...call.arguments.map(({ value }) => value)].some((part) =>
    valuesThroughCalls(part, file)
      .slice(0, 60)
      .some(
        (value) =>
          (value.kind === 'name' && ID.test(lastSegment(value.name))) ||
          (value.kind === 'member' && ID.test(value.name)) ||
          (value.kind === 'literal' && typeof value.value === 'string' && ID.test(value.value)),
      ),
  );
}

/** `sum(float(row["amount"]) for row in rows)`: over what was read, and no mere count. */
function overRows(program: Program, call: CallRef): boolean {
  const [first] = call.call.arguments;
  if (!first || call.file.language !== 'python') return false;
  const start = { value: first.value, site: siteOf(call) };
  if (
    aboutRows(program, { value: { kind: 'call', call: call.id, line: call.call.line }, site: siteOf(call) })
  )
    return false;
  return (
    anyFlowsFrom(program, [start], (one) => readsTable(program, one), {
      skip: (origin) => aboutRows(program, origin),
    }) !== null
  );
}

/** A mean that goes into `fillna`, directly or by a name, is no result. */
function fillsGaps(program: Program, call: CallRef): boolean {
  const { file } = call;
  const uses = (value: Value, site: Site, depth = 0): boolean =>
    valuesThroughCalls(value, file).some((part) => {
      if (part.kind === 'call' && part.call === call.id) return true;
      if (part.kind !== 'name' || depth > 2 || part.name.includes('.')) return false;
      return program
        .assignmentsTo(part.name, site)
        .slice(0, 6)
        .some(
          ({ file: where, assignment }) =>
            where === file &&
            assignment.value !== null &&
            assignment.via === '=' &&
            assignment.value !== value &&
            mentions(assignment.value, depth),
        );
    });
  const mentions = (value: Value, depth: number): boolean => uses(value, siteOf(call), depth + 1);
  return file.calls.some((other) => {
    if (other.definition !== call.call.definition) return false;
    const { callee } = other;
    const method = lastName(callee);
    return FILLS.has(method) && other.arguments.some(({ value }) => uses(value, siteOf(call)));
  });
}

/** Statistics that are computed at all: clear ones, and others that are printed, logged or drawn. */
export function statisticsComputed(program: Program, _routes: readonly Route[]): readonly Place[] {
  const skip = outsideOfResults(program);
  const clear = program.calls().filter((call) => {
    const { callee } = call.call;
    const method = lastName(callee);
    return (
      CLEAR_STATISTICS.has(method) &&
      !BOUNDS.has(method) &&
      isStatistic(program, call) &&
      !fillsGaps(program, call) &&
      isAlive(program, siteOf(call))
    );
  });
  const said = program.callsAs(['cli.print', 'table.drawn', 'chart.figure']).flatMap((call) => {
    const starts = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
    const wanted = (one: CallRef) => isStatistic(program, one) && !fillsGaps(program, one);
    const hit = anyFlowsFrom(program, starts, wanted, { skip });
    return hit ? [hit] : [];
  });
  return [...clear, ...said].map(({ file, call }) => ({ file, line: call.line }));
}
