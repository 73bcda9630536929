/**
 * Where a notebook's source lines stand in its JSON text. The strings of the text are walked through once, looking
 * for the lists behind "source" keys; the parsed cells say which of these are meant.
 */

interface Token {
  /** The quoted text as written. */
  readonly raw: string;
  readonly line: number;
  /** The first character behind it that is not blank. */
  readonly next: string;
  /** The first such character behind that. */
  readonly afterNext: string;
}

/** For each cell the line of each row of its source; [] where the cell was not found. */
export function sourceLines(
  text: string,
  cells: readonly (readonly string[])[],
): readonly (readonly number[])[] {
  const found: number[][] = cells.map(() => []);
  let cell = nextWithSource(cells, 0);
  let list: Token[] | null = null;
  let expectsValue: 'list' | 'string' | null = null;
  for (const token of stringsOf(text)) {
    if (expectsValue === 'string' || list) {
      const tokens: Token[] = list ?? [];
      tokens.push(token);
      const done = expectsValue === 'string' || token.next !== ',';
      expectsValue = null;
      list = done ? null : tokens;
      const pieces = cells[cell];
      if (!done || !pieces) continue;
      if (isSource(tokens, pieces)) {
        found[cell] = rowsOf(tokens, pieces);
        cell = nextWithSource(cells, cell + 1);
      }
      continue;
    }
    const isKey = token.next === ':' && (token.raw === '"source"' || token.raw === '"input"');
    if (isKey && token.afterNext === '[') list = [];
    else if (isKey && token.afterNext === '"') expectsValue = 'string';
  }
  return found;
}

function nextWithSource(cells: readonly (readonly string[])[], from: number): number {
  let index = from;
  while (index < cells.length && cells[index]?.length === 0) index++;
  return index;
}

/** Other things than cells have a "source" too: the list has to be as long, and begin and end with the same. */
function isSource(tokens: readonly Token[], pieces: readonly string[]): boolean {
  if (tokens.length !== pieces.length) return false;
  return says(tokens[0], pieces[0]) && says(tokens.at(-1), pieces.at(-1));
}

function says(token: Token | undefined, piece: string | undefined): boolean {
  if (token === undefined || piece === undefined) return false;
  try {
    return JSON.parse(token.raw) === piece;
  } catch {
    return false;
  }
}

/** A piece usually is one row; all rows of a longer one stand on its line. */
function rowsOf(tokens: readonly Token[], pieces: readonly string[]): number[] {
  const lines: number[] = [];
  pieces.forEach((piece, index) => {
    const line = tokens[index]?.line ?? 1;
    const breaks = piece.split(/\r\n|\n|\r/).length - 1;
    const starts = index === 0 || /[\n\r]$/.test(pieces[index - 1] ?? '') ? 1 : 0;
    const endsRow = breaks > 0 && /[\n\r]$/.test(piece) ? 1 : 0;
    for (let row = 0; row < starts + breaks - endsRow; row++) lines.push(line);
  });
  return lines;
}

/** All strings of a JSON text, in order. */
function* stringsOf(text: string): Generator<Token> {
  let line = 1;
  let counted = 0;
  let start = text.indexOf('"');
  while (start !== -1) {
    let end = text.indexOf('"', start + 1);
    while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end === -1) return;
    for (; counted < start; counted++) if (text[counted] === '\n') line++;
    counted = end;
    const next = skipBlanks(text, end + 1);
    const afterNext = skipBlanks(text, next + 1);
    yield {
      raw: text.slice(start, end + 1),
      line,
      next: text[next] ?? '',
      afterNext: text[afterNext] ?? '',
    };
    start = text.indexOf('"', end + 1);
  }
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text[quote - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (
    at < text.length &&
    (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t')
  )
    at++;
  return at;
}
