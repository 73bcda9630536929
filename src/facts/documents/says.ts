/** Whether a README says what the program is, how to set it up and how to use it, and where. */
import type { Location } from '../../model.ts';
import type { Block } from '../../reading/markdown/block.ts';
import { setupCommandAt, usageAt } from './commands.ts';
import type { Purpose } from './document.ts';
import { isPlaceholder } from './placeholders.ts';
import { ownProse, type SectionBlocks } from './sections.ts';
import { countWords } from './vocabulary.ts';

export interface Says {
  /** Prose that says what it is: not a title, not a list of badges. */
  readonly what: Location | null;
  /** Steps or commands that install, clone or configure it. */
  readonly setup: Location | null;
  /** Commands, requests, routes or steps that use it. */
  readonly usage: Location | null;
}

const MAX_CHARACTERS = 20_000;
/** Fewer words than this name something; they do not describe it. */
const MIN_DESCRIPTION = 5;
const MIN_LEAD = 3;
const MIN_STEPS = 8;
/** So many features describe a program. */
const MIN_FEATURES = 3;
/** What a framework says of itself, in the header that its generator writes. */
const SLOGAN =
  /\b(?:a progressive .{0,80}framework for building efficient|the react framework for (?:production|the web)|the web framework for perfectionists)\b/i;
/** Captioned pictures of the screens show the use as well as words. */
const MIN_SCREENS = 2;

/** Sections whose commands are about something other than running this program. */
const ASIDE: ReadonlySet<Purpose> = new Set([
  'testing',
  'license',
  'contact',
  'roadmap',
  'structure',
  'data-model',
]);
/** Once one of these began, a paragraph no longer introduces the program. */
const BUSY: ReadonlySet<Purpose> = new Set([
  'setup',
  'prerequisites',
  'usage',
  'testing',
  'roadmap',
  'license',
  'contact',
  'structure',
  'data-model',
  'deployment',
]);

export function saysOf(path: string, sections: readonly SectionBlocks[]): Says {
  return { what: whatIn(path, sections), setup: setupIn(path, sections), usage: usageIn(path, sections) };
}

function whatIn(path: string, sections: readonly SectionBlocks[]): Location | null {
  const busy = sections.findIndex((section) => section.purposes.some((purpose) => BUSY.has(purpose)));
  const opening = busy < 0 ? sections : sections.slice(0, busy);
  const described = sections.filter((section) => section.purposes.includes('description'));
  for (const section of [...opening, ...described]) {
    const kinds = section.purposes.includes('description') ? LISTED : SPOKEN;
    const blocks = beforeTemplate(section);
    const found = blocks.find((one, at) => isDescription(one, blocks[at + 1], kinds));
    if (found !== undefined) return { path, line: found.line };
  }
  // The one line below the title, which is all that was written: a few words of it describe.
  const [only, ...others] = sections.flatMap(beforeTemplate);
  if (only && others.length === 0 && busy < 0 && isDescription(only, undefined, SPOKEN, MIN_LEAD))
    return { path, line: only.line };
  // What it can do says what it is, where nothing else does.
  const listed = sections.find(
    ({ purposes, blocks }) =>
      purposes.includes('features') && blocks.filter((one) => one.kind === 'item').length >= MIN_FEATURES,
  );
  return listed === undefined ? null : { path, line: listed.line };
}

/** What follows a sentence of a template, in its section, is the template's too. */
function beforeTemplate({ heading, blocks }: SectionBlocks): readonly Block[] {
  if (isPlaceholder(`# ${heading}`)) return [];
  const at = blocks.findIndex((one) => isPlaceholder(one.text));
  return at < 0 ? blocks : blocks.slice(0, at);
}

const SPOKEN: readonly Block['kind'][] = ['paragraph'];
const LISTED: readonly Block['kind'][] = ['paragraph', 'item'];

function isDescription(
  found: Block,
  next: Block | undefined,
  kinds: readonly Block['kind'][],
  least = MIN_DESCRIPTION,
): boolean {
  if (!kinds.includes(found.kind)) return false;
  const text = ownProse(found).slice(0, MAX_CHARACTERS).trimEnd();
  if (setupCommandAt(text) >= 0 || SLOGAN.test(text)) return false;
  // A line of links, a table of contents or an instruction describes nothing.
  const words = countWords(text) - found.links.reduce((sum, link) => sum + countWords(link.text), 0);
  // "A backend with:" and its list are one sentence.
  if (text.endsWith(':')) return words >= MIN_LEAD && next?.kind === 'item';
  return words >= least;
}

function setupIn(path: string, sections: readonly SectionBlocks[]): Location | null {
  for (const section of sections) {
    if (section.purposes.some((purpose) => ASIDE.has(purpose))) continue;
    const hit = commandIn(path, section, setupCommandAt);
    if (hit !== null) return hit;
  }
  // Steps in words only: "create a database, fill in .env".
  const steps = sections.find(
    (section) =>
      isOnlyFor(section, 'setup') &&
      section.words - countWords(section.heading) >= MIN_STEPS &&
      !onlyRuns(section),
  );
  return steps === undefined ? null : { path, line: steps.line };
}

/** A section whose every command starts the program explains no setup. */
function onlyRuns(section: SectionBlocks): boolean {
  const code = section.blocks.filter((one) => one.kind === 'code');
  return code.length > 0 && code.every((one) => usageAt(one.text.slice(0, MAX_CHARACTERS)) >= 0);
}

function usageIn(path: string, sections: readonly SectionBlocks[]): Location | null {
  for (const section of sections) {
    if (!section.purposes.includes('usage') || section.purposes.some((purpose) => ASIDE.has(purpose)))
      continue;
    const own = section.blocks.find(
      (one) =>
        (one.kind === 'code' && one.text.trim() !== '' && !onlySetup(one.text)) ||
        one.kind === 'row' ||
        ((one.kind === 'item' || one.kind === 'paragraph') &&
          countWords(ownProse(one)) >= 4 &&
          !onlySetup(one.text) &&
          !isPlaceholder(one.text)),
    );
    if (own !== undefined) return { path, line: section.line };
  }
  for (const section of sections) {
    if (section.purposes.some((purpose) => ASIDE.has(purpose))) continue;
    const hit = commandIn(path, section, usageAt);
    if (hit !== null) return hit;
  }
  for (const section of sections) {
    if (section.purposes.some((purpose) => ASIDE.has(purpose))) continue;
    const own = section.blocks.find((one) => one.kind === 'code' && callsItself(one.text));
    if (own !== undefined) return { path, line: own.line };
  }
  const shown = sections.find(
    (section) =>
      section.purposes.includes('demo') &&
      section.blocks.reduce((sum, one) => sum + one.images.length, 0) >= MIN_SCREENS,
  );
  return shown === undefined ? null : { path, line: shown.line };
}

/** Programs of others that a block of commands starts with again and again. */
const TOOLS =
  /^(?:git|gh|pip3?|pipx|uv|poetry|conda|npm|npx|pnpm|yarn|bun|node|python3?|docker|docker-compose|podman|kubectl|helm|terraform|aws|az|gcloud|heroku|fly|railway|vercel|cd|ls|cp|mv|rm|mkdir|touch|cat|echo|export|set|source|sudo|brew|apt|apt-get|choco|winget|make|curl|wget|psql|mysql|redis-cli|mongosh|ollama|chmod|pytest|ruff|mypy|black|alembic|flask|django-admin|if|for|do|done|fi|then|else|import|from|const|let|var|def|class|return|print|async|await|select|create|insert|true|false)$/i;

/** `task add …`, `task list`: two lines that call the same program, and none that everybody has. */
function callsItself(text: string): boolean {
  const seen = new Set<string>();
  return text
    .slice(0, MAX_CHARACTERS)
    .split('\n')
    .some((line) => {
      const word = /^\s*(?:[$>] )?([a-z][\w-]{1,30}) [\w"'-]/.exec(line)?.[1];
      if (word === undefined || TOOLS.test(word)) return false;
      if (seen.has(word)) return true;
      seen.add(word);
      return false;
    });
}

/** Commands that prepare and nothing that runs the program. */
function onlySetup(text: string): boolean {
  const bounded = text.slice(0, MAX_CHARACTERS);
  return setupCommandAt(bounded) >= 0 && usageAt(bounded) < 0;
}

function commandIn(path: string, section: SectionBlocks, find: (text: string) => number): Location | null {
  for (const found of section.opening === null ? section.blocks : [section.opening, ...section.blocks]) {
    if (found.kind === 'comment') continue;
    const text = found.text.slice(0, MAX_CHARACTERS);
    const offset = find(withoutDrawing(text));
    if (offset < 0) continue;
    // The first line of a code block is its fence.
    const inside = text.slice(0, offset).split('\n').length - 1 + (found.kind === 'code' ? 1 : 0);
    return { path, line: Math.min(found.line + inside, found.endLine) };
  }
  return null;
}

/** "├── Dockerfile  # docker build" starts nothing; its line keeps its length. */
function withoutDrawing(text: string): string {
  return text.replace(/^.*[├└│].*$/gm, (line) => ' '.repeat(line.length));
}

function isOnlyFor(section: SectionBlocks, purpose: Purpose): boolean {
  return section.purposes.includes(purpose) && !section.purposes.some((one) => ASIDE.has(one));
}
