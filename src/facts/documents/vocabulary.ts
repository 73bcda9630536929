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

/**
 * The first of `words` that a normalised text holds as a whole word or phrase. `stem*` matches the beginning of a word,
 * `=phrase` only the entire text; Chinese, Japanese and Korean match anywhere.
 */
export function mentions(normalised: string, words: readonly string[]): string | null {
  for (const word of words) {
    const hit = word.startsWith('=')
      ? normalised === ` ${word.slice(1)} `
      : word.endsWith('*')
        ? normalised.includes(` ${word.slice(0, -1)}`)
        : normalised.includes(UNSPACED.test(word) ? word : ` ${word} `);
    if (hit) return word;
  }
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
