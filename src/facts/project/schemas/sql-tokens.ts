/** SQL as tokens: comments and strings gone, quoted names without their quotes. */

export interface Token {
  /** 'name' was quoted, so it is never a keyword. */
  readonly kind: 'word' | 'name' | 'string' | 'mark';
  readonly text: string;
  readonly line: number;
}

const SKIPPED = /\s+|--[^\n]*/y;
const WORD = /[\p{L}_@#$][\p{L}\p{N}_@#$]*|\d[\w.]*/uy;
const DOLLAR = /\$(?:[A-Za-z_]\w{0,62})?\$/y;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '`': '`', '[': ']', "'": "'" };
const MAX_TOKENS = 500_000;

/** Any dialect: `"x"`, `` `x` `` and `[x]` are names, `'x'` and `$$x$$` strings. Never throws. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  const take = (end: number): string => {
    const taken = text.slice(at, end);
    for (const character of taken) if (character === '\n') line += 1;
    at = end;
    return taken;
  };
  while (at < text.length && tokens.length < MAX_TOKENS) {
    const begun = line;
    const skipped = match(SKIPPED, text, at);
    const character = text[at] ?? '';
    if (skipped !== null) take(at + skipped.length);
    else if (text.startsWith('/*', at)) take(endOf(text, '*/', at + 2));
    else if (character === "'" || character === '"' || character === '`' || isBracketName(text, at)) {
      const quoted = take(endOf(text, CLOSING[character] ?? character, at + 1));
      tokens.push({ kind: character === "'" ? 'string' : 'name', text: quoted.slice(1, -1), line: begun });
    } else {
      const dollar = match(DOLLAR, text, at);
      if (dollar !== null) {
        take(endOf(text, dollar, at + dollar.length));
        tokens.push({ kind: 'string', text: '', line: begun });
        continue;
      }
      const word = match(WORD, text, at);
      tokens.push({
        kind: word === null ? 'mark' : 'word',
        text: take(at + (word ?? character).length),
        line: begun,
      });
    }
  }
  return tokens;
}

/** `[name]` of SQL Server, not the `[]` of a PostgreSQL array type. */
function isBracketName(text: string, at: number): boolean {
  return text[at] === '[' && /[A-Za-z_]/.test(text[at + 1] ?? '');
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** The position after the next closing mark; the text's end where there is none. A doubled quote begins a new token. */
function endOf(text: string, closing: string, from: number): number {
  const found = text.indexOf(closing, from);
  return found < 0 ? text.length : found + closing.length;
}
