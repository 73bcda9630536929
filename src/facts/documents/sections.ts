/** Cuts the blocks of a document into sections by its headings, and counts the author's own words. */
import type { Block } from '../../reading/markdown/block.ts';
import { block } from '../../reading/markdown/block.ts';
import type { Heading, Purpose, Section } from './document.ts';
import { isChain, isDrawing } from './drawing.ts';
import { purposesOf } from './purposes.ts';
import { countWords } from './vocabulary.ts';

const MAX_SECTION_TEXT = 4_000;
const MAX_HEADING_WORDS = 6;

/** A section with its blocks. */
export interface SectionBlocks extends Section {
  /** The heading's own block: it may hold links and pictures. */
  readonly opening: Block | null;
  readonly blocks: readonly Block[];
}

/**
 * A single short line that names a purpose and ends without a full stop is meant as a heading ("Usage", "API
 * Endpoints:"): many READMEs are written without `#`.
 */
export function withImpliedHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((found) => {
    if (found.kind !== 'paragraph' || found.links.length > 0 || found.images.length > 0) return found;
    const text = found.text.trim();
    if (
      text.includes('\n') ||
      text.length > 60 ||
      /[.!?,;]$|:./.test(text) ||
      isDrawing(text) ||
      isChain(text)
    )
      return found;
    if (countWords(text) > MAX_HEADING_WORDS || !/^\P{Ll}*\p{Lu}|[\u3040-\ud7af]/u.test(text)) return found;
    if (purposesOf(text)[0] === 'other') return found;
    return block('heading', found.line, found.endLine, text.replace(/:$/, ''), { level: 6 });
  });
}

/** Sections in order; the first one may have no heading. A title at the top names the document, not a purpose. */
export function sectionsOf(blocks: readonly Block[], lastLine: number): readonly SectionBlocks[] {
  const starts = blocks.flatMap((found, index) => (found.kind === 'heading' ? [index] : []));
  const cuts = starts[0] === 0 ? starts : [-1, ...starts];
  const sections: SectionBlocks[] = [];
  // Purposes of the headings above, by level.
  const above: { level: number; purposes: readonly Purpose[] }[] = [];
  const title = starts[0];
  for (let index = 0; index < cuts.length; index += 1) {
    const cut = cuts[index] ?? -1;
    const heading = cut < 0 ? undefined : blocks[cut];
    const next = cuts[index + 1];
    const own = blocks.slice(cut + 1, next ?? blocks.length);
    const level = heading?.level ?? 0;
    while (above.length > 0 && (above.at(-1)?.level ?? 0) >= level) above.pop();
    let purposes: readonly Purpose[] = ['other'];
    if (heading !== undefined && !(cut === title && level === 1)) {
      purposes = purposesOf(heading.text);
      const over = above.at(-1)?.purposes ?? purposes;
      // What stands under plans is planned: "Larger features:" below "Roadmap".
      if (purposes[0] === 'other' || over.includes('roadmap')) purposes = over;
      above.push({ level, purposes });
    }
    const prose = own.map(ownProse).filter((text) => text !== '');
    sections.push({
      heading: heading?.text ?? '',
      level,
      purposes,
      line: heading?.line ?? 1,
      endLine: next === undefined ? lastLine : Math.max(heading?.line ?? 1, (blocks[next]?.line ?? 1) - 1),
      words: prose.reduce(
        (sum, text) => sum + countWords(text),
        heading === undefined ? 0 : countWords(heading.text),
      ),
      text: prose.join('\n').slice(0, MAX_SECTION_TEXT),
      opening: heading ?? null,
      blocks: own,
    });
  }
  return sections;
}

/** The words of a block that its author wrote as prose: no code, comments, drawings or trees. */
export function ownProse(found: Block): string {
  if (found.kind === 'code' || found.kind === 'comment' || found.kind === 'heading') return '';
  if (found.kind === 'row') return found.cells.join(' ').trim();
  const kept = found.text.split('\n').filter((line) => !isDrawing(line));
  return kept.join('\n').trim();
}

/** The document's true headings with GitHub's anchors. */
export function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  const seen = new Map<string, number>();
  return blocks
    .filter((found) => found.kind === 'heading')
    .map((found) => {
      const base = found.text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-');
      const times = seen.get(base) ?? 0;
      seen.set(base, times + 1);
      return {
        level: found.level,
        text: found.text,
        line: found.line,
        id: times === 0 ? base : `${base}-${times}`,
      };
    });
}
