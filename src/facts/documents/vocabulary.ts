/** Words of headings, labels and file names, whatever their case, accents, emoji or punctuation. */

/**
 * Lower case words with one space around each; accents removed, camelCase and digits split.
 * 'Instalação_e-Uso2.png' gives ' instalacao e uso 2 png '.
 */
export function normalise(text: string): string {
  const plain = text
    .slice(0, 2_000)
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ` ${plain} `;
}

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** What a normalised text holds where it holds the word; a needle that is the `whole` text, or a part of it. */
interface Needle {
  readonly word: string;
  readonly text: string;
  readonly whole: boolean;
}

function needle(word: string): Needle {
  if (word.startsWith('=')) return { word, text: ` ${word.slice(1)} `, whole: true };
  if (word.endsWith('*')) return { word, text: ` ${word.slice(0, -1)}`, whole: false };
  return { word, text: UNSPACED.test(word) ? word : ` ${word} `, whole: false };
}

/** By table: a document asks each for every heading. */
const needles = new WeakMap<readonly string[], readonly Needle[]>();

/**
 * The first of `words` that a normalised text holds as a whole word or phrase. `stem*` matches the beginning of a word,
 * `=phrase` only the entire text; Chinese, Japanese and Korean match anywhere.
 */
export function mentions(normalised: string, words: readonly string[]): string | null {
  let table = needles.get(words);
  if (table === undefined) {
    table = words.map(needle);
    needles.set(words, table);
  }
  for (const { word, text, whole } of table)
    if (whole ? normalised === text : normalised.includes(text)) return word;
  return null;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’_\-./+#]*/gu;
/** A Korean word is written with spaces, so it counts as one; Chinese and Japanese count two characters a word. */
const IDEOGRAPHS = /[\u3040-\u30ff\u3400-\u9fff]/g;

/** Number of words; addresses do not count. */
export function countWords(text: string): number {
  const bare = text.replace(/(?:https?:\/\/|www\.)\S+/g, ' ');
  const ideographs = bare.match(IDEOGRAPHS)?.length ?? 0;
  const spaced = ideographs === 0 ? bare : bare.replace(IDEOGRAPHS, ' ');
  return (spaced.match(WORD)?.length ?? 0) + Math.floor(ideographs / 2);
}

/** A table of words, written with commas. */
export function wordList(words: string): readonly string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
