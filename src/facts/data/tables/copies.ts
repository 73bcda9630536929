/** Tables that a database takes in or reads by itself: COPY from a stream, SQL over CSV files. */
import { originsOf } from '../../../program/flow/flow.ts';
import { siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';

const COPIES_OUT = /\bcopy\b[\s\S]{0,400}\bto\s+stdout\b/i;
const SQL_READS = /\bread_csv(?:_auto)?\s*\(|\bfrom\s+'[^']{1,200}\.(?:csv|tsv)'/i;
const MAKES_TABLE =
  /\bcreate\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?(?:table|view)\s+(?:if\s+not\s+exists\s+)?["`]?(\w+)/i;
/** Values of which the text of one query is made. */
const MOST = 60;

/** `cursor.copy("COPY t FROM STDIN")`, `copy_expert(sql, file)`: what is streamed in becomes rows. */
export function copiesIn(program: Program, call: CallRef): boolean {
  if (!program.means(program.nameOf(call), 'table.copy') || program.targetsOf(call).length > 0) return false;
  return !textsOf(program, call).some((text) => COPIES_OUT.test(text));
}

/** `SELECT … FROM read_csv('rows.csv')` */
export function readsBySql(program: Program, call: CallRef): boolean {
  return (
    program.means(program.nameOf(call), 'sql.run') &&
    textsOf(program, call).some((text) => SQL_READS.test(text))
  );
}

/** The tables and views that SQL makes of files: `CREATE TABLE trips AS SELECT * FROM read_csv('trips.csv')`. */
export function tablesOfFiles(program: Program): readonly string[] {
  return program
    .callsAs('sql.run')
    .flatMap((call) => textsOf(program, call).filter((text) => SQL_READS.test(text)))
    .flatMap((text) => MAKES_TABLE.exec(text)?.[1]?.toLowerCase() ?? []);
}

/** What is written into a copy after it began: `copy.write(block)`. */
export function writtenInto(program: Program, copy: CallRef): readonly CallRef[] {
  const name = program.nameOf(copy);
  return copy.file.calls.flatMap((call, id) => {
    if (call.definition !== copy.call.definition) return [];
    const other = program.callOf(copy.file, id);
    return program.nameOf(other).startsWith(`${name}.write`) ? [other] : [];
  });
}

function textsOf(program: Program, call: CallRef): readonly string[] {
  const [first] = call.call.arguments;
  if (!first) return [];
  return originsOf(program, [{ value: first.value, site: siteOf(call) }], { most: MOST }).flatMap(
    ({ value }) => {
      if (value.kind === 'literal')
        return typeof value.value === 'string' ? [value.value.slice(0, 4000)] : [];
      return value.kind === 'template'
        ? [
            value.parts
              .map((part) => (typeof part === 'string' ? part : "''"))
              .join('')
              .slice(0, 4000),
          ]
        : [];
    },
  );
}
