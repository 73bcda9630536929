/** The command that a container runs, as words. */

import { baseName, folderOf, linesOf, type TextFile } from '../../../reading/text-file.ts';
import type { ScriptLine, Start } from './containers.ts';

/** Finds the script that a command names. */
export type ScriptFinder = (words: readonly string[], near: string) => Start['script'];

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);
const MAX_WORDS = 500;
const MAX_SCRIPT_LINES = 500;

/** Splits a shell line into words; quotes group, operators (`&&`, `|`, `;`) stand alone, variables stay as written. */
export function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let begun = false;
  let quote = '';
  const finish = (): void => {
    if (begun) words.push(word);
    word = '';
    begun = false;
  };
  for (let at = 0; at < text.length && words.length < MAX_WORDS; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === '\\' && quote === '"' && at + 1 < text.length) word += text[++at];
      else word += character;
    } else if (character === '"' || character === "'") {
      quote = character;
      begun = true;
    } else if (character === '\\' && at + 1 < text.length) {
      at += 1;
      if (text[at] !== '\n') word += text[at];
      begun ||= text[at] !== '\n';
    } else if (character === '#' && !begun) {
      const end = text.indexOf('\n', at);
      at = (end < 0 ? text.length : end) - 1;
    } else if (/\s/.test(character)) finish();
    else if (';&|'.includes(character) && !word.endsWith('>')) {
      finish();
      const doubled = character !== ';' && text[at + 1] === character;
      words.push(doubled ? character + character : character);
      if (doubled) at += 1;
    } else {
      word += character;
      begun = true;
    }
  }
  finish();
  return words;
}

/** `["sh", "-c", "uvicorn app:app"]` → the words of the inner line; `exec` in front is dropped. */
export function unwrapShell(words: readonly string[]): readonly string[] {
  const flag = words[1] ?? '';
  const shell = SHELLS.has(baseName(words[0] ?? '')) && /^-[a-z]*c$/.test(flag);
  const inner = shell ? shellWords(words[2] ?? '') : words;
  return inner[0] === 'exec' ? inner.slice(1) : inner;
}

/** A command's start with the script that it runs. */
export function startOf(
  words: readonly string[],
  line: number,
  path: string,
  script: ScriptFinder,
): Start | null {
  const bare = unwrapShell(words);
  return bare.length === 0 ? null : { words: bare, line, script: script(bare, path) };
}

/** The script or supervisor configuration that the words run: the file nearest to the path that asks. */
export function scriptLines(
  words: readonly string[],
  near: string,
  files: readonly TextFile[],
): Start['script'] {
  if (words.slice(0, 3).some((word) => baseName(word) === 'supervisord')) {
    const file = nearest(files, near, (name) => /supervisor[\w.-]*\.conf$|^supervisord?\.conf$/.test(name));
    return file === null ? null : { path: file.path, lines: supervisedCommands(file.text) };
  }
  const named = words.slice(0, 3).find((word) => /\.sh$|entrypoint[\w-]*$/.test(word));
  if (named === undefined) return null;
  const file = nearest(files, near, (name) => name === baseName(named));
  return file === null ? null : { path: file.path, lines: shellLines(file.text) };
}

function nearest(
  files: readonly TextFile[],
  near: string,
  wanted: (name: string) => boolean,
): TextFile | null {
  const candidates = files.filter((file) => wanted(baseName(file.path)));
  const folder = folderOf(near);
  const inside = candidates.filter((file) => folder === '' || file.path.startsWith(`${folder}/`));
  return (
    (inside.length > 0 ? inside : candidates).toSorted((a, b) => a.path.length - b.path.length)[0] ?? null
  );
}

function supervisedCommands(text: string): readonly ScriptLine[] {
  return linesOf(text)
    .slice(0, MAX_SCRIPT_LINES)
    .flatMap((line, index) => {
      const command = /^\s*command\s*=(.*)$/.exec(line)?.[1];
      return command === undefined ? [] : [{ words: unwrapShell(shellWords(command)), line: index + 1 }];
    });
}

function shellLines(text: string): readonly ScriptLine[] {
  const lines: ScriptLine[] = [];
  let pending = '';
  let started = 0;
  linesOf(text)
    .slice(0, MAX_SCRIPT_LINES)
    .forEach((line, index) => {
      if (pending === '') started = index + 1;
      pending += line.endsWith('\\') ? `${line.slice(0, -1)} ` : line;
      if (line.endsWith('\\')) return;
      const found = shellWords(pending);
      pending = '';
      if (found.length > 0)
        lines.push({ words: found[0] === 'exec' ? found.slice(1) : found, line: started });
    });
  return lines;
}
