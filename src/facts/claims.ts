/** What a README claims in prose: the words are found, whether the code keeps them is for the checks. */
import type { Document } from './documentation/document.ts';

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

/** One of the words stands in the prose, as a word of its own or with an ending: 'throttl' finds 'throttling'. */
export function claims(prose: readonly string[], words: readonly string[]): boolean {
  return words.some((word) => {
    const start = /^[\p{L}\p{N}]/u.test(word) ? '(?<![\\p{L}\\p{N}])' : '';
    const pattern = new RegExp(`${start}${escaped(word)}(?:[a-z]{0,3}|ence|ation)(?![\\p{L}\\p{N}])`, 'gu');
    return prose.some((part) =>
      [...part.matchAll(pattern)].some((match) => !DENIED.test(before(part, match.index))),
    );
  });
}

function before(text: string, index: number): string {
  return text.slice(Math.max(0, index - 40), index);
}

function escaped(word: string): string {
  return word.toLowerCase().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
