/** The texts that were read, kept so that evidence can show a line of them. */

import { linesOf } from '../reading/text-file.ts';
import type { Mask } from './operations/secrets/mask.ts';

/** Characters of code that are kept; a line beyond is shown by its number alone. */
const BUDGET = 48_000_000;
const LONGEST = 200;
/** Minified code has lines that nobody reads. */
const LONGEST_LINE = 8_000;

export interface SourceLines {
  /** Keeps a text while there is room. */
  keep(path: string, text: string): void;
  /** The trimmed line with its secrets masked, at most 200 characters; '' where it was not kept. */
  line(path: string, line: number, mask: Mask): string;
  text(path: string): string | undefined;
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
  };
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
