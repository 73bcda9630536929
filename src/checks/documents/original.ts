import { type Document, MORE_THAN_TITLE } from '../../facts/documents/document.ts';
import { followsLesson, isLessonAddress, lessonLines, lessonNames } from '../../facts/documents/lessons.ts';
import { type Placeholder, placeholdersOf } from '../../facts/documents/placeholders.ts';
import { mentions, normalise, wordList } from '../../facts/documents/vocabulary.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { baseName } from '../../reading/text-file.ts';
import { defineCheck, found, no, yes } from '../define.ts';

/** Sections that say whom the program owes something. */
const THANKS = wordList(`
  acknowledg*, credit*, thanks, thank you, special thanks, inspiration, inspired by, based on, agradec*, creditos,
  remerciements, danksagung, 致谢
`);
/** What is owed to one lesson, by its words or by where it leads; tutorials of a library are its documentation. */
const LESSONS = /\b(?:tutorial|course|bootcamp|workshop|video series|playlist|curso|kurs|formation)\b/i;

/** Paragraphs in which a README says what it is. */
const MOST_FIRST = 6;

/** Lines of a section of thanks that name a course or a tutorial. */
function thanked({ links, listItems, paragraphs }: Document): readonly number[] {
  const owed = ({ section }: { readonly section: string }): boolean =>
    mentions(normalise(section), THANKS) !== null;
  return [
    ...[...listItems, ...paragraphs].filter((one) => owed(one) && LESSONS.test(one.text.slice(0, 1000))),
    ...links.filter((one) => owed(one) && isLessonAddress(one.url)),
  ].map(({ line }) => line);
}

/** A README, or beside one or in the folder of documents: what lies deeper may be what the program is fed with. */
function isAboutIt({ path }: Document): boolean {
  return /^(?:docs?\/)?[^/]+$/i.test(path) || /^readme\b/i.test(baseName(path));
}

function signs(facts: Facts): readonly Evidence[] {
  const evidence: Evidence[] = [];
  // One leftover sentence is a slip; a template as a whole is not.
  const template = [...facts.documentation.placeholders, ...onlyTemplates(facts)].filter(
    (item) => item.kind === 'template' || item.kind === 'lorem',
  );
  if (template.length > 0)
    evidence.push(...template.slice(0, 2).map((item) => facts.evidence(item.path, item.line)));
  for (const document of facts.documentation.documents.filter(isAboutIt).slice(0, 20)) {
    const lines = new Set([...lessonLines(document), ...thanked(document)]);
    evidence.push(...[...lines].map((line) => facts.evidence(document.path, line)));
  }
  const own = facts.files.filter(({ role }) => role === 'application');
  const names = lessonNames(
    facts.documentation.readme,
    own.map(({ path }) => path),
    (path) => facts.text(path),
  );
  evidence.push(...names.map(({ path, line }) => facts.evidence(path, line)));
  for (const file of facts.program.filesOf()) {
    for (const comment of file.comments)
      if (followsLesson(comment.text.slice(0, 600))) evidence.push(facts.evidence(file.path, comment.line));
  }
  return evidence;
}

/** Where the only READMEs are those of parts, and tools wrote them all. */
function onlyTemplates({ documentation, text }: Facts): readonly Placeholder[] {
  if ((documentation.readme?.words ?? 0) >= MORE_THAN_TITLE) return [];
  const readmes = documentation.documents.filter(
    ({ path, words }) => words >= MORE_THAN_TITLE && /^readme\b/i.test(baseName(path)),
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
