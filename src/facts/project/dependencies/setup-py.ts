/**
 * setup.py, as far as it is literal: lists of strings given to `install_requires` and its kin, directly or by a name
 * assigned in the same file. Tokens instead of a grammar, so that no Python parser has to be loaded for one file.
 */

import type { TextFile } from '../../../reading/text-file.ts';
import type { Findings, Scope } from './dependencies.ts';
import { pythonRequirement, scopeOfName } from './names.ts';

type Token = { readonly kind: 'name' | 'string' | 'mark'; readonly text: string; readonly line: number };

const KEYWORDS: ReadonlyMap<string, Scope> = new Map([
  ['install_requires', 'runtime'],
  ['tests_require', 'development'],
  ['extras_require', 'optional'],
]);
const TOKEN = /([A-Za-z_]\w*)|("""|'''|"|')|(#)|(\n)|([^\s\w])/g;
const MAX_TOKENS = 50_000;

export function readSetupPy(file: TextFile, findings: Findings): void {
  const tokens = tokenise(file.text);
  tokens.forEach((token, index) => {
    if (token.kind !== 'name' || tokens[index + 1]?.text !== '=') return;
    const scope = KEYWORDS.get(token.text);
    if (scope !== undefined) {
      let group = scope;
      for (const [string, key] of stringsFrom(tokens, index + 2)) {
        if (key) group = scopeOfName(string.text, scope);
        else {
          const dependency = pythonRequirement(string.text, {
            path: file.path,
            line: string.line,
            scope: group,
          });
          if (dependency !== null) findings.list.push(dependency);
        }
      }
    }
    if (token.text === 'entry_points') {
      for (const [string, key] of stringsFrom(tokens, index + 2))
        if (!key) readEntryPoints(file.path, string, findings);
    }
  });
}

/** 'name = module:function', alone or as lines under '[console_scripts]'. */
function readEntryPoints(path: string, string: Token, findings: Findings): void {
  string.text
    .split('\n')
    .slice(0, 1000)
    .forEach((text, offset) => {
      const [name, target] = text.split('=', 2);
      if (name === undefined || target === undefined || !target.includes(':')) return;
      const line = string.line + offset;
      findings.scripts.push({ name: name.trim(), target: target.trim(), kind: 'console', path, line });
    });
}

/** The strings of the list, dict or string that starts at a position; true marks a dict's key. */
function stringsFrom(tokens: readonly Token[], start: number): (readonly [Token, boolean])[] {
  const first = tokens[start];
  if (first?.kind === 'name') {
    const named = tokens.findIndex((token, at) => token.text === first.text && tokens[at + 1]?.text === '=');
    // Only one step: `requirements = [...]`, not a chain of names.
    return named >= 0 && tokens[named + 2]?.kind !== 'name' ? stringsFrom(tokens, named + 2) : [];
  }
  if (first?.kind === 'string') return [[first, false]];
  const strings: (readonly [Token, boolean])[] = [];
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'string') strings.push([token, tokens[at + 1]?.text === ':']);
    if (token.kind !== 'mark') continue;
    if ('[{('.includes(token.text)) depth += 1;
    if (']})'.includes(token.text)) depth -= 1;
    if (depth <= 0) break;
  }
  return strings;
}

function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null && tokens.length < MAX_TOKENS; match = TOKEN.exec(text)) {
    const [whole, name, quote, comment, newline] = match;
    if (newline !== undefined) line += 1;
    else if (comment !== undefined) {
      const end = text.indexOf('\n', match.index);
      TOKEN.lastIndex = end < 0 ? text.length : end;
    } else if (quote !== undefined) {
      const start = match.index + quote.length;
      const end = endOfString(text, start, quote);
      const content = text.slice(start, end);
      tokens.push({ kind: 'string', text: content, line });
      line += content.split('\n').length - 1;
      TOKEN.lastIndex = end + quote.length;
    } else tokens.push({ kind: name === undefined ? 'mark' : 'name', text: whole, line });
  }
  return tokens;
}

function endOfString(text: string, start: number, quote: string): number {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(quote, at) || (quote.length === 1 && text[at] === '\n')) return at;
  }
  return text.length;
}
