import type { Document } from '../../facts/documents/document.ts';
import { type Placeholder, placeholdersOf } from '../../facts/documents/placeholders.ts';
import { mentions, normalise, wordList } from '../../facts/documents/vocabulary.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { baseName } from '../../reading/text-file.ts';
import { defineCheck, found, no, yes } from '../define.ts';

/** Who teaches by programs that learners type in. One more is one more word. */
const TEACHERS =
  'freecodecamp|udemy|codecademy|codewithmosh|programming with mosh|traversy ?media|patrick ?loeber|datacamp|krish ?naik|campusx|codebasics|sentdex|tech with tim|corey schafer|net ninja|amigoscode|arjan ?codes|scrimba|zero to mastery|javascript mastery|web dev simplified|academind|sanjeev thiyagarajan|alejandro ao|james briggs|nicholas renotte|dave ebbelaar|code with harry|chai aur code|hitesh choudhary|pixegami';

/** Sentences that say the code follows somebody else's lesson. A public brief or an assignment is no such sign. */
const TOOK =
  '(?:follow(?:s|ed|ing| along)(?: along)?(?: with)?|based on|taken from|copied from|adapted from|cloned from)';
const LESSON =
  '(?:tutorial|crash course|video series|codecademy|cookbook|reference (?:project|repo\\w*|implementation))';
const WORDS = "[\\w.'’ -]{0,40}\\b";
const ARTICLE = '(?:the|this|that|an?|my)';

const FOLLOWS: readonly RegExp[] = [
  new RegExp(`\\b${TOOK} ${WORDS}${LESSON}\\b`, 'i'),
  new RegExp(`\\bfrom ${ARTICLE} ${WORDS}${LESSON}\\b`, 'i'),
  /\bfrom (?:the |a |an? )?refer(?:ence|encing) (?:project|repo\w*|implementation)\b/i,
  // "from the course of …" is where an assignment comes from; what follows a course is the course's.
  new RegExp(
    `\\b${TOOK} ${ARTICLE} ${WORDS}(?:course|bootcamp)\\b(?! (?:materials?|contents?|progress|data|work))`,
    'i',
  ),
  new RegExp(`\\b${TOOK} ${WORDS}udemy\\b`, 'i'),
  /\b(?:from|following|follows|of|the|this|an?)\b.{0,60}\b(?:tutorial|course) by [A-Z][a-z]{2,}/,
  /\b(?:code|source|repo\w*) (?:for|from|of|accompanying) (?:the|this|my) [\w.'’ -]{0,40}\b(?:tutorial|course|youtube|video|workshop)\b/i,
  /\bproject (?:for|from|of) (?:the|this|a) [\w.'’ -]{0,40}\b(?:tutorial|youtube|video series)\b/i,
  /\bplease don['’]t remove notes for ai\b/i,
  new RegExp(`\\b(?:${TEACHERS})\\b.{0,40}\\b(?:course|tutorial|bootcamp|video|lesson|playlist)\\b`, 'i'),
  new RegExp(`\\b(?:course|tutorial|bootcamp|video|lesson|playlist)\\b.{0,40}\\b(?:${TEACHERS})\\b`, 'i'),
  /\b(?:part|lesson|lecture|chapter|episode) \d+ of (?:the|this) (?:tutorial|course|series)\b/i,
];
/** "This is not a tutorial": whoever says so took none. */
const DENIES =
  /\b(?:not|no|isn['’]t|unlike|beyond|instead of|rather than|every)\b[^.]{0,30}\b(?:tutorials?|courses?)\b/i;

/** One idea that came from somewhere is no lesson that was followed. */
const BORROWS =
  /\b(?:trick|technique|idea|pattern|approach|recipe|method|algorithm|formula)\b[^.]{0,60}\bfrom\b/i;
/** Sections that say whom the program owes something. */
const THANKS = wordList(`
  acknowledg*, credit*, thanks, thank you, special thanks, inspiration, inspired by, based on, agradec*, creditos,
  remerciements, danksagung, 致谢
`);
/** What is owed to one lesson, by its words or by where it leads; tutorials of a library are its documentation. */
const LESSONS = /\b(?:tutorial|course|bootcamp|workshop|video series|playlist|curso|kurs|formation)\b/i;
const LESSON_URL =
  /\/(?:tutorials?|courses?)\/|\budemy\.com\/|\byoutu(?:\.be|be\.com)\/(?:watch|playlist|[\w-]{11}\b)/i;

/** Paragraphs in which a README says what it is. */
const MOST_FIRST = 6;

function follows(text: string): boolean {
  return FOLLOWS.some((pattern) => pattern.test(text)) && !DENIES.test(text) && !BORROWS.test(text);
}

/** Lines of a section of thanks that name a course or a tutorial. */
function thanked({ links, listItems, paragraphs }: Document): readonly number[] {
  const owed = ({ section }: { readonly section: string }): boolean =>
    mentions(normalise(section), THANKS) !== null;
  return [
    ...[...listItems, ...paragraphs].filter((one) => owed(one) && LESSONS.test(one.text.slice(0, 1000))),
    ...links.filter((one) => owed(one) && LESSON_URL.test(one.url.slice(0, 500))),
  ].map(({ line }) => line);
}

function signs(facts: Facts): readonly Evidence[] {
  const evidence: Evidence[] = [];
  // One leftover sentence is a slip; a template as a whole is not.
  const template = [...facts.documentation.placeholders, ...onlyTemplates(facts)].filter(
    (item) => item.kind === 'template' || item.kind === 'lorem',
  );
  if (template.length > 0)
    evidence.push(...template.slice(0, 2).map((item) => facts.evidence(item.path, item.line)));
  for (const document of facts.documentation.documents.slice(0, 20)) {
    for (const paragraph of document.paragraphs) {
      if (follows(paragraph.text.slice(0, 1000)))
        evidence.push(facts.evidence(document.path, paragraph.line));
    }
    evidence.push(...thanked(document).map((line) => facts.evidence(document.path, line)));
  }
  for (const file of facts.program.filesOf()) {
    for (const comment of file.comments)
      if (follows(comment.text.slice(0, 600))) evidence.push(facts.evidence(file.path, comment.line));
  }
  return evidence;
}

/** Words from which on a README is more than its title. */
const WRITTEN = 12;

/** Where the only READMEs are those of parts, and tools wrote them all. */
function onlyTemplates({ documentation, text }: Facts): readonly Placeholder[] {
  if ((documentation.readme?.words ?? 0) >= WRITTEN) return [];
  const readmes = documentation.documents.filter(
    ({ path, words }) => words >= WRITTEN && /^readme\b/i.test(baseName(path)),
  );
  const found = readmes.map((one) =>
    placeholdersOf(one, text(one.path) ?? '').find(({ kind }) => kind === 'template'),
  );
  return found.every((one) => one !== undefined) ? found : [];
}

/** The README says of the repository as a whole that it is a lesson, or somebody else's. */
const WHOLE: readonly RegExp[] = [
  /\b(?:this )?repo(?:sitory)? (?:contains|holds|hosts|has|is for) (?:all )?(?:the )?(?:code|source\w*|materials?|notebooks?|files|solutions?)\b.{0,40}\b(?:course|tutorial|bootcamp|workshop|book|video series|youtube)\b/i,
  /^(?:the )?(?:code|source\w*|materials?|notebooks?) (?:for|of|from|accompanying) (?:the|this|my) [\w.'’": -]{0,60}\b(?:course|tutorial|bootcamp|workshop|book|video)\b/i,
  /\bofficial (?:pytorch |tensorflow )?(?:implementation|code|repo\w*) (?:of|for) (?:the |our )?paper\b/i,
  /\b(?:is|this is) an? (?:read-only )?mirror of\b/i,
];

/** Signs in the README's first words that the whole of it is no work of the author's own. */
function wholeSigns(facts: Facts): readonly Evidence[] {
  const { readme } = facts.documentation;
  return (readme?.paragraphs ?? [])
    .slice(0, MOST_FIRST)
    .filter(({ text }) => WHOLE.some((pattern) => pattern.test(text.slice(0, 1000))))
    .map(({ line }) => facts.evidence(readme?.path ?? '', line));
}

export const original = defineCheck({
  name: 'original',
  summary:
    'Nothing in the repository says that it is a tutorial’s or template’s work (signs: none), or something does (any), of the whole of it (whole).',
  reads: ['documents'],
  written: true,
  whole: true,
  parameters: (z) => z.strictObject({ signs: z.enum(['none', 'any', 'whole']) }),
  ask: (facts, { signs: wanted }) => {
    const whole = wholeSigns(facts);
    if (wanted === 'whole') return found(whole, 'a word that all of it is a lesson or somebody else’s');
    const evidence = [...whole, ...signs(facts)];
    if (wanted === 'any') return found(evidence.slice(0, 4), 'signs of a tutorial, course or template');
    if (evidence.length > 0)
      return no('a repository without signs of a tutorial or template', evidence.slice(0, 4));
    // Its documents tell where it comes from, whatever language its code is in.
    const code = facts.files.filter(
      ({ kind, role, size }) =>
        size > 0 && role === 'application' && (kind === 'code' || kind === 'notebook'),
    );
    const first = code[0];
    if (!first) return no('code of its own: there is none');
    return yes([
      {
        path: first.path,
        line: 1,
        text: `no sign of a tutorial or template in ${code.length} code files and ${facts.documentation.documents.length} documents`,
      },
    ]);
  },
});
