/** What one process of a container is for those who use the program: told by its command, and by the code it runs. */

import type { CodeFile } from '../../../program/file.ts';
import { importedFrom } from '../../../program/life/imports.ts';
import { baseName, folderOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { Start } from '../containers/containers.ts';
import { type Command, commandsIn, fileIn, moduleIn, objectIn } from './commands.ts';
import { hasObject, pythonFile, scriptFile } from './entry.ts';
import { type ScreenPart, screen } from './screens.ts';

/** 'whole': page and logic in one process, where there is no other backend. */
export type Part = 'backend' | 'worker' | 'unknown' | ScreenPart;

export interface Process {
  readonly part: Part;
  readonly path: string;
  readonly line: number;
  /** The file that it runs, where it is one of the program's own. */
  readonly entry: CodeFile | null;
  /** A Python module or file that it names and that is not there. */
  readonly absent: string | null;
}

/** Libraries that draw a page from Python. One word each: extend here. */
const SCREENS =
  /^(?:streamlit|gradio|chainlit|dash|panel|nicegui|solara|taipy|mesop|flet|shiny|reflex)(?:\.|$)/;
const MAX_HOPS = 4;

export function processesOf(
  facts: Facts,
  start: Start,
  place: string,
  folders: readonly string[],
): readonly Process[] {
  const found: Process[] = [];
  const add = (words: readonly string[], path: string, line: number): void => {
    for (const command of commandsIn(words)) found.push(...processOf(facts, command, path, line, folders, 0));
  };
  const { script } = start;
  const named =
    script === null ? -1 : start.words.findIndex((word) => baseName(word) === baseName(script.path));
  if (named !== 0) add(start.words, place, start.line);
  else add(start.words.slice(1), place, start.line);
  for (const { words, line } of script?.lines ?? []) add(words, script?.path ?? place, line);
  return found;
}

function processOf(
  facts: Facts,
  command: Command,
  path: string,
  line: number,
  folders: readonly string[],
  hops: number,
): readonly Process[] {
  const one = (
    part: Part,
    entry: CodeFile | null = null,
    absent: string | null = null,
  ): readonly Process[] => [{ part, path, line, entry, absent }];
  switch (command.starts) {
    case 'api': {
      const wanted = moduleIn(command.words) ?? fileIn(command.words);
      const found = wanted === null ? null : pythonFile(facts, wanted, folders);
      const object = objectIn(command.words);
      const lost = found !== null && object !== null && !hasObject(facts, found, object);
      const absent = lost ? `${object} of ${found.path}` : wanted !== null && found === null ? wanted : null;
      return one('backend', found?.file ?? null, absent);
    }
    case 'screen': {
      const wanted = fileIn(command.words);
      const found = wanted === null ? null : pythonFile(facts, wanted, folders);
      return one(
        screen(facts, found?.file ?? null),
        found?.file ?? null,
        wanted !== null && found === null ? wanted : null,
      );
    }
    case 'rendered':
      return one(rendered(facts, folders));
    case 'static':
      return one('frontend');
    case 'worker':
      return one('worker');
    case 'binary':
      return one('unknown');
    case 'tool':
      return [];
    case 'code':
      return byCode(facts, command, path, line, folders);
    case 'script':
      return byScript(facts, command, path, line, folders, hops);
    default:
      return command.starts satisfies never;
  }
}

function byCode(
  facts: Facts,
  { words }: Command,
  path: string,
  line: number,
  folders: readonly string[],
): readonly Process[] {
  const python = /^(?:python|pypy)/.test(words[0] ?? '');
  const wanted = python
    ? words[1] === '-m'
      ? (words[2] ?? null)
      : fileIn(words)
    : (fileIn(words) ?? words.at(-1) ?? null);
  if (wanted === null || words.includes('-c')) return [];
  const found = python ? pythonFile(facts, wanted, folders) : scriptFile(facts, wanted, folders);
  const place = { path, line };
  if (found === null) {
    // What a build writes (`node dist/main`, `node server.js` of Next.js) is not in the tree.
    if (python)
      return [{ ...place, part: 'unknown', entry: null, absent: /^[\w./-]+$/.test(wanted) ? wanted : null }];
    const next = /(?:^|\/)(?:server\.js|\.output\/.*)$/.test(wanted) && isRendered(facts, folders);
    return [{ ...place, part: next ? rendered(facts, folders) : 'unknown', entry: null, absent: null }];
  }
  return [
    {
      ...place,
      part: found.file === null ? 'unknown' : partOf(facts, found.file),
      entry: found.file,
      absent: null,
    },
  ];
}

/** A package's script, followed to what it starts. */
function byScript(
  facts: Facts,
  { words }: Command,
  path: string,
  line: number,
  folders: readonly string[],
  hops: number,
): readonly Process[] {
  const name = words
    .slice(1)
    .find((word) => !word.startsWith('-') && !/^(?:run|run-script|exec|workspace)$/.test(word));
  if (hops >= MAX_HOPS || name === undefined || /^(?:install|ci|i|add|build|prune)$/.test(name)) return [];
  const named = facts.dependencies.scripts.filter((one) => one.kind === 'npm' && one.name === name);
  const script = folders
    .map((folder) => named.find((one) => folderOf(one.path) === folder))
    .find((one) => one !== undefined);
  if (script === undefined) {
    const started = commandsIn(words.slice(1));
    return started.flatMap((one) => processOf(facts, one, path, line, folders, hops + 1));
  }
  const home = folderOf(script.path);
  return commandsIn(
    script.target
      .replace(/(\|\||&&|[;&|])/g, ' $1 ')
      .split(/\s+/)
      .filter(Boolean),
  ).flatMap((one) => processOf(facts, one, path, line, [home, ...folders], hops + 1));
}

/** What a file is that is started by itself: what it calls, then what it and its imports hold. */
function partOf(facts: Facts, file: CodeFile): Part {
  const serves = (one: CodeFile): boolean =>
    one.calls.some((_, id) => facts.program.means(facts.program.callOf(one, id), 'http.server'));
  const draws = (one: CodeFile): boolean => one.imports.some((item) => SCREENS.test(item.module));
  const closure = importedFrom(facts.program, [file]);
  if (serves(file)) return 'backend';
  if (draws(file)) return screen(facts, file);
  if (facts.routes.some((route) => route.mounted && closure.has(route.file))) return 'backend';
  if ([...closure].some(serves)) return 'backend';
  return [...closure].some(draws) ? screen(facts, file) : 'unknown';
}

/** A framework that renders on the server is the whole program where it also answers the requests. */
function rendered(facts: Facts, folders: readonly string[]): Part {
  const inside = (path: string): boolean =>
    folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
  const own = facts.routes.filter(
    (route) => /^(?:nextjs|nuxt|sveltekit|astro|remix)$/.test(route.framework) && inside(route.file.path),
  );
  const others = facts.routes.some((route) => route.mounted && !own.includes(route));
  return own.length > 0 && !others ? 'whole' : 'frontend';
}

function isRendered(facts: Facts, folders: readonly string[]): boolean {
  return facts.dependencies.list.some(
    (one) =>
      /^(?:next|nuxt)$/.test(one.name) &&
      folders.some((folder) => folder === '' || one.path.startsWith(`${folder}/`)),
  );
}
