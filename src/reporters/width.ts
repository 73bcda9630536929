/** Text measured in terminal columns: East Asian letters and emoji take two, combining marks none. */

const ASCII = /^[\x20-\x7e]*$/;
const ZERO = /^(?:\p{Mn}|\p{Me}|\u200d)+$/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
/** Ranges of wide code points (Unicode's East Asian Width W and F), blocks merged. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as single characters. */
function characters(text: string): readonly string[] {
  if (ASCII.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

function characterWidth(character: string): number {
  if (ZERO.test(character)) return 0;
  if (EMOJI.test(character)) return 2;
  const code = character.codePointAt(0) ?? 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Columns that a text takes. It must hold no colours. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  return characters(text).reduce((sum, character) => sum + characterWidth(character), 0);
}

/** The text cut to a number of columns, ending with `mark` where something was cut. */
export function cut(text: string, columns: number, mark: string): string {
  if (widthOf(text) <= columns) return text;
  const room = columns - mark.length;
  if (room <= 0) return mark.slice(0, Math.max(0, columns));
  let taken = '';
  let width = 0;
  for (const character of characters(text)) {
    width += characterWidth(character);
    if (width > room) break;
    taken += character;
  }
  return `${taken.trimEnd()}${mark}`;
}

/** The text filled with spaces up to a number of columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** Lines of at most `columns`, broken at spaces; a longer word is broken where it must be. At least 8 columns. */
export function wrap(text: string, columns: number): readonly string[] {
  const room = Math.max(8, columns);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (word === '') continue;
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function breakWord(word: string, room: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const character of characters(word)) {
    const wide = characterWidth(character);
    if (width + wide > room) {
      pieces.push(piece);
      piece = '';
      width = 0;
    }
    piece += character;
    width += wide;
  }
  return [...pieces, piece];
}
