/** Why an image cannot be built, as far as files can tell. */

import { baseName, folderOf, resolvePath } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { Dockerfile } from '../containers/containers.ts';
import { shellWords } from '../containers/start.ts';
import { absentCopy } from './copies.ts';
import { installsAbsentSelf, startsUninstalled } from './installs.ts';

export interface Breakage {
  readonly path: string;
  readonly line: number;
  /** 'copies requirements.txt, which is not there'. */
  readonly what: string;
}

/** Modules of Python itself that no index has: a list that asks for one cannot be installed. */
const BUILT_IN = new Set([
  'os',
  'sys',
  're',
  'json',
  'base64',
  'sqlite3',
  'tempfile',
  'shutil',
  'pickle',
  'subprocess',
  'threading',
  'itertools',
  'functools',
]);
/** An index of one project's wheels, and what it has. */
const NARROW_INDEX = /--index-url[= ]\s*https?:\/\/download\.pytorch\.org/;
const OFF_INDEX =
  /^(?:fastapi|uvicorn|flask|django|gunicorn|starlette|streamlit|gradio|transformers|langchain[\w-]*|openai|chromadb|pandas|scikit-learn|sqlalchemy)(?:[[=<>~].*)?$/i;

/** Folders from which an image may be built, relative to the root. */
export function contextsOf(facts: Facts, path: string): readonly string[] {
  const said = [
    ...facts.containers.compose.flatMap(({ build }) =>
      build?.dockerfile === path ? (build.context ?? []) : [],
    ),
    ...facts.pipelines.list.flatMap((pipeline) =>
      pipeline.jobs.flatMap((job) => job.steps.flatMap((step) => contextIn(step.run, step.with, path))),
    ),
  ];
  if (said.length > 0) return [...new Set(said)];
  const folder = folderOf(path);
  return [...new Set([folder, folderOf(folder), ''])];
}

/** Flags of `docker build` that stand alone; what follows any other without `=` is its value. */
const ALONE = /^--(?:no-cache|pull|push|load|quiet|rm|force-rm|squash|compress|check|debug)$|^-[qD]$/;

function takesValue(word: string): boolean {
  return word.startsWith('-') && !word.includes('=') && !ALONE.test(word);
}

/** The folder that `docker build` is given, among the words after it; null where it is given none that is written out. */
export function contextAmong(given: readonly string[]): string | null {
  return (
    given.findLast(
      (word, index) =>
        /^[\w./-]+$/.test(word) && !word.startsWith('-') && !takesValue(given[index - 1] ?? ''),
    ) ?? null
  );
}

/** `docker build -f api/Dockerfile .`, or the inputs of an action that builds. */
function contextIn(run: string, inputs: Readonly<Record<string, string>>, path: string): readonly string[] {
  const found: string[] = [];
  if (inputs.context !== undefined || inputs.file !== undefined) {
    const context = resolvePath('', inputs.context ?? '.');
    const file = resolvePath('', inputs.file ?? `${inputs.context ?? '.'}/Dockerfile`);
    if (context !== null && file === path) found.push(context);
  }
  for (const line of run.replace(/\\\n/g, ' ').split('\n').slice(0, 200)) {
    if (!/\bdocker\b.*\bbuild\b/.test(line)) continue;
    const words = shellWords(line.slice(0, 1000));
    const flag = words.findIndex((word) => word === '-f' || word === '--file');
    const last = contextAmong(words.slice(words.indexOf('build') + 1));
    const context = last === null ? null : resolvePath('', last);
    const file =
      flag < 0
        ? context === null
          ? null
          : resolvePath(context, 'Dockerfile')
        : resolvePath('', words[flag + 1] ?? '');
    if (context !== null && file === path) found.push(context);
  }
  return found;
}

/** The first thing that stops the build, or null. */
export function breakageOf(facts: Facts, dockerfile: Dockerfile): Breakage | null {
  return (
    brokenForm(dockerfile) ??
    lostCopy(facts, dockerfile) ??
    impossibleInstall(facts, dockerfile) ??
    installsAbsentSelf(facts, dockerfile, contextsOf(facts, dockerfile.path)) ??
    startsUninstalled(facts, dockerfile)
  );
}

/** An exec form that is no JSON is a shell line to Docker, which looks for a program called `[…`. */
function brokenForm({ path, instructions, stages }: Dockerfile): Breakage | null {
  const last = instructions.findLast(
    ({ keyword, stage }) => stage === stages.length - 1 && (keyword === 'CMD' || keyword === 'ENTRYPOINT'),
  );
  if (last === undefined || !last.text.startsWith('[') || isWords(last.text)) return null;
  const what = `starts ${last.text.slice(0, 60)}, which is no JSON: Docker hands it to a shell as it stands`;
  return { path, line: last.line, what };
}

function isWords(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

function lostCopy(facts: Facts, dockerfile: Dockerfile): Breakage | null {
  const { path } = dockerfile;
  const absent = absentCopy(facts, dockerfile, contextsOf(facts, path));
  return absent && { path, line: absent.line, what: `copies ${absent.source}, which is not there` };
}

function impossibleInstall(facts: Facts, { path, instructions, copies }: Dockerfile): Breakage | null {
  for (const { keyword, text, line } of instructions) {
    if (keyword !== 'RUN' || !/\bpip3?\s+install\b/.test(text)) continue;
    for (const part of text.split(/&&|;/)) {
      const words = shellWords(part.slice(0, 2000));
      const off = words.find((word) => OFF_INDEX.test(word));
      if (NARROW_INDEX.test(part) && !part.includes('--extra-index-url') && off !== undefined)
        return { path, line, what: `installs ${off} from an index that has only PyTorch` };
      const list = words.find((_, index) => words[index - 1] === '-r');
      const copied = copies.some(({ sources }) =>
        sources.some((one) => baseName(one) === baseName(list ?? '')),
      );
      if (list === undefined || !copied) continue;
      const contexts = contextsOf(facts, path);
      const wrong = facts.dependencies.list.find(
        (one) =>
          BUILT_IN.has(one.written.toLowerCase()) &&
          baseName(one.path) === baseName(list) &&
          contexts.some((context) => folderOf(one.path) === context || folderOf(one.path) === folderOf(path)),
      );
      if (wrong !== undefined)
        return {
          path: wrong.path,
          line: wrong.line,
          what: `asks for ${wrong.written}, which is part of Python and on no index`,
        };
    }
  }
  return null;
}
