/** Where the rows that were read go: into the answers of routes, and onto the screen. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { anyFlowsFrom, type Origin, originsOf } from '../../../program/flow/flow.ts';
import { calleeParts, given, lastName } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { type AnswerForm, answersOf } from '../../web/answers.ts';
import type { Route } from '../../web/routes/routes.ts';
import { aboutRows } from './about.ts';
import type { QueryFile } from './statistics.ts';
import { storedRows } from './stores.ts';
import { tableName } from './table-names.ts';
import { readsTable } from './ways.ts';

/** Records of the work itself: jobs, files, users. */
const NO_DATA =
  /job|task|upload|meta|log|token|session|webhook|batch|import|status|history|file|account|auth/i;
/** What databases tell of their tables. */
const CATALOGUE = /^(?:information_schema|pg_\w+|sqlite_\w+)/i;

const OPEN_TABLE = /\bselect\b[^;]{0,2000}?\bfrom\s+(?:"|`)?(?:\0|\{|%s|$)/i;
const COUNTS_ROWS = /\bselect\s+(?:count\s*\(|1\b)/i;

/** `frame.to_dict(orient="records")`: rows, wherever the frame came from. */
function givesRecords(program: Program, call: CallRef): boolean {
  const { callee } = call.call;
  const method = lastName(callee);
  if (method === 'to_dicts' || method === 'iter_rows') return program.targetsOf(call).length === 0;
  return (
    (method === 'to_dict' || method === 'to_json') &&
    call.call.arguments.some(({ value }) => value.kind === 'literal' && value.value === 'records')
  );
}

/** The answer of a route that holds rows, of one of the forms; null where none does. */
export function rowsAnswered(
  program: Program,
  routes: readonly Route[],
  forms: readonly AnswerForm[],
  queryIn: QueryFile,
): { readonly route: Route; readonly file: CodeFile; readonly line: number } | null {
  for (const route of routes) {
    if (!route.mounted || !route.handler) continue;
    const starts = answersOf(program, route).filter(({ form }) => forms.includes(form));
    const holding = starts.find((start) => holdsRows(program, routes, [start], queryIn));
    if (holding) return { route, file: holding.site.file, line: holding.line };
    // `/export`: a file that was written before.
    const named = `${route.path} ${route.name}`;
    const file = starts.find(({ form }) => form === 'file');
    if (file && /download|export|csv|result|output|clean|process|report/i.test(named))
      return { route, file: file.site.file, line: file.line };
  }
  return null;
}

function holdsRows(
  program: Program,
  routes: readonly Route[],
  starts: readonly Origin[],
  queryIn: QueryFile,
): boolean {
  const skip = (origin: Origin) => aboutRows(program, origin);
  const read = anyFlowsFrom(
    program,
    starts,
    (call) => readsTable(program, call) || givesRecords(program, call),
    { skip },
  );
  if (read) return true;
  const stored = storedRows(program, routes);
  if (stored.calls.length + stored.broken.length + stored.names.size === 0) return false;
  return originsOf(program, starts, { skip }).some((origin) => {
    const { value } = origin;
    const texts =
      value.kind === 'literal' && typeof value.value === 'string'
        ? [value.value, queryIn(value.value) ?? '']
        : value.kind === 'template'
          ? value.parts.filter((part): part is string => typeof part === 'string')
          : executedOn(program, origin);
    const tables = texts.flatMap(tablesAsked);
    if (tables.some((table) => stored.names.has(table.toLowerCase()) || !NO_DATA.test(table))) return true;
    if (asksOpenTable(texts)) return true;
    if (value.kind === 'call') {
      const call = program.callOf(origin.site.file, value.call);
      if (readsStore(call) && stored.names.has(tableName(program, call) ?? '')) return true;
      // The record that was stored right now.
      const made = program.callee(call);
      if (
        made.kind === 'definition' &&
        stored.classes.has(made.ref) &&
        !NO_DATA.test(made.ref.definition.name)
      )
        return true;
    }
    return classesNamed(program, origin).some((ref) => {
      const table = declaredTable(ref);
      if (stored.classes.has(ref) || (table !== null && stored.names.has(table))) return true;
      const { name } = ref.definition;
      const others = stored.classes.size > 0 || stored.names.size > 0;
      return table !== null && !others && !NO_DATA.test(name);
    });
  });
}

/** The tables that a text of SQL selects from; a sentence that tells where something comes from is none. */
function tablesAsked(text: string): readonly string[] {
  const query = text.slice(0, 4000);
  if (!/\bselect\b/i.test(query)) return [];
  return [...query.matchAll(/\bfrom\s+["'`]?([\w.]+)/gi)].flatMap(([, table = '']) =>
    CATALOGUE.test(table) ? [] : [table],
  );
}

/** `SELECT … FROM {table}`: the table is chosen as the program runs; a mere count of its rows is none of them. */
function asksOpenTable(texts: readonly string[]): boolean {
  const query = texts.join('\0').slice(0, 4000);
  return OPEN_TABLE.test(query) && !COUNTS_ROWS.test(query);
}

/** `cursor.execute("SELECT …")`, and then `for row in cursor`, `cursor.fetchall()`: what a cursor was last asked. */
function executedOn(program: Program, { value, site }: Origin): readonly string[] {
  if (value.kind !== 'name') return [];
  return site.file.calls.flatMap(({ callee, definition, arguments: [first] }) => {
    if (definition !== site.definition || callee.kind !== 'name' || callee.name !== `${value.name}.execute`)
      return [];
    if (!first) return [];
    // `sql.SQL("SELECT …").format(…)` as well.
    return [program.constant(first.value, site), ...literalsIn(first.value, site.file)].flatMap((text) =>
      typeof text === 'string' && /^\s*(select|with)\b/i.test(text) ? [text] : [],
    );
  });
}

function literalsIn(value: Value, file: CodeFile): readonly unknown[] {
  return valuesThroughCalls(value, file)
    .slice(0, 20)
    .map((part) => (part.kind === 'literal' ? part.value : null));
}

/** `Row.findAll(…)`, `collection.find({})`, `prisma.row.findMany()`; a count is no row. */
function readsStore({ call }: CallRef): boolean {
  const method = calleeParts(call.callee)?.name ?? '';
  return /^(?:find(?!AndDelete|AndUpdate)\w*|select|aggregate|all|scan|paginate|get_all|getMany|getRawMany|query)$/.test(
    method,
  );
}

/** The own classes that a dotted name begins with: `models.User.id`, `User.__table__`. */
function classesNamed(program: Program, { value, site }: Origin): readonly DefinitionRef[] {
  const parts = value.kind === 'name' ? value.name.split('.').slice(0, 4) : [];
  const names = parts.length > 0 ? parts.map((_, at) => parts.slice(0, at + 1).join('.')) : [];
  const values: readonly Value[] =
    names.length > 0 ? names.map((name) => ({ kind: 'name', name, line: value.line })) : [value];
  return values.flatMap((one) => {
    const target = program.resolve(one, site);
    return target.kind === 'definition' && target.ref.definition.kind === 'class' ? [target.ref] : [];
  });
}

/** `__tablename__`, or null for a class without one. */
function declaredTable({ definition }: DefinitionRef): string | null {
  const field = definition.fields.find(({ name }) => name === '__tablename__')?.value;
  return field?.kind === 'literal' ? String(field.value).toLowerCase() : null;
}

/** Calls that show rows in an interface. */
export function rowsShown(program: Program): readonly CallRef[] {
  return program.callsAs('table.shown').filter((call) => {
    const starts = given(call);
    return anyFlowsFrom(program, starts, (one) => readsTable(program, one)) !== null;
  });
}
