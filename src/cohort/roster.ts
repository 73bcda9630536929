/** The roster: a table of learners, as a platform exports it or a mentor writes it. */
import { UserError } from '../errors.ts';
import { type Enrolled, enrolled, KNOWN_COLUMNS, readerFor } from './learners.ts';

/** More is a mistake, and a table of a million rows would be read for nothing. */
const MOST_LEARNERS = 20_000;
const LONGEST_CELL = 500;

/** `text` is the content of the file, `path` its name in messages. Throws a UserError. */
export async function parseRoster(text: string, path: string): Promise<readonly Enrolled[]> {
  const { parse } = await import('csv-parse/sync');
  let table: readonly Line[];
  try {
    table = parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 100_000,
      to: MOST_LEARNERS + 2,
    }) as unknown as readonly Line[];
  } catch (error) {
    throw badRoster(path, `it is no table: ${error instanceof Error ? error.message.slice(0, 200) : ''}`);
  }
  const [header, ...rows] = table;
  if (header === undefined) throw badRoster(path, 'it is empty');
  const read = readerFor(header.record);
  if (read === null) throw badRoster(`${path}:1`, 'no column says who the learners are');
  const found = rows.flatMap(({ record, info }) => {
    const one = enrolled(
      record.map((cell) => cell.slice(0, LONGEST_CELL)),
      info.lines,
      read,
    );
    return one === null ? [] : [one];
  });
  if (found.length === 0) throw badRoster(path, 'it names nobody');
  if (found.length > MOST_LEARNERS) throw badRoster(path, `it names more than ${MOST_LEARNERS} learners`);
  return withoutDoubles(found, path);
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The same line twice is an export's habit; one learner with two repositories for one milestone is a mistake. */
function withoutDoubles(all: readonly Enrolled[], path: string): readonly Enrolled[] {
  const seen = new Map<string, Enrolled>();
  return all.filter((one) => {
    const key = JSON.stringify([one.learner.id.toLowerCase(), one.milestone]);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, one);
      return true;
    }
    if (before.repository === one.repository) return false;
    throw badRoster(
      `${path}:${one.line}`,
      `'${one.learner.id}' stands in line ${before.line} too, with another repository`,
    );
  });
}

function badRoster(place: string, what: string): UserError {
  return new UserError({
    code: 'bad-config',
    message: `${place}: ${what}`,
    hint: `A roster is a CSV file with a line of column names. Known ones: ${KNOWN_COLUMNS.join(', ')}.`,
    exitCode: 2,
  });
}
