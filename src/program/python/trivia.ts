/**
 * What is taken out before the parser sees the text: lines that hold nothing but a comment, line continuations, and
 * a long text that is never closed. At each of them the grammar's scanner looks ahead over all that follow, so that a
 * file that is commented out costs the square of its length.
 */

export interface CommentLine {
  /** Offsets of `#` and of the line's end. */
  readonly start: number;
  readonly end: number;
}

const NEWLINE = 10;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

/** Characters up to the end of the file. Python refuses the file however short it is; the parser still reads a shorter one. */
const LONGEST_UNCLOSED = 50_000;

/** A part of the text that becomes blanks of the same length. */
type Blank = CommentLine;

/** The text with all of that blanked (all offsets stay), and where the comments were. */
export function withoutTrivia(text: string): { code: string; comments: readonly CommentLine[] } {
  const comments: CommentLine[] = [];
  const blanks: Blank[] = [];
  if (!text.includes('#') && !text.includes('\\\n') && text.length < LONGEST_UNCLOSED)
    return { code: text, comments };
  let lineIsBlank = true;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === HASH) {
      const comment = { start: at, end: endOfLine(text, at) };
      at = comment.end;
      if (!lineIsBlank) continue;
      comments.push(comment);
      blanks.push(comment);
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const end = endOfString(text, at);
      if (end === null && text.length - at > LONGEST_UNCLOSED)
        blanks.push({ start: at + 3, end: text.length });
      at = end ?? text.length;
      lineIsBlank = false;
    } else if (code === BACKSLASH && text.charCodeAt(at + 1) === NEWLINE) {
      // Where nothing stands before it, the next line keeps its own indentation.
      blanks.push({ start: at, end: lineIsBlank ? at + 1 : at + 2 });
      at += 2;
    } else {
      if (code === NEWLINE) lineIsBlank = true;
      // Space, tab and form feed leave a line blank.
      else if (code !== 32 && code !== 9 && code !== 12) lineIsBlank = false;
      at++;
    }
  }
  return { code: blanked(text, blanks), comments };
}

function blanked(text: string, blanks: readonly Blank[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of blanks) {
    pieces.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** The offset behind the string whose first quote is at `from`: one that is not closed ends with its line, or never (null). */
function endOfString(text: string, from: number): number | null {
  const quote = text.charAt(from);
  const closing = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
  let at = from + closing.length;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 2;
    else if (code === NEWLINE && closing.length === 1) return at;
    else if (text.charAt(at) === quote && text.startsWith(closing, at)) return at + closing.length;
    else at++;
  }
  return null;
}
