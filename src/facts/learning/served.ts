/** Which trainings and measures are those of the model that is served, as far as the names of its files tell. */

import { type CodeFile, MODULE } from '../../program/file.ts';
import { originsOf } from '../../program/flow/flow.ts';
import { regionFrom } from '../../program/life/region.ts';
import { siteOf } from '../../program/link/calls.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { baseName } from '../../reading/text-file.ts';
import { MODEL_FILES } from '../project/kinds.ts';
import type { Route } from '../web/routes/routes.ts';
import type { Training } from './training.ts';

/** What hands over rows that are there. */
const GATHERED =
  /(^|\.)(read_\w+|scan_\w+|load\w*|fetch\w*|open|genfromtxt|reader|DictReader|query|execute|parse)$/;

/**
 * Whether the file of a training or a measure makes another model than the one that is served: the model files that it
 * saves lie in the repository beside those that are loaded, under other names.
 */
export function makesAnother(
  program: Program,
  paths: readonly string[],
  { file }: Pick<CallRef, 'file'>,
): boolean {
  const saved = filesOf(program, savesIn(program, file));
  if (saved === null || saved.size === 0) return false;
  const loads = program.callsAs('model.load').filter((one) => !one.file.notebook && one.file !== file);
  const loaded = filesOf(program, loads);
  if (loaded === null || [...saved].some((name) => loaded.has(name))) return false;
  const there = (name: string): boolean => paths.some((path) => baseName(path) === name);
  return [...saved].every(there) && [...loaded].some(there);
}

function savesIn(program: Program, file: CodeFile): readonly CallRef[] {
  return program.callsAs('model.save').filter((one) => one.file === file);
}

/** The names of the model files that calls load or save; null where one cannot be told. */
function filesOf(program: Program, calls: readonly CallRef[]): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const call of calls) {
    const given = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
    const found = originsOf(program, given, { most: 300 }).flatMap(({ value }) => {
      if (value.kind !== 'literal' || typeof value.value !== 'string') return [];
      return MODEL_FILES.test(value.value) ? [value.value.split(/[/\\]/).at(-1) ?? ''] : [];
    });
    if (found.length === 0) return null;
    for (const name of found) names.add(name);
  }
  return names;
}

/** Whether the service itself fits the model when it starts, to rows that it draws. */
export function drawsAtStart(program: Program, routes: readonly Route[], training: Training): boolean {
  const services = new Set(routes.map(({ file }) => file));
  const starts = [...services].some((file) =>
    regionFrom(program, { file, definition: MODULE }).calls.includes(training.call),
  );
  return starts && isDrawn(program, training);
}

function isDrawn(program: Program, { inputs }: Training): boolean {
  const names = originsOf(program, inputs).flatMap(({ value, site }) =>
    value.kind === 'call' ? [program.nameOf(program.callOf(site.file, value.call))] : [],
  );
  return (
    names.some((name) => program.means(name, 'data.made-up')) && !names.some((name) => GATHERED.test(name))
  );
}
