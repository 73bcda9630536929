/** Where the rows that were read are stored: writes to a database, and as what they are kept. */

import type { Value } from '../../../program/file.ts';
import { anyFlowsFrom, flowsFrom, type Origin, originsOf } from '../../../program/flow/flow.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { calleeParts, given, lastName, siteOf } from '../../../program/link/calls.ts';
import { firstSegment, lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import type { Route } from '../../web/routes/routes.ts';
import { aboutRows } from './about.ts';
import { copiesIn, tablesOfFiles } from './copies.ts';
import { tableName } from './table-names.ts';
import { readsTable } from './ways.ts';

const INSERTS = /\b(?:insert\s+(?:or\s+\w+\s+)?into|copy)\s+["'`{]?([\w.]*)/i;
/** Real programs have a few; a generated one may have thousands. */
const MOST_STORES = 80;
/** Methods that run what they are handed as SQL, or what was prepared. */
const RUNS_SQL =
  /\.(run|exec|batch|unsafe|\$executeRaw(Unsafe)?|none|executemany|execute_many|execute|query|fetch(row|val|_one|_val)?)$/;
/** Methods of a table that store it: the rows are what they are called on. */
export const OF_TABLES = new Set(['to_sql', 'write_database', 'to_gbq']);

/** Own classes and names of tables that rows are stored as. */
export interface Stored {
  readonly classes: ReadonlySet<DefinitionRef>;
  readonly names: ReadonlySet<string>;
  readonly calls: readonly CallRef[];
  /** Calls that would, on a connection that cannot be entered. */
  readonly broken: readonly CallRef[];
}

const remembered = new WeakMap<Program, Stored>();

/** The calls that put rows into a database, with what they are stored as. */
export function storedRows(program: Program, routes: readonly Route[]): Stored {
  const known = remembered.get(program);
  if (known) return known;
  const calls: CallRef[] = [];
  const broken: CallRef[] = [];
  const classes = new Set<DefinitionRef>();
  const names = new Set<string>(tablesOfFiles(program));
  const isSource = (one: CallRef): boolean =>
    readsTable(program, one) || program.means(program.nameOf(one), 'data.fetch');
  for (const call of anyStores(program, routes)) {
    const starts = [...given(call)];
    const skip = (origin: Origin) => aboutRows(program, origin);
    const table = sqlTable(program, call) ?? tableName(program, call);
    // What is built up before it is executed: `insert(table).values(rows)`.
    const { callee } = call.call;
    const parts = calleeParts(callee);
    const itself =
      OF_TABLES.has(parts?.name ?? '') || (parts?.name === 'save' && call.call.arguments.length === 0);
    if (parts && (callee.kind === 'member' || itself)) starts.push({ value: parts.of, site: siteOf(call) });
    if (!copiesIn(program, call) && !anyFlowsFrom(program, starts, isSource, { skip })) continue;
    (onBareGenerator(program, call) ? broken : calls).push(call);
    if (table !== null) names.add(table);
    for (const { value, site } of originsOf(program, starts, { most: 1500, skip })) {
      if (value.kind !== 'call') continue;
      const target = program.callee(program.callOf(site.file, value.call));
      if (target.kind === 'definition' && isRecord(target.ref)) classes.add(target.ref);
    }
  }
  const stored = { classes, names, calls, broken };
  remembered.set(program, stored);
  return stored;
}

/** A class that a library may map: it inherits from something, or is decorated. */
function isRecord({ definition: { kind, bases, decorators } }: DefinitionRef): boolean {
  return kind === 'class' && bases.length + decorators.length > 0;
}

const stores = new WeakMap<Program, readonly CallRef[]>();

/** Any write to a database by running code, whatever is written. */
export function anyStores(program: Program, _routes: readonly Route[]): readonly CallRef[] {
  return entryOfWeak(stores, program, () =>
    program
      .calls()
      .filter((call) => isStore(program, call) && isAlive(program, siteOf(call)))
      .slice(0, MOST_STORES),
  );
}

/** `async with get_db() as db` of a generator that nothing makes a context manager: entering it raises. */
function onBareGenerator(program: Program, call: CallRef): boolean {
  const { callee } = call.call;
  const head = callee.kind === 'name' ? firstSegment(callee.name) : '';
  return program.assignmentsTo(head, siteOf(call)).some(({ file, assignment }) => {
    if (assignment.via !== 'with' || assignment.value?.kind !== 'call') return false;
    const target = program.callee(program.callOf(file, assignment.value.call));
    return (
      target.kind === 'definition' &&
      target.ref.definition.generator &&
      target.ref.definition.decorators.length === 0
    );
  });
}

function isStore(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (program.targetsOf(call).length > 0 || call.file.notebook || call.call.form === 'jsx') return false;
  if (copiesIn(program, call)) return true;
  if (program.means(name, 'sql.template') || RUNS_SQL.test(name)) {
    // `db.prepare('INSERT …').run(a, b)`: what is run was prepared before.
    if (insertsBySql(program, call)) return true;
  }
  const { callee } = call.call;
  const written = callee.kind === 'name' ? callee.name : '';
  const session =
    /(^|\.)_?(db|session|db_session|async_session|conn|connection|cur|cursor|pool|client|trx|tx|knex|prisma(\.\w+)?|supabase.*)\.(add|add_all|merge|execute|executemany|query|create|createMany|upsert|insert|save)$/;
  if (!program.means(name, 'table.store') && !session.test(written)) return false;
  const method = lastSegment(written === '' ? name : written);
  // They run any SQL.
  if (/^(execute|query|executemany)$/.test(method)) return insertsBySql(program, call);
  if (method === 'values')
    return /insert/i.test(name) || (callee.kind === 'member' && insertsInto(program, call, callee.of));
  if (/^(create|save|insert|add|merge|upsert)$/.test(method))
    return (
      session.test(written) ||
      /sqlalchemy|sqlmodel|django|rest_framework|prisma|mongoose|mongo|sequelize|typeorm|supabase|drizzle|knex|objects|session|Repository|\?\./i.test(
        name,
      )
    );
  return true;
}

function insertsInto(program: Program, call: CallRef, of: Value): boolean {
  return of.kind === 'call' && /insert$/i.test(program.nameOf(program.callOf(call.file, of.call)));
}

function insertsBySql(program: Program, call: CallRef): boolean {
  const starts = [...given(call).slice(0, 1), ...preparedFor(program, call)];
  return originsOf(program, starts, { most: 120 }).some(({ value, site }) => {
    if (value.kind === 'literal')
      return typeof value.value === 'string' && INSERTS.test(value.value.slice(0, 4000));
    if (value.kind === 'template')
      return value.parts.some((part) => typeof part === 'string' && INSERTS.test(part.slice(0, 4000)));
    return (
      value.kind === 'call' &&
      /(^|\.)(pg_)?insert(\.|$)/.test(program.nameOf(program.callOf(site.file, value.call)))
    );
  });
}

/** `statement = await conn.prepare("INSERT …")`, and then `statement.executemany(rows)`: what was prepared. */
function preparedFor(program: Program, call: CallRef): readonly Origin[] {
  const of = calleeParts(call.call.callee)?.of;
  const made = of
    ? flowsFrom(program, of, siteOf(call), (one) => lastName(one.call.callee) === 'prepare', { most: 40 })
    : null;
  return made ? given(made).slice(0, 1) : [];
}

function sqlTable(program: Program, call: CallRef): string | null {
  const starts = [...given(call).slice(0, 2), ...preparedFor(program, call)];
  for (const { value } of originsOf(program, starts, { most: 60 })) {
    const texts = value.kind === 'template' ? value.parts : value.kind === 'literal' ? [value.value] : [];
    for (const text of texts) {
      const name = typeof text === 'string' ? INSERTS.exec(text.slice(0, 4000))?.[1] : undefined;
      if (name) return name.toLowerCase();
    }
    if (value.kind !== 'literal' || typeof value.value !== 'string') continue;
    if (/to_sql$/.test(program.nameOf(call)) && /^\w+$/.test(value.value)) return value.value.toLowerCase();
  }
  return null;
}
