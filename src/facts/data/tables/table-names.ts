/** The tables, collections and models that a call of a database names, whatever library makes it. */

import type { Value } from '../../../program/file.ts';
import { type Origin, originsOf } from '../../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';

/** What is made with the name of a table: `mongoose.model('Row', …)`, `db.collection("rows")`, `pgTable('rows', …)`. */
const MAKERS =
  /(?:^|\.)(?:define|model|collection|get_collection|getCollection|from|from_|table|Table|\w+Table|knex|getRepository)$/;
/** Clients that have a property for each table. */
const BY_PROPERTY = /prisma|mongo|motor|drizzle\.query/i;
/** Methods that are handed the table: `db.insert(rows)`, `select(rows)`. */
const HANDED = /^(?:insert|insert_into|into|from|select|select_from)$/;
const NAME = /^[\w.-]{1,80}$/;
/** Values looked at for one call. */
const MOST = 60;

/** In lower case; null where the call says none. The nearest name counts: `client["shop"]["rows"]` is `rows`. */
export function tableName(program: Program, call: CallRef): string | null {
  const site = siteOf(call);
  const { callee } = call.call;
  const parts = calleeParts(callee);
  if (parts?.of.kind === 'name' && parts.of.name.includes('.')) {
    const path = `${program.nameOf(call)} ${parts.of.name}`;
    if (BY_PROPERTY.test(path)) return lastSegment(parts.of.name).toLowerCase();
  }
  const method = parts?.name ?? (callee.kind === 'name' ? callee.name : '');
  const [first] = call.call.arguments;
  const starts = [
    ...(parts ? [parts.of] : []),
    ...(HANDED.test(method) && first?.value.kind === 'name' ? [first.value] : []),
  ];
  for (const origin of originsOf(
    program,
    starts.map((value) => ({ value, site })),
    { most: MOST },
  )) {
    const name = nameIn(program, origin);
    if (name !== null && NAME.test(name)) return name.toLowerCase();
  }
  return parts && recordOf(program, parts.of, site);
}

/** The class of which `rows: Repository<Row>` keeps the records. */
function recordOf(program: Program, of: Value, site: Site): string | null {
  const first: Value = { kind: 'literal', value: 0, line: of.line };
  const target = program.resolve({ kind: 'index', of, index: [first], line: of.line }, site);
  return target.kind === 'instance' ? target.ref.definition.name.toLowerCase() : null;
}

function nameIn(program: Program, { value, site }: Origin): string | null {
  const maker = value.kind === 'call' ? program.callOf(site.file, value.call) : null;
  if (maker && !MAKERS.test(program.nameOf(maker))) return null;
  const key = maker ? maker.call.arguments[0]?.value : value.kind === 'index' ? value.index[0] : undefined;
  if (key?.kind === 'literal') return typeof key.value === 'string' ? key.value : null;
  // `source.getRepository(Row)`
  const target = maker && key ? program.resolve(key, site) : null;
  return target?.kind === 'definition' ? target.ref.definition.name : null;
}
