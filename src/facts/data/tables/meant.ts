/** Which tables words mean: those that bear one, or, where none does, those that could be meant. */
import { siteOf } from '../../../program/link/calls.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';
import { isTable } from './orm.ts';

/** Whether a text names what is meant. */
export type Meant = (text: string) => boolean;

export interface Ends {
  readonly from: Meant;
  readonly to: Meant;
  /** No table bears a word of one end: what is meant is known by what else there is. */
  readonly guessed: boolean;
}

const MAKERS = new Set('createTable create_table pgTable mysqlTable sqliteTable define'.split(' '));
const CREATED = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?["`]?(\w+)/gi;
/** What hangs on a record, or on somebody's visit, is not what was meant. */
const ASIDE = /comment|like|vote|tag|categor|follow|session|token|log/i;
const MAX_TEXT = 20_000;

/** Which tables are meant where one points at another, by words in the singular for each end. */
export function endsOf(facts: Facts, from: readonly string[], to: readonly string[]): Ends {
  const tables = tableNames(facts);
  const knows = (words: readonly string[]) =>
    tables.length < 2 || tables.some((table) => named(table, words));
  const isTo: Meant = knows(to) ? (text) => named(text, to) : () => true;
  const isFrom: Meant = knows(from)
    ? (text) => named(text, from)
    : (text) => !named(text, to) && !ASIDE.test(text);
  return { from: isFrom, to: isTo, guessed: !knows(from) || !knows(to) };
}

/** Whether one of some words stands in a name, in the singular or the plural. */
function named(text: string, words: readonly string[]): boolean {
  const pieces = text
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((piece) => (piece.endsWith('ies') ? `${piece.slice(0, -3)}y` : piece.replace(/s$/, '')));
  return pieces.some((piece) => words.includes(piece));
}

/** A class that an ORM keeps, in either language. */
export function isEntity(program: Program, ref: DefinitionRef): boolean {
  return (
    isTable(ref, program) ||
    (ref.definition.fields.length > 0 && descendsAs(program, ref, 'record.table')) ||
    ref.definition.decorators.some((value) => {
      const callee = value.kind === 'call' ? ref.file.calls[value.call]?.callee : value;
      return callee?.kind === 'name' && lastSegment(callee.name) === 'Entity';
    })
  );
}

function tableNames(facts: Facts): readonly string[] {
  const { program } = facts;
  const classes = program.definitions().filter((ref) => isEntity(program, ref));
  const made = [...program.calls(), ...program.calls('migration')].flatMap((call) => madeBy(program, call));
  return [
    ...facts.schemas.tables.map(({ name }) => name),
    ...classes.map(({ definition }) => definition.name),
    ...made,
  ];
}

/** The tables that a call makes: `createTable('posts', …)`, a statement of SQL. */
function madeBy(program: Program, call: CallRef): readonly string[] {
  const first = call.call.arguments[0]?.value;
  const text = first ? program.constant(first, siteOf(call)) : undefined;
  if (typeof text !== 'string') return [];
  const { callee } = call.call;
  const name = callee.kind === 'name' || callee.kind === 'member' ? lastSegment(callee.name) : '';
  if (MAKERS.has(name)) return [text];
  return [...text.slice(0, MAX_TEXT).matchAll(CREATED)].flatMap(([, table]) => table ?? []);
}
