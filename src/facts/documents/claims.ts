/** What a README claims in prose: the words are found, whether the code keeps them is for the checks. */
import type { Document } from './document.ts';

/** Sections that speak of what is not there yet, or of something else. */
const NO_CLAIM = new Set(['roadmap', 'license', 'contact']);
/** "does not have rate limiting": said shortly before a word, these take it back. */
const DENIED =
  /\b(?:no|not|without|never|todo|planned|coming soon|future|isn't|doesn't|don't|lacks?)\b[^.!?;]{0,24}$/;
const MAX_PARTS = 2_000;

/** The README's prose in lower case, as {@link claims} wants it. Read it once per audit. */
export function claimable(readme: Document | null): readonly string[] {
  if (readme === null) return [];
  const silent = new Set(
    readme.sections
      .filter((one) => one.purposes.some((purpose) => NO_CLAIM.has(purpose)))
      .map((one) => one.heading),
  );
  const said = [
    ...readme.headings.map((one) => ({ text: one.text, section: one.text })),
    ...readme.paragraphs,
    // An unticked box is a plan.
    ...readme.listItems.filter((one) => one.checked !== false),
    ...readme.tables.flatMap((table) =>
      table.rows.map((row) => ({ text: row.cells.join(' '), section: '' })),
    ),
  ];
  return said
    .filter((one) => !silent.has(one.section))
    .slice(0, MAX_PARTS)
    .map((one) => one.text.slice(0, 4_000).toLowerCase().replace(/\s+/g, ' '));
}

const WORD = /[\p{L}\p{N}]/u;
/** What may follow a word that is only the beginning of one, and then end. */
const ENDING = /(?:[a-z]{0,3}|ence|ation)(?![\p{L}\p{N}])/uy;

/** One of the words stands in the prose, as a word of its own or with an ending: 'throttl' finds 'throttling'. */
export function claims(prose: readonly string[], words: readonly string[]): boolean {
  return words.some((word) => prose.some((part) => claimsIn(part, word.toLowerCase())));
}

function claimsIn(part: string, word: string): boolean {
  if (word === '') return false;
  for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + 1)) {
    const inside = at > 0 && WORD.test(word[0] ?? '') && WORD.test(part[at - 1] ?? '');
    ENDING.lastIndex = at + word.length;
    if (!inside && ENDING.test(part) && !DENIED.test(part.slice(Math.max(0, at - 40), at))) return true;
  }
  return false;
}
