/** Where a report goes: stdout, a file, or a folder of files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { PLAIN, type ReporterOptions } from '../reporters/reporter.ts';
import { visible } from '../reporters/visible.ts';
import { columnsOf, onlyAscii, paletteFor } from './screen.ts';

/** What reporters are told of the place where their text will be read. */
export function optionsFor(toFile: boolean, verbose: boolean): ReporterOptions {
  const { env, stdout } = process;
  if (toFile) return { columns: columnsOf(env, undefined), ascii: false, verbose, palette: PLAIN };
  return {
    columns: columnsOf(env, stdout.columns),
    ascii: onlyAscii(env),
    verbose,
    palette: paletteFor(env, stdout.isTTY),
  };
}

/** Throws a UserError where the file cannot be written. */
export function writeFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Writes several files into a folder, which is made where it does not exist. */
export function writeFolder(folder: string, files: Readonly<Record<string, string>>): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
  for (const [name, text] of Object.entries(files)) writeFile(join(folder, name), text);
}

function unwritable(output: string, error: unknown): UserError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return new UserError({
    code: 'bad-option',
    message: `--output: cannot write ${visible(output)} (${reason})`,
    hint: 'Give a file in a folder that exists and that you may write to.',
    exitCode: 2,
  });
}
