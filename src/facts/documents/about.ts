/** What a repository says it is: the first sentence or two of its README. A claim, shown as one. */
import { covers } from '../../reading/text-file.ts';
import type { Document, Purpose } from './document.ts';

const MOST_CHARACTERS = 300;
const LEAST_CHARACTERS = 20;
const PARAGRAPHS = 6;
/** Sections that say how to go about it, and not what it is. */
const ASIDE: ReadonlySet<Purpose> = new Set([
  'setup',
  'prerequisites',
  'testing',
  'deployment',
  'roadmap',
  'license',
  'contact',
  'structure',
]);

/** The first paragraph that is prose; null where the beginning holds none. */
export function aboutOf(readme: Document | null): string | null {
  if (readme === null) return null;
  const aside = readme.sections.filter(({ purposes }) => purposes.some((one) => ASIDE.has(one)));
  const paragraphs = readme.paragraphs.filter(({ line }) => !aside.some((section) => covers(section, line)));
  const prose = paragraphs
    .slice(0, PARAGRAPHS)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .find(isProse);
  return prose === undefined ? null : shortened(sentence(prose));
}

/** What a scaffold writes of itself says nothing of the project. */
const BOILERPLATE =
  /^(?:a progressive node\.js framework|nest(?:js)? framework typescript starter|this (?:is a|project|template) .{0,40}(?:bootstrapped|generated|create-next-app|create react app|minimal setup to get react|angular cli)|this template (?:provides|should help)|getting started with create react app|currently, two official plugins)/i;

/** Without addresses, and without the beginning of a list that is not shown. */
function sentence(prose: string): string {
  return prose
    .replace(/\s*[(<]?https?:\/\/[^\s)>]+[)>]?/g, '')
    .replace(
      /,?\s+(?:that|which|and|with)?\s*(?:includes?|has|have|offers?|features?|provides?|supports?|the following(?: \w+)?)\s*:$/i,
      '',
    )
    .replace(/(?:,?\s+(?:with|by|in|for|of))?\s*:$/, '.')
    .trim();
}

/** Not a badge line, an address, a label. */
function isProse(text: string): boolean {
  if (text.length < LEAST_CHARACTERS || BOILERPLATE.test(text) || /^(?:https?:\/\/|[-|>])/.test(text))
    return false;
  return text.split(' ').filter((word) => /^\p{L}/u.test(word)).length >= 4 || /\p{Lo}{8}/u.test(text);
}

/** Ends with a whole sentence where one ends in time, else with a whole word. */
function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const start = text.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '');
  const sentence = Math.max(...['. ', '! ', '? ', '。'].map((end) => start.lastIndexOf(end)));
  if (sentence > MOST_CHARACTERS / 3) return start.slice(0, sentence + 1);
  const word = start.lastIndexOf(' ');
  return `${start.slice(0, word > 0 ? word : undefined)}…`;
}
