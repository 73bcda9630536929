/** Where the rows that were read go: into answers, and into a database. */
import { type AnswerForm, answersOf } from '../answers.ts';
import type { Value } from '../file.ts';
import { anyFlowsFrom, type Origin, originsOf } from '../flow.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';
import { siteOf } from '../routes/calls.ts';
import type { Route } from '../routes.ts';
import { lastSegment, matchesAny } from '../values.ts';
import { ROW_STORES } from './names.ts';
import { dataRegion, readsTable, waysOf } from './ways.ts';

/** What is known about a table or a file, not what is in it. */
const ABOUT =
  /\.(shape|columns|dtypes|size|index|nbytes|num_rows|num_columns|column_names|schema|filename|originalname|name|content_type|empty|length|fieldnames|mimetype|path)$/;
const COUNTS = new Set(
  'len count nunique getsize keys memory_usage info type id isinstance hash sizeof enumerate_count uuid4 now utcnow'.split(
    ' ',
  ),
);
const COMPARES = new Set(['==', '!=', '<', '>', '<=', '>=', 'in', 'not in', 'is', 'is not', 'not']);
const INSERTS = /\b(?:insert\s+(?:or\s+\w+\s+)?into|copy)\s+["'`{]?([\w.]*)/i;
/** Records of the work itself: jobs, files, users. */
const NO_DATA =
  /job|task|upload|meta|log|token|session|webhook|batch|import|status|history|file|account|auth/i;
/** Shows rows in an interface of one's own. */
const SHOWN: readonly string[] = [
  'streamlit.*dataframe',
  'streamlit.*table',
  'streamlit.*data_editor',
  'streamlit.*download_button',
  'gradio.*ataframe',
];

/** Values that only tell about a table: rows do not flow through them. */
export function aboutRows(program: Program, { value, site }: Origin): boolean {
  if (value.kind === 'name') return ABOUT.test(value.name);
  if (value.kind === 'member') return ABOUT.test(`.${value.name}`);
  if (value.kind === 'operation') return COMPARES.has(value.operator);
  if (value.kind !== 'call') return false;
  const call = program.callOf(site.file, value.call);
  const { callee } = call.call;
  const written = callee.kind === 'name' || callee.kind === 'member' ? lastSegment(callee.name) : '';
  if (COUNTS.has(written)) return true;
  // `sum(1 for _ in reader)` counts.
  const [first] = call.call.arguments;
  return (
    written === 'sum' &&
    first?.value.kind === 'operation' &&
    first.value.operator === 'comprehension' &&
    first.value.operands[0]?.kind === 'literal'
  );
}

/** `frame.to_dict(orient="records")`: rows, wherever the frame came from. */
function givesRecords(program: Program, call: CallRef): boolean {
  const { callee } = call.call;
  const method = callee.kind === 'name' || callee.kind === 'member' ? lastSegment(callee.name) : '';
  if (method === 'to_dicts' || method === 'iter_rows') return program.targetsOf(call).length === 0;
  return (
    (method === 'to_dict' || method === 'to_json') &&
    call.call.arguments.some(({ value }) => value.kind === 'literal' && value.value === 'records')
  );
}

/** Own classes and names of tables that rows are stored as. */
interface Stored {
  readonly classes: ReadonlySet<DefinitionRef>;
  readonly names: ReadonlySet<string>;
  readonly calls: readonly CallRef[];
}

const remembered = new WeakMap<Program, Stored>();

/** The calls that put rows into a database, with what they are stored as. */
export function storedRows(program: Program, routes: readonly Route[]): Stored {
  const known = remembered.get(program);
  if (known) return known;
  const calls: CallRef[] = [];
  const classes = new Set<DefinitionRef>();
  const names = new Set<string>();
  for (const call of dataRegion(program, routes).calls) {
    if (!isStore(program, call)) continue;
    const starts = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
    const skip = (origin: Origin) => aboutRows(program, origin);
    const table = sqlTable(program, call);
    // What is built up before it is executed: `insert(table).values(rows)`.
    const { callee } = call.call;
    if (callee.kind === 'member') starts.push({ value: callee.of, site: siteOf(call) });
    if (!anyFlowsFrom(program, starts, (one) => readsTable(program, one), { skip })) continue;
    calls.push(call);
    if (table) names.add(table);
    for (const { value, site } of originsOf(program, starts, { most: 1500, skip })) {
      if (value.kind !== 'call') continue;
      const target = program.callee(program.callOf(site.file, value.call));
      if (target.kind === 'definition' && target.ref.definition.kind === 'class') classes.add(target.ref);
    }
  }
  const stored = { classes, names, calls };
  remembered.set(program, stored);
  return stored;
}

/** Any write to a database on a way on which tables are read, whatever is written. */
export function anyStores(program: Program, routes: readonly Route[]): readonly CallRef[] {
  const uploads = waysOf(program, routes).flatMap(({ region }) => region.calls);
  const inRoutes = routes.flatMap(({ handler }) => (handler ? program.callsIn(handler) : []));
  return [...new Set([...uploads, ...inRoutes])].filter((call) => isStore(program, call));
}

function isStore(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (program.targetsOf(call).length > 0 || call.file.notebook || call.call.form === 'jsx') return false;
  const { callee } = call.call;
  const written = callee.kind === 'name' ? callee.name : '';
  const session =
    /(^|\.)_?(db|session|db_session|async_session|conn|connection|cur|cursor|pool|client|trx|tx|knex|prisma(\.\w+)?|supabase.*)\.(add|add_all|merge|execute|executemany|query|create|createMany|upsert|insert|save)$/;
  if (!matchesAny(name, ROW_STORES) && !session.test(written)) return false;
  const method = lastSegment(written === '' ? name : written);
  // They run any SQL.
  if (/^(execute|query|executemany)$/.test(method)) return insertsBySql(program, call);
  if (method === 'values')
    return /insert/i.test(name) || (callee.kind === 'member' && insertsInto(program, call, callee.of));
  if (/^(create|save|insert|add|merge|upsert)$/.test(method))
    return (
      session.test(written) ||
      /sqlalchemy|sqlmodel|django|prisma|mongoose|mongo|sequelize|typeorm|supabase|drizzle|knex|objects|session|Repository|\?\./i.test(
        name,
      )
    );
  return true;
}

function insertsInto(program: Program, call: CallRef, of: Value): boolean {
  return of.kind === 'call' && /insert$/i.test(program.nameOf(program.callOf(call.file, of.call)));
}

function insertsBySql(program: Program, call: CallRef): boolean {
  const [first] = call.call.arguments;
  if (!first) return false;
  return originsOf(program, [{ value: first.value, site: siteOf(call) }], { most: 120 }).some(
    ({ value, site }) => {
      if (value.kind === 'literal')
        return typeof value.value === 'string' && INSERTS.test(value.value.slice(0, 4000));
      if (value.kind === 'template')
        return value.parts.some((part) => typeof part === 'string' && INSERTS.test(part.slice(0, 4000)));
      return (
        value.kind === 'call' &&
        /(^|\.)(pg_)?insert(\.|$)/.test(program.nameOf(program.callOf(site.file, value.call)))
      );
    },
  );
}

function sqlTable(program: Program, call: CallRef): string | null {
  const starts = call.call.arguments.slice(0, 2).map(({ value }) => ({ value, site: siteOf(call) }));
  for (const { value } of originsOf(program, starts, { most: 60 })) {
    if (value.kind !== 'literal' || typeof value.value !== 'string') continue;
    const name = INSERTS.exec(value.value.slice(0, 4000))?.[1];
    if (name) return name.toLowerCase();
    if (/to_sql$/.test(program.nameOf(call)) && /^\w+$/.test(value.value)) return value.value.toLowerCase();
  }
  return null;
}

/** The answer of a route that holds rows, of one of the forms; null where none does. */
export function rowsAnswered(
  program: Program,
  routes: readonly Route[],
  forms: readonly AnswerForm[],
): { readonly route: Route; readonly line: number } | null {
  for (const route of routes) {
    if (!route.mounted || !route.handler) continue;
    const starts = answersOf(program, route).filter(({ form }) => forms.includes(form));
    if (starts.length > 0 && holdsRows(program, routes, starts))
      return { route, line: starts[0]?.line ?? route.line };
    // `/export`: a file that was written before.
    const named = `${route.path} ${route.handler.definition.name}`;
    const file = starts.find(({ form }) => form === 'file');
    if (file && /download|export|csv|result|output|clean|process|report/i.test(named))
      return { route, line: file.line };
  }
  return null;
}

function holdsRows(program: Program, routes: readonly Route[], starts: readonly Origin[]): boolean {
  const skip = (origin: Origin) => aboutRows(program, origin);
  const read = anyFlowsFrom(
    program,
    starts,
    (call) => readsTable(program, call) || givesRecords(program, call),
    { skip },
  );
  if (read) return true;
  const stored = storedRows(program, routes);
  if (stored.calls.length === 0) return false;
  return originsOf(program, starts, { skip }).some(({ value, site }) => {
    if (value.kind === 'literal') {
      const table =
        typeof value.value === 'string'
          ? /\bfrom\s+["'`]?([\w.]+)/i.exec(value.value.slice(0, 4000))?.[1]
          : undefined;
      return (
        table !== undefined &&
        (stored.names.has(table.toLowerCase()) ||
          (stored.names.size === 0 && !NO_DATA.test(table)) ||
          isTableOf(program, stored, table))
      );
    }
    if (value.kind !== 'name' && value.kind !== 'member') return false;
    const target = program.resolve(value, site);
    if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') return false;
    if (stored.classes.has(target.ref)) return true;
    const table = tableName(target.ref);
    if (table !== null && stored.names.has(table)) return true;
    return table !== null && !NO_DATA.test(target.ref.definition.name) && stored.classes.size === 0;
  });
}

function isTableOf(program: Program, { classes }: Stored, table: string): boolean {
  return [...classes].some((ref) => tableName(ref) === table.toLowerCase()) && program.files.length > 0;
}

/** `__tablename__`, or null for a class without one. */
function tableName({ definition }: DefinitionRef): string | null {
  const field = definition.fields.find(({ name }) => name === '__tablename__')?.value;
  return field?.kind === 'literal' ? String(field.value).toLowerCase() : null;
}

/** Calls that show rows in an interface. */
export function rowsShown(program: Program): readonly CallRef[] {
  return program.callsTo(SHOWN).filter((call) => {
    const starts = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
    return anyFlowsFrom(program, starts, (one) => readsTable(program, one)) !== null;
  });
}
