/** The report as files, in every format that there is, for the user's own upload step. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { submissionIn } from '../commands/submission.ts';
import { UserError } from '../errors.ts';
import type { Difference } from '../model/difference.ts';
import type { Report } from '../model.ts';
import { FILE_ENDINGS, FORMATS, type Format } from '../reporters/formats.ts';
import { REPORTERS } from '../reporters/index.ts';
import { PLAIN } from '../reporters/reporter.ts';
import { visible } from '../reporters/visible.ts';

const COLUMNS = 100;
/** `path` is that of the JSON; the others lie beside it. Throws a UserError where they cannot be written. */
export function writeReports(path: string, report: Report, difference: Difference | null): void {
  const { dir, name } = parse(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (const format of FORMATS) {
      const file = format === 'json' ? path : join(dir, `${name}.${FILE_ENDINGS[format]}`);
      writeFileSync(file, worded(format, report, difference));
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new UserError({
      code: 'bad-option',
      message: `report-path: cannot write ${visible(path)} (${reason})`,
      hint: 'Give a file that may be written.',
      exitCode: 2,
    });
  }
}

/** A report in one format, as it goes into a file or a log. */
export function worded(format: Format, report: Report, difference: Difference | null): string {
  const submission = submissionIn(process.env);
  return REPORTERS[format](report, {
    ...(submission === null ? {} : { submission }),
    columns: COLUMNS,
    ascii: false,
    verbose: format !== 'terminal',
    palette: PLAIN,
    ...(difference === null ? {} : { difference }),
  });
}
