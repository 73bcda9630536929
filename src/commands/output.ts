/** Where a report goes: stdout, a file, or a folder of files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, normalize, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { badOption, UserError } from '../errors.ts';
import { FILE_ENDINGS, type Format } from '../reporters/formats.ts';
import { PLAIN, type ReporterOptions } from '../reporters/reporter.ts';
import { visible } from '../reporters/visible.ts';
import { columnsOf, onlyAscii, paletteFor, takesLinks } from './screen.ts';

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

/** Where places are, for whoever reads them in the working folder; a terminal that takes links gets them. */
export function placesFrom(folder: string): Pick<ReporterOptions, 'base' | 'address'> {
  const root = resolve(folder);
  const inside = relative(process.cwd(), root);
  // Somewhere else, the folder is known by the name that it was called by: steps up to it and down again tell nobody.
  const base = (inside.startsWith('..') ? normalize(folder).replace(/[\\/]$/, '') : inside).replaceAll(
    '\\',
    '/',
  );
  if (!takesLinks(process.stdout)) return { base };
  return { base, address: (path) => pathToFileURL(join(root, path)).href };
}

/** `--format json,html`: each known, each once. Throws a UserError. */
export function readFormats<Known extends Format>(
  value: string,
  known: readonly Known[],
  output: string | undefined,
): readonly Known[] {
  const formats = value.split(',').map((word) => {
    const format = known.find((one) => one === word.trim());
    if (format === undefined) throw badOption('--format', word, known);
    return format;
  });
  if (formats.length > 1 && output === undefined)
    throw badOption('--format', value, 'one format, or several with --output FOLDER');
  return [...new Set(formats)];
}

/** One text to stdout or into a file; several into a folder, as `NAME.html` and so on. Answers what was written. */
export function put(
  texts: ReadonlyMap<Format, string>,
  output: string | undefined,
  name: string,
): readonly string[] {
  const [only = '', ...more] = texts.values();
  if (output === undefined) {
    process.stdout.write(only);
    return [];
  }
  if (more.length === 0) {
    writeFile(output, only);
    return [output];
  }
  const files = [...texts].map(([format, text]) => [`${name}.${FILE_ENDINGS[format]}`, text] as const);
  return writeFolder(output, Object.fromEntries(files));
}

/** Throws a UserError where the file cannot be written. */
export function writeFile(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Made where it does not exist. */
export function writeFolder(folder: string, files: Readonly<Record<string, string>>): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
  return Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFile(path, text);
    return path;
  });
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
