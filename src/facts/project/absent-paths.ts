/** Files and folders that the program opens while it is loaded, that are not there, and that nothing makes before. */

import { MODULE } from '../../program/file.ts';
import { mayRunAtLoad, surelyRunsAtLoad } from '../../program/life/loading.ts';
import type { Stop } from '../../program/life/stops.ts';
import { siteOf } from '../../program/link/calls.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { once } from '../../reading/once.ts';
import { baseName, folderOf, linesOf, type TextFile } from '../../reading/text-file.ts';
import { MODEL_FILES } from './kinds.ts';

/** What is looked through for paths. */
export interface Place {
  readonly program: Program;
  readonly texts: readonly TextFile[];
  /** Whatever lies in the repository. */
  readonly present: readonly string[];
}

/** Data and trained models are too large to commit, or made on the spot: whoever runs the program brings them. */
const BROUGHT = /\.(?:csv|tsv|jsonl|ndjson|xlsx?|parquet|feather|arff|npy|npz|zip|gz|pb|bin|gguf|model)$/i;

/** What opens such a path, each with the reason why it fails. */
export function absentPaths(place: Place): readonly Stop[] {
  const { program, present } = place;
  const written = once(() => writtenNames(program));
  const isThere = (path: string): boolean => present.some((one) => `/${one}/`.includes(`/${path}/`));
  return program.callsAs('path.needed').flatMap((ref): Stop[] => {
    const { file, call } = ref;
    if (file.language !== 'python' || file.notebook || !surelyRunsAtLoad(program, ref)) return [];
    const wanted = wantedBy(program, ref);
    if (wanted === null || isThere(wanted.path)) return [];
    const { path, kind } = wanted;
    if (BROUGHT.test(path) || MODEL_FILES.test(path)) return [];
    if (kind === 'file' && (written().has(baseName(path)) || isTold(place, baseName(path)))) return [];
    if (kind === 'folder' && (isMade(program, path) || isToldToBeMade(place, path))) return [];
    return [{ path: file.path, line: call.line, what: `needs the ${kind} ${path}, which is not there` }];
  });
}

/** The path as far as it is known from its end, without the folder that it is seen from; null where that is nothing. */
function wantedBy(program: Program, ref: CallRef): { path: string; kind: 'file' | 'folder' } | null {
  const row = program.meaning(ref, 'path.needed');
  const given = program.argumentOf(ref, 'path');
  // Told to look later, or to make what is not there.
  const lenient = ref.call.arguments.some(({ name }) => name === 'check_dir' || name === 'delay');
  if (row === null || given === null || lenient) return null;
  const path = tailOf(program.constant(given, siteOf(ref)));
  if (path === null) return null;
  if (row.about.what === 'folder') return { path, kind: 'folder' };
  const mode = program.argumentOf(ref, 'mode');
  const said = mode === null || row.names[0] !== 'open' ? 'r' : program.constant(mode, siteOf(ref));
  if (row.about.what === 'file' && typeof said !== 'string') return null;
  if (row.about.what === 'file' && !/[wax]/.test(String(said))) return { path, kind: 'file' };
  const above = folderOf(path);
  return above === '' ? null : { path: above, kind: 'folder' };
}

/** `{}/static`, `./static`, `../static` → 'static'; null for what is absolute, a pattern, an address, or known in part only. */
function tailOf(constant: unknown): string | null {
  if (typeof constant !== 'string' || constant.startsWith('/') || /[:*?$~\\<>]/.test(constant)) return null;
  const parts = constant.split('/').filter((part) => part !== '' && part !== '.');
  const from = parts.findLastIndex((part) => part === '..' || part === '{}') + 1;
  const tail = parts.slice(from);
  return tail.length === 0 || tail.some((part) => part.includes('{}')) ? null : tail.join('/');
}

/** Something that may run before makes the folder, or one of which it is not seen which. */
function isMade(program: Program, folder: string): boolean {
  return program.callsAs('path.maker').some((ref) => {
    if (!mayRunAtLoad(program, ref)) return false;
    const { callee } = ref.call;
    const given = program.argumentOf(ref, 'path');
    // `Path("logs").mkdir()`: the folder is what it is called on.
    const values = [callee, ...(given ? [given] : [])].map((value) => program.constant(value, siteOf(ref)));
    const paths = values.filter((value) => typeof value === 'string');
    return paths.length === 0 || paths.some((path) => path.includes('{}') || shares(path, folder));
  });
}

function shares(a: string, b: string): boolean {
  const words = new Set(a.split('/'));
  return b.split('/').some((word) => words.has(word));
}

/** Names of files that anything but a call that needs them is given: whatever writes them is among it. */
function writtenNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of program.files)
    for (const [id, call] of file.calls.entries()) {
      const ref = program.callOf(file, id);
      if (program.means(ref, 'path.joined', 'log.line')) continue;
      if (program.means(ref, 'path.needed') && !opensToWrite(program, ref)) continue;
      for (const value of [call.callee, ...call.arguments.map((one) => one.value)])
        for (const part of valuesThroughCalls(value, file)) {
          const text = program.constant(part, { file, definition: call.definition ?? MODULE });
          if (typeof text === 'string' && text.length < 300) names.add(baseName(text));
        }
    }
  return names;
}

function opensToWrite(program: Program, ref: CallRef): boolean {
  const mode = program.argumentOf(ref, 'mode');
  const said = mode === null ? 'r' : program.constant(mode, siteOf(ref));
  return typeof said !== 'string' || /[wax+]/.test(said);
}

/** Rules of what is left out say nothing of where it comes from. */
const IGNORE = /(?:^|\/)\.\w{0,20}ignore$/;

function isTold({ texts }: Place, name: string): boolean {
  return texts.some(({ path, text }) => !IGNORE.test(path) && text.includes(name));
}

/** A line that makes, mounts or asks for the folder. */
export function isToldToBeMade({ texts }: Place, folder: string): boolean {
  const [name = ''] = folder.split('/').slice(-1);
  return texts.some(
    ({ path, text }) =>
      !IGNORE.test(path) &&
      text.includes(name) &&
      linesOf(text).some(
        (line) =>
          line.length < 2000 && line.includes(name) && /mkdir|creat|copy|volume|mount|build|:\//i.test(line),
      ),
  );
}
