/** What a README promises: the items of its feature sections, and apart from them what it plans. */
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
    for (const found of section.blocks) {
      if (found.kind !== 'item' && !(found.kind === 'row' && !found.header)) continue;
      const text = ownProse(found).replace(/\s+/g, ' ').slice(0, 500);
      if (text === '') continue;
      const item: ListItem = { text, line: found.line, section: section.heading, checked: found.checked };
      const later = planned
        ? found.checked !== true
        : found.checked === false || mentions(normalise(text), LATER) !== null;
      (later ? roadmap : features).push(item);
    }
  }
  return { features: features.slice(0, MAX_ITEMS), roadmap: roadmap.slice(0, MAX_ITEMS) };
}
