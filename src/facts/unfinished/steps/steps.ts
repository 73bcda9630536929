/** Commands that a README gives its reader, each with the folders in which it may be given. */
import { covers, folderOf, linesOf, resolvePath } from '../../../reading/text-file.ts';
import type { CodeBlock, Document } from '../../documents/document.ts';
import { shellWords } from '../../operations/containers/start.ts';

export interface Step {
  /** One command, without operators: `a && b` are two. Never empty. */
  readonly words: readonly string[];
  /** Seen from the root; null where it is not known, as after a clone of something else or in a sentence. */
  readonly folders: readonly string[] | null;
  readonly line: number;
}

const MOST_STEPS = 400;
const MOST_LINE = 500;
const SHELL =
  /^(?:|sh|bash|shell|zsh|console|terminal|cmd|bat|batch|powershell|ps1?|pwsh|text|txt|plaintext|shell-session)$/;
const PROMPT = /^\s*(?:\([\w.-]{1,40}\)\s*)?(?:PS\s)?(?:[\w@~:\\/.-]{0,80})?[$>%]\s+/;
const OPERATOR = /^(?:&&?|\|\|?|;)$/;

/** Steps of code blocks, and of commands that stand in sentences. Plans are left out. */
export function stepsIn(readme: Document, text: string, paths: readonly string[]): readonly Step[] {
  const silent = readme.sections.filter((one) => one.purposes.includes('roadmap'));
  const isSilent = (line: number) => silent.some((one) => covers(one, line));
  const walk = walker(paths, homeOf(readme.path));
  const blocks = readme.codeBlocks
    .filter((one) => SHELL.test(one.language) && !isSilent(one.line))
    .flatMap((one) => {
      const told = readme.sections.findLast(({ line, endLine }) => line <= one.line && one.line <= endLine);
      return inBlock(one, walk, told?.heading);
    });
  const isCode = (line: number) => readme.codeBlocks.some((one) => covers(one, line));
  const spans = linesOf(text).flatMap((line, index): Step[] =>
    isCode(index + 1) || isSilent(index + 1)
      ? []
      : [...line.slice(0, MOST_LINE).matchAll(/`{1,3}([^`]{3,200})`/g)].flatMap(([, span = '']) =>
          commandsOf(span).map((words) => ({ words, folders: null, line: index + 1 })),
        ),
  );
  return [...blocks, ...spans].slice(0, MOST_STEPS);
}

/** Where the reader of a README begins. */
function homeOf(path: string): string {
  const folder = folderOf(path);
  return /^(?:\.github|docs)$/i.test(folder) ? '' : folder;
}

/** Where the reader stands: `enter` follows one command, `begin` a new block, under a heading. */
interface Walk {
  begin(heading: string): void;
  enter(words: readonly string[]): void;
  folders(): readonly string[] | null;
}

/** The commands of a script that is run in a folder. */
export function stepsOfScript(
  script: string,
  folder: string,
  paths: readonly string[],
): readonly Pick<Step, 'words' | 'folders'>[] {
  const walk = walker(paths, folder);
  return commandsOf(script).map((words) => {
    walk.enter(words);
    return { words, folders: walk.folders() };
  });
}

/** The commands of a script of the project, which may be run in any folder. */
export function stepsOfFile(text: string): readonly Step[] {
  return inBlock({ text, line: 0 }, walker([])).map((one) => ({ ...one, folders: null }));
}

function inBlock(block: Pick<CodeBlock, 'text' | 'line'>, walk: Walk, heading = ''): readonly Step[] {
  walk.begin(heading);
  const found: Step[] = [];
  let open = '';
  let until: string | null = null;
  for (const [index, raw] of linesOf(block.text).entries()) {
    if (until !== null) {
      if (raw.trim() === until) until = null;
      continue;
    }
    // What follows goes into a file, or to a program.
    until = /<<-?\s*['"]?(\w+)/.exec(raw)?.[1] ?? null;
    const line = open + raw.slice(0, MOST_LINE).replace(PROMPT, '');
    open = /[\\`^]$/.test(line) && line.length < MOST_LINE ? `${line.slice(0, -1)} ` : '';
    if (open !== '') continue;
    for (const words of commandsOf(line)) {
      walk.enter(words);
      found.push({ words, folders: walk.folders(), line: block.line + 1 + index });
    }
  }
  return found;
}

function commandsOf(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const word of shellWords(line)) {
    if (OPERATOR.test(word)) commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands.filter((words) => words.length > 0);
}

/** From a folder, the root unless another one is given. */
function walker(paths: readonly string[], start = ''): Walk {
  const known = new Set(['']);
  for (const path of paths)
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) known.add(path.slice(0, at));
  let cloned: string | null = null;
  let here: string | null = start;
  /** A new block may be given in a new terminal, at the root. */
  let sure = true;
  /** "Backend (from `backend/`)": where the heading says that it is done. */
  let told: readonly string[] = [];
  const into = (target: string): string => {
    const path = target.replaceAll('\\', '/').replace(/\/+$/, '');
    const found = [here, start, ''].map((folder) => folder !== null && resolvePath(folder, path));
    const next = found.find((one) => typeof one === 'string' && known.has(one));
    if (typeof next === 'string') return next;
    // The folder that a clone makes is the repository itself.
    const inside = path.slice(path.indexOf('/') + 1);
    return path.includes('/') && known.has(inside) ? inside : start;
  };
  return {
    begin(heading) {
      sure = false;
      told = [...heading.slice(0, 200).matchAll(/([\w.-][\w./-]*)\/(?![\w/])/g)].flatMap(([, path = '']) =>
        known.has(path) ? [path] : [],
      );
    },
    enter([program = '', ...rest]) {
      const target = rest.find((word) => !word.startsWith('-')) ?? '';
      if (program === 'git' && target === 'clone') {
        const address = rest.find((word) => /[:/]/.test(word)) ?? '';
        if (cloned !== null && cloned !== address) here = null;
        cloned ??= address;
      } else if (/^(?:cd|pushd|chdir|set-location)$/i.test(program) && target !== '') {
        here = here === null && !known.has(target) ? null : into(target);
        sure = true;
      } else if (/^(?:mkdir|md)$/.test(program)) here = null;
    },
    folders() {
      return here === null ? null : sure ? [here] : [...new Set([here, start, ...told])];
    },
  };
}
