/**
 * JSON as the same tree that YAML gives, with lines. Comments and trailing commas are allowed, as in tsconfig files.
 * Hand-written, because JSON.parse knows no positions.
 */
import type { YamlEntry, YamlNode } from './yaml.ts';

export interface JsonResult {
  /** null when the text is not JSON. */
  readonly contents: YamlNode | null;
  readonly error: { readonly line: number; readonly reason: string } | null;
}

const MAX_DEPTH = 100;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const BARE = /[-+.\w]*/y;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

class Unreadable extends Error {}

/** Reads a JSON text. Never throws. */
export function readJson(text: string): JsonResult {
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;

  const space = (): void => {
    for (; position < text.length; position += 1) {
      const character = text[position];
      if (character === '\n') line += 1;
      else if (character === '/' && text[position + 1] === '/') {
        const end = text.indexOf('\n', position);
        position = (end < 0 ? text.length : end) - 1;
      } else if (character === '/' && text[position + 1] === '*') {
        const end = text.indexOf('*/', position + 2);
        const stop = end < 0 ? text.length : end + 2;
        for (; position < stop; position += 1) if (text[position] === '\n') line += 1;
        position -= 1;
      } else if (character !== ' ' && character !== '\t' && character !== '\r') return;
    }
  };

  const string = (): string => {
    const pieces: string[] = [];
    let start = position + 1;
    for (position = start; position < text.length; position += 1) {
      const character = text[position];
      if (character === '\n') break;
      if (character === '"') {
        pieces.push(text.slice(start, position));
        position += 1;
        return pieces.join('');
      }
      if (character !== '\\') continue;
      const escaped = text[position + 1] ?? '';
      pieces.push(text.slice(start, position));
      const code = escaped === 'u' ? Number.parseInt(text.slice(position + 2, position + 6), 16) : Number.NaN;
      pieces.push(Number.isNaN(code) ? (ESCAPES[escaped] ?? escaped) : String.fromCharCode(code));
      position += Number.isNaN(code) ? 1 : 5;
      start = position + 1;
    }
    throw new Unreadable('a string does not end');
  };

  const value = (depth: number): YamlNode => {
    space();
    const at = line;
    const character = text[position];
    if (depth > MAX_DEPTH) throw new Unreadable('nested more than 100 levels deep');
    if (character === '"') {
      const content = string();
      return { line: at, value: content, text: content, block: false };
    }
    if (character === '[') return { line: at, items: list(depth) };
    if (character === '{') return { line: at, entries: map(depth) };
    BARE.lastIndex = position;
    const word = BARE.exec(text)?.[0] ?? '';
    position += word.length;
    const found = word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : undefined;
    if (found !== undefined) return { line: at, value: found, text: word, block: false };
    if (!NUMBER.test(word)) throw new Unreadable('a value was expected');
    return { line: at, value: Number(word), text: word, block: false };
  };

  /** Steps over a separator; true when the closing bracket was reached. */
  const closes = (bracket: string, first: boolean): boolean => {
    space();
    const comma = text[position] === ',';
    if (comma) {
      position += 1;
      space();
    }
    if (text[position] === bracket) {
      position += 1;
      return true;
    }
    if (!comma && !first) throw new Unreadable(`',' or '${bracket}' was expected`);
    return false;
  };

  const list = (depth: number): YamlNode[] => {
    const items: YamlNode[] = [];
    position += 1;
    while (!closes(']', items.length === 0)) items.push(value(depth + 1));
    return items;
  };

  const map = (depth: number): YamlEntry[] => {
    const entries: YamlEntry[] = [];
    position += 1;
    while (!closes('}', entries.length === 0)) {
      if (text[position] !== '"') throw new Unreadable('a key was expected');
      const at = line;
      const key = string();
      space();
      if (text[position] !== ':') throw new Unreadable("':' was expected");
      position += 1;
      entries.push({ key, line: at, node: value(depth + 1) });
    }
    return entries;
  };

  try {
    const contents = value(0);
    space();
    if (position < text.length) throw new Unreadable('more text after the end');
    return { contents, error: null };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { contents: null, error: { line, reason: error.message } };
  }
}
