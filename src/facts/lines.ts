/** The texts that were read, kept so that evidence can show a line of them. */

import type { Frame } from '../model.ts';
import { linesOf } from '../reading/text-file.ts';
import type { Mask } from './operations/secrets/mask.ts';

/** Characters of code that are kept; a line beyond is shown by its number alone. */
const BUDGET = 48_000_000;
const LONGEST = 200;
/** Minified code has lines that nobody reads. */
const LONGEST_LINE = 8_000;
/** Lines of a frame before and behind the one that it is about. */
const AROUND = 1;
/** Two words at least: a brace shows nothing. */
export const TELLING = /\p{L}{3}.*\p{L}{3}/u;

export interface SourceLines {
  /** Keeps a text while there is room. */
  keep(path: string, text: string): void;
  /** The trimmed line with its secrets masked, at most 200 characters; '' where it was not kept. */
  line(path: string, line: number, mask: Mask): string;
  text(path: string): string | undefined;
  /** The line and its neighbours, masked; null where it was not kept, or nobody would read it so. */
  frame(path: string, line: number, mask: Mask): Frame | null;
}

export function sourceLines(budget = BUDGET): SourceLines {
  const texts = new Map<string, string>();
  // Only the files that are asked for are split.
  const split = new Map<string, readonly string[]>();
  let left = budget;
  return {
    keep(path, text) {
      if (text.length > left) return;
      left -= text.length;
      texts.set(path, text);
    },
    line(path, line, mask) {
      let lines = split.get(path);
      if (lines === undefined) {
        const text = texts.get(path);
        if (text === undefined) return '';
        lines = linesOf(text);
        split.set(path, lines);
      }
      const trimmed = (lines[line - 1] ?? '').trim().slice(0, LONGEST_LINE);
      // Before it is cut to what is shown: half a secret would not be known for one.
      return shortened(mask(path.endsWith('.ipynb') ? cellLine(trimmed) : trimmed, path, line));
    },
    text: (path) => texts.get(path),
    frame(path, line, mask) {
      const text = path.endsWith('.ipynb') ? undefined : texts.get(path);
      const lines = text === undefined ? [] : (split.get(path) ?? linesOf(text));
      return lines[line - 1] === undefined ? null : frameOf(path, line, lines, mask);
    },
  };
}

function frameOf(path: string, line: number, lines: readonly string[], mask: Mask): Frame | null {
  // `<Button` alone says nothing: what it opens stands below.
  const before = TELLING.test(lines[line - 1]?.slice(0, LONGEST_LINE) ?? '') ? AROUND : 0;
  const first = Math.max(1, line - before);
  const shown = lines.slice(first - 1, line - before + 2 * AROUND).map((one) => one.slice(0, LONGEST_LINE));
  if (shown.some((one) => one.length > LONGEST_LINE / 8)) return null;
  const masked = shown.map((one, index) => mask(one.replace(/\t/g, '  '), path, first + index).trimEnd());
  const [from, to] = [masked.findIndex((one) => one !== ''), masked.findLastIndex((one) => one !== '')];
  const kept = masked.slice(from, to + 1);
  const indent = Math.min(...kept.filter((one) => one !== '').map((one) => one.search(/\S/)));
  if (kept.length === 0 || line < first + from || line > first + to) return null;
  return { line: first + from, lines: kept.map((one) => shortened(one.slice(indent))) };
}

/** A notebook holds its code as JSON strings: the string says more than its quotes. */
function cellLine(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text.replace(/,$/, ''));
    return typeof value === 'string' ? value.trim() : text;
  } catch {
    return text;
  }
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  // Half of a surrogate pair is no character.
  return `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
