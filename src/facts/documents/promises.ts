/** What a README promises: the items of its feature sections, and apart from them what it plans. */
import type { Block } from '../../reading/markdown/block.ts';
import type { ListItem } from './document.ts';
import { ownProse, type SectionBlocks } from './sections.ts';
import { mentions, normalise, wordList } from './vocabulary.ts';

export interface Promises {
  readonly features: readonly ListItem[];
  /** Future ideas: nothing is missing when they are not there. */
  readonly roadmap: readonly ListItem[];
}

const MAX_ITEMS = 300;
const LATER = wordList(`
    coming soon, planned, future, upcoming, wip, in progress, todo, not yet, em breve, proximamente,
    planejado, 예정, 计划中, 予定
  `);

export function promisesOf(sections: readonly SectionBlocks[]): Promises {
  const features: ListItem[] = [];
  const roadmap: ListItem[] = [];
  for (const section of sections) {
    const planned = section.purposes.includes('roadmap');
    if (!planned && !section.purposes.includes('features')) continue;
    for (const { text, line, checked } of section.blocks.flatMap(itemsIn)) {
      const item: ListItem = { text, line, section: section.heading, checked };
      const later = planned
        ? checked !== true
        : checked === false || mentions(normalise(text), LATER) !== null;
      (later ? roadmap : features).push(item);
    }
  }
  return { features: features.slice(0, MAX_ITEMS), roadmap: roadmap.slice(0, MAX_ITEMS) };
}

/** A tick or a bullet that is no Markdown: lines of a paragraph that GitHub shows as a list of a kind. */
const TICKED = /^[\s>]*(?:✅|✔️?|☑️?|•|▪️?|➤|➜|🔹|🔸|⭐|\p{Extended_Pictographic}️?)\s+/u;

function itemsIn(found: Block): readonly Omit<ListItem, 'section'>[] {
  if (found.kind === 'item' || (found.kind === 'row' && !found.header)) {
    const text = ownProse(found).replace(/\s+/g, ' ').slice(0, 500);
    return text === '' ? [] : [{ text, line: found.line, checked: found.checked }];
  }
  if (found.kind !== 'paragraph') return [];
  return ownProse(found)
    .split('\n')
    .flatMap((line, index) =>
      TICKED.test(line) && !/^\s*[❌✖⚠🚧⏳🔜]/u.test(line)
        ? [{ text: line.replace(TICKED, '').trim().slice(0, 500), line: found.line + index, checked: null }]
        : [],
    );
}
