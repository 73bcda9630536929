/** What the program does about nulls, duplicates and wrong types in its data. */

import type { Block, CodeFile, Value } from '../../../program/file.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { writtenIn } from '../../../program/life/region.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { firstSegment, lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';
import { covers } from '../../../reading/text-file.ts';
import type { Route } from '../../web/routes/routes.ts';
import { asksForCells, cellTested, cellTyped, isConverted } from './cells.ts';
import { DETECTS } from './names.ts';
import { keepsOnePerKey, repeatTested } from './repeats.ts';
import { checksRow } from './row-schemas.ts';
import { mendedBySql } from './sql-cleaning.ts';
import { dataRegion } from './ways.ts';

export const DEFECTS = ['nulls', 'duplicates', 'types'] as const;
export type Defect = (typeof DEFECTS)[number];

export interface Handling {
  readonly defect: Defect;
  readonly file: CodeFile;
  readonly line: number;
}

/** SQL that minds rows which are there already. */
const SQL_UPSERT =
  /\bon\s+conflict\b|\binsert\s+or\s+(?:ignore|replace)\b|\bon\s+duplicate\s+key\b|\bmerge\s+into\b/i;

/** The first place for each defect. */
export function handlings(program: Program, routes: readonly Route[]): readonly Handling[] {
  const all = [...byCalls(program, routes), ...byRows(program, routes)];
  return DEFECTS.flatMap((defect) => all.find((one) => one.defect === defect) ?? []);
}

function byCalls(program: Program, _routes: readonly Route[]): readonly Handling[] {
  return program.calls().flatMap((call): Handling[] => {
    if (call.file.notebook || call.call.form === 'jsx') return [];
    const name = pipedThrough(program, call) ?? program.nameOf(call);
    if (isDropped(program, call, name)) return [];
    const defects: Defect[] = [];
    if (program.means(name, 'clean.nulls')) defects.push('nulls');
    if (program.means(name, 'clean.duplicates') && program.targetsOf(call).length === 0)
      defects.push('duplicates');
    if (program.means(name, 'clean.types') && isTypeChange(call, name) && isKept(call)) defects.push('types');
    if (
      call.call.arguments.some(
        ({ name: word, value }) =>
          (word === 'ignore_conflicts' ||
            word === 'skipDuplicates' ||
            (word === 'unique' && program.means(name, 'clean.types'))) &&
          value.kind === 'literal' &&
          value.value === true,
      )
    )
      defects.push('duplicates');
    for (const { value } of call.call.arguments)
      if (
        value.kind === 'dict' &&
        value.entries.some(
          ({ key }) =>
            key?.kind === 'literal' &&
            /^(skipDuplicates|ignoreDuplicates|updateOnDuplicate|upsert|onConflict)$/.test(String(key.value)),
        )
      )
        defects.push('duplicates');
    if (defects.length === 0 || !isAlive(program, siteOf(call))) return [];
    return defects.map((defect) => ({ defect, file: call.file, line: call.call.line }));
  });
}

/** `frame.pipe(pd.DataFrame.dropna)`: what a table is handed to. */
function pipedThrough(program: Program, call: CallRef): string | null {
  const [first] = call.call.arguments;
  if (!first || calleeParts(call.call.callee)?.name !== 'pipe') return null;
  const target = program.resolve(first.value, siteOf(call));
  return target.kind === 'external' ? target.name : null;
}

/** `frame.drop_duplicates()` as a statement: a new table that nobody keeps. */
function isDropped(program: Program, { call }: CallRef, name: string): boolean {
  const inPlace = call.arguments.some(
    (item) => item.name === 'inplace' && !(item.value.kind === 'literal' && item.value.value === false),
  );
  return call.statement && !inPlace && program.isFrom(name, 'table.library');
}

/** `astype(str)` loses nothing and mends nothing; `dtypes.astype` is for show. */
function isTypeChange({ call }: CallRef, name: string): boolean {
  if (!/\.(astype|cast|asType)$/.test(name)) return true;
  if (/dtypes\./.test(name)) return false;
  const [first] = call.arguments;
  const said =
    first?.value.kind === 'literal'
      ? String(first.value.value)
      : first?.value.kind === 'name'
        ? lastSegment(first.value.name)
        : '';
  return !/^(str|string|object|category|Utf8|String|bool)$/.test(said);
}

/** `frame["x"] = pd.to_numeric(…)`, not a trial whose result is thrown away: `parsed = pd.to_datetime(column)`. */
function isKept({ file, call, id }: CallRef): boolean {
  const holds = (value: Value | null): boolean =>
    value !== null &&
    valuesThroughCalls(value, file).some((part) => part.kind === 'call' && part.call === id);
  const name = call.callee.kind === 'name' ? lastSegment(call.callee.name) : '';
  if (!/^to_(numeric|datetime|timedelta)$/.test(name)) return true;
  const [target] = file.assignments
    .filter((item) => item.definition === call.definition && holds(item.value))
    .map((item) => item.target);
  if (target?.kind !== 'name' || target.name.includes('.')) return true;
  const named = (value: Value | null): boolean =>
    value !== null &&
    valuesThroughCalls(value, file).some(
      (part) => part.kind === 'name' && firstSegment(part.name) === target.name,
    );
  return (
    file.statements.some(
      (one) => one.definition === call.definition && one.kind === 'return' && named(one.value),
    ) ||
    file.assignments.some(
      (one) => one.definition === call.definition && one.target.kind === 'index' && named(one.value),
    )
  );
}

/** What is done about single rows on the ways on which tables are read, and what is asked of a whole table. */
function byRows(program: Program, routes: readonly Route[]): readonly Handling[] {
  const region = dataRegion(program, routes);
  const found: Handling[] = [];
  const add = (defect: Defect, file: CodeFile, line: number) => found.push({ defect, file, line });
  for (const place of region.places) {
    if (place.file.notebook) continue;
    for (const { value, site } of writtenIn(place)) {
      const said = value.kind === 'literal' || value.kind === 'name' ? program.constant(value, site) : null;
      if (typeof said === 'string' && SQL_UPSERT.test(said.slice(0, 4000)))
        add('duplicates', site.file, value.line);
      if (
        value.kind === 'template' &&
        value.parts.some((part) => typeof part === 'string' && SQL_UPSERT.test(part.slice(0, 4000)))
      )
        add('duplicates', site.file, value.line);
      if (value.kind === 'operation' && cellTested(program, value, site)) add('nulls', site.file, value.line);
      for (const defect of mendedBySql(program, value, site)) add(defect, site.file, value.line);
      for (const defect of asked(program, value, site)) add(defect, site.file, value.line);
    }
    for (const block of place.file.blocks) {
      if (block.definition !== place.definition) continue;
      if (
        block.kind === 'except' &&
        !block.empty &&
        block.catches.some((name) => /IntegrityError|UniqueViolation|DuplicateKey/.test(name))
      )
        add('duplicates', place.file, block.line);
      if (block.kind === 'if' && block.test) {
        if (asksForCells(program, block.test, place)) add('nulls', place.file, block.line);
        if (acts(place.file, block))
          for (const defect of tested(program, block.test, place)) add(defect, place.file, block.line);
        if (repeatTested(program, block.test, place)) add('duplicates', place.file, block.line);
      }
    }
  }
  for (const call of region.calls) {
    if (isConverted(program, call) || cellTyped(program, call)) add('types', call.file, call.call.line);
    if (keepsOnePerKey(program, call)) add('duplicates', call.file, call.call.line);
    if (filtersEmpty(program, call)) add('nulls', call.file, call.call.line);
    if (checksRow(program, call)) {
      add('types', call.file, call.call.line);
      add('nulls', call.file, call.call.line);
    }
  }
  return found;
}

/** `rows.filter((row) => row.name && row.amount)` */
function filtersEmpty(program: Program, call: CallRef): boolean {
  const method =
    call.call.callee.kind === 'name' || call.call.callee.kind === 'member'
      ? lastSegment(call.call.callee.name)
      : '';
  if (method !== 'filter') return false;
  return call.call.arguments.some(({ value }) => {
    if (value.kind !== 'function') return false;
    const site = { file: call.file, definition: value.definition };
    return call.file.statements.some(
      (one) =>
        one.definition === value.definition &&
        one.kind === 'return' &&
        one.value !== null &&
        asksForCells(program, one.value, site),
    );
  });
}

/** `frame[frame["x"].notna()]`, `~frame.duplicated()`: rows are chosen by it. */
function asked(program: Program, value: Value, site: Site): readonly Defect[] {
  const inside =
    value.kind === 'index'
      ? value.index
      : value.kind === 'operation' && value.operator === '~'
        ? value.operands
        : [];
  return inside.flatMap((part) => tested(program, part, site));
}

/** A branch that refuses, leaves out or notes down: not one that only finds out what a column is. */
function acts(file: CodeFile, block: Block): boolean {
  const inside = (line: number): boolean => covers(block, line);
  return (
    file.statements.some(
      ({ kind, line, value }) =>
        (kind === 'raise' || kind === 'continue' || (kind === 'return' && value?.kind === 'literal')) &&
        inside(line),
    ) ||
    file.calls.some(
      ({ callee, line }) =>
        inside(line) &&
        callee.kind === 'name' &&
        /(error|issue|problem|warning|invalid|reject)s?\w*\.(append|add|extend|push)$|\.(warning|error|drop)$/i.test(
          callee.name,
        ),
    )
  );
}

/** What a condition asks of a table. */
function tested(program: Program, test: Value, site: Site): readonly Defect[] {
  return valuesThroughCalls(test, site.file)
    .slice(0, 60)
    .flatMap((part) => {
      if (part.kind !== 'call') return [];
      const name = program.nameOf(program.callOf(site.file, part.call));
      return DETECTS.filter(([, pattern]) => pattern.test(name)).map(([defect]) => defect);
    });
}
