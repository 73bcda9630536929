/** JavaScript configuration as text: enough to find an object literal by its key, without a parser. */

/** The text with comments blanked, so that lines and positions stay. Strings are left alone. */
export function withoutComments(text: string): string {
  const pieces: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '"' || character === "'" || character === '`') {
      at = endOfString(text, at);
    } else if (character === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = text[at + 1] === '/' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 2;
      const stop = end < at + 2 ? text.length : end;
      pieces.push(text.slice(start, at), text.slice(at, stop).replace(/[^\n]/g, ' '));
      start = stop;
      at = stop;
    } else at += 1;
  }
  pieces.push(text.slice(start));
  return pieces.join('');
}

/** The object literal that is the value of a key, with the line it starts on; null when there is none. */
export function objectAfter(
  text: string,
  key: string,
): { readonly text: string; readonly line: number } | null {
  const match = new RegExp(`\\b${key}\\b['"]?\\s{0,20}[:=]\\s{0,20}\\{`).exec(text);
  if (match === null) return null;
  const open = match.index + match[0].length - 1;
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' || character === "'" || character === '`') at = endOfString(text, at) - 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return { text: text.slice(open, at + 1), line: text.slice(0, open).split('\n').length };
  }
  return null;
}

/** The position after a string that starts here; a broken one ends with its line, a template with the text. */
function endOfString(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote || (text[at] === '\n' && quote !== '`')) return at + 1;
  }
  return text.length;
}
