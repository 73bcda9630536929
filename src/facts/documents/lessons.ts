/** Sentences that say the program was made after somebody else's lesson: a tutorial, a course, a video, a book. */
import { linesOf } from '../../reading/text-file.ts';
import type { Document } from './document.ts';

const MOST_TEXT = 1000;
const MOST_SENTENCES = 20;

/** What only teaches. */
const TEACHES =
  '(?:video |youtube |live |step-by-step )?(?:tutorials?|crash course|boot ?camp|master ?class|nano ?degree|video series|playlist|code[- ]along|guided project|cookbook|udemy|coursera|codecademy|pluralsight|freecodecamp|youtube|reference (?:project|repo\\w*|implementation))';
/** What teaches, and what a program may as well be about. */
const CONTENT = '(?:courses?|books?|videos?|workshops?|lectures?|lessons?)';
/** Such a thing as a whole, not what is made of it: "course materials", "video files". */
const WHOLE = `${CONTENT}\\b(?![- ](?:materials?|contents?|progress|data|work|notes|recommend\\w*|files?|titles?|catalog\\w*|platform|list\\w*|project|assignment))`;
const LESSON = `(?:${TEACHES}|${WHOLE})`;

/** Whatever stands between two words of one sentence. */
const NEAR = '[^.;!?\\n]{0,80}?';
/** The program as it speaks of itself. "Its answers are based on the book" is about what it answers. */
const PROGRAM =
  '(?:project|repo(?:sitory)?|code(?:base)?|app(?:lication)?|api|program|implementation|solution|work|(?:web)?site)';
/** What is followed: "the book", "chapter 5 of her course"; not the habits of programs about books. */
const OF_WHOM = `(?:(?:the|this|that|an?|my|his|her|their|various|some|several|chapter|part|section)\\b|(?:[\\w.]+ ){0,3}[\\w.]+['’]s?\\b|["“*])(?:(?!\\b(?:for|and|with|is|are)\\b)[^.,;:!?\\n]){0,60}?`;
const SELF = `(?:\\b(?:i|we)(?:['’]ve)?|\\b(?:this|the|my|our|all|most|much|some)\\b[^.;!?\\n]{0,30}?\\b${PROGRAM})`;
const MADE =
  '(?:made|built|created|developed|written|wrote|coded|implemented|started|designed|done|learn(?:ed|t)|practi[cs]ed)';
const FOLLOWED =
  '(?:follow(?:s|ed)|(?<!\\bthe )following|follow(?:s|ed|ing)? along)(?: along)?(?: (?:with|to))?';
/** From a program to what it was made after. */
const AFTER = `(?:${FOLLOWED}|based (?:up)?on|inspired by|(?:taken|copied|adapted|cloned|modified|derived|learn(?:ed|t)|comes?|came) from|(?:with the help of|guided by|as (?:seen|shown|taught|explained) in)|while (?:watching|reading|taking|doing)|(?:work(?:ed|ing)|going|went|cod(?:ed|ing)) (?:through|along with))`;

/** Who teaches by programs that learners type in. One more is one more word. */
const TEACHERS =
  'freecodecamp|udemy|codecademy|codewithmosh|programming with mosh|traversy ?media|patrick ?loeber|datacamp|krish ?naik|campusx|codebasics|sentdex|tech with tim|corey schafer|net ninja|amigoscode|arjan ?codes|scrimba|zero to mastery|javascript mastery|web dev simplified|academind|sanjeev thiyagarajan|alejandro ao|james briggs|nicholas renotte|dave ebbelaar|code with harry|chai aur code|hitesh choudhary|pixegami';

const SAYS: readonly RegExp[] = [
  // "I built this while following the tutorial of …": who made it, and after what.
  new RegExp(`${SELF}\\b${NEAR}\\b${FOLLOWED} ${OF_WHOM}\\b${LESSON}\\b`, 'i'),
  new RegExp(
    `${SELF}(?: \\w+ly)? (?:is|was|are|were|has been|have been|${MADE})\\b[^.;!?\\n]{0,40}?\\b${AFTER} ${OF_WHOM}\\b${LESSON}\\b`,
    'i',
  ),
  // "Built by following …", "Based on …": the whole of it is what is spoken of.
  new RegExp(`^\\W*(?:(?:code |all )?${MADE}\\b${NEAR}\\b)?${AFTER} ${OF_WHOM}\\b${LESSON}\\b`, 'i'),
  // Wherever it stands, what only teaches was not built upon by chance.
  new RegExp(`\\b${AFTER} ${NEAR}\\b${TEACHES}\\b`, 'i'),
  /\bfrom (?:the |an? )?refer(?:ence|encing) (?:project|repo\w*|implementation)\b/i,
  new RegExp(
    `\\bfrom (?:the|this|that|an?|my) ${NEAR}\\b(?:tutorial|crash course|video series|cookbook)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:from|following|follows|of|the|this|an?)\\b${NEAR}\\b(?:tutorial|course) by [A-Z][a-z]{2,}`,
  ),
  // "Source code for the course on …"; a project for a course is an assignment.
  new RegExp(
    `\\b(?:code|source|repo\\w*|notes|solutions) (?:for|from|of|accompanying|that accompanies) (?:the|this|my) ${NEAR}\\b(?:${TEACHES}|${WHOLE})\\b`,
    'i',
  ),
  new RegExp(`\\bproject (?:for|from|of) (?:the|this|a) ${NEAR}\\b${TEACHES}\\b`, 'i'),
  new RegExp(`\\b(?:credits?|thanks|kudos|shout-?out)\\b${NEAR}\\b(?:tutorials?|course)\\b`, 'i'),
  /\b(?:this|the) (?:project|repo\w*|code|app\w*)? ?(?:is|was made as|was created as|serves as) (?:an?|my) (?:[\w-]+ ){0,4}(?:tutorial|workshop)\b/i,
  /\b(?:part|lesson|lecture|chapter|episode) \d+ of (?:the|this) (?:tutorial|course|series|book)\b/i,
  // A lesson beside the name of whom it is by.
  new RegExp(`\\b(?:${TEACHERS})\\b.{0,40}\\b(?:course|tutorial|bootcamp|video|lesson|playlist)\\b`, 'i'),
  new RegExp(`\\b(?:course|tutorial|bootcamp|video|lesson|playlist)\\b.{0,40}\\b(?:${TEACHERS})\\b`, 'i'),
  /\bplease don['’]t remove notes for ai\b/i,
];
/** "This is not a tutorial": whoever says so took none. */
const DENIES =
  /\b(?:not|no|isn['’]t|unlike|beyond|instead of|rather than|every)\b[^.]{0,30}\b(?:tutorials?|courses?)\b/i;
/** One idea that came from somewhere is no lesson that was followed. */
const BORROWS =
  /\b(?:trick|technique|idea|pattern|approach|recipe|method|algorithm|formula)\b[^.]{0,60}\bfrom\b/i;
/** An address under which lessons are held. */
const ADDRESS =
  /\/(?:tutorials?|courses?)\/|\b(?:udemy|coursera|codecademy|pluralsight)\.(?:com|org)\/|\byoutu(?:\.be|be\.com)\/(?:watch|playlist|[\w-]{11}\b)/i;

/** Whether a text says that the program follows a lesson. */
export function followsLesson(text: string): boolean {
  return text
    .slice(0, MOST_TEXT)
    .split(/(?<=[.!?])\s+(?=[A-Z"'“(*[])/)
    .slice(0, MOST_SENTENCES)
    .some((said) => SAYS.some((one) => one.test(said)) && !DENIES.test(said) && !BORROWS.test(said));
}

export function isLessonAddress(url: string): boolean {
  return ADDRESS.test(url.slice(0, 500));
}

/** Lines of a document that say so, by their words or by where a word of theirs leads. */
export function lessonLines({ links, listItems, paragraphs }: Document): readonly number[] {
  const taught = links.filter(({ text, url }) => text.trim() !== '' && isLessonAddress(url));
  return [...paragraphs, ...listItems].flatMap(({ line, text }) => {
    const near = taught.filter((one) => one.line >= line && one.line < line + 12);
    const told = near.reduce((all, one) => all.replace(one.text, () => `${one.text} tutorial`), text);
    return followsLesson(told) ? [line] : [];
  });
}

/** Names whose head is the lesson: "Flask tutorial", "python-crash-course", "udemy-nest". */
const CALLED =
  /(?:^|[\s_-])(?:(?:tutorial|crash[-_ ]course|boot-?camp|workshop|master-?class|code-?along|udemy)(?:[-_ ](?:repo(?:sitory)?|code|app|notes|files|materials?|series|project))?|course[-_ ](?:repo(?:sitory)?|code|notes|materials?))$|^(?:tutorial|udemy)(?:[-_]|: )/i;
const MANIFEST = /(?:^|\/)(?:package|manifest)\.json$|(?:^|\/)pyproject\.toml$/;
const NAMED =
  /^[\s{]*(?:"(?:(?:short_)?name|description)"\s*:|(?:name|description)\s*=)\s*["']([^"'\n]{1,100})["']/;
const MOST_LINES = 100;

/** What the project calls itself: in its README's title and in the manifests of its parts. */
export function lessonNames(
  readme: Document | null,
  paths: readonly string[],
  textOf: (path: string) => string | undefined,
): readonly { readonly path: string; readonly line: number }[] {
  const title = readme?.headings[0];
  const titled =
    readme && title && CALLED.test(title.text.trim()) ? [{ path: readme.path, line: title.line }] : [];
  const named = paths
    .filter((path) => MANIFEST.test(path))
    .flatMap((path) => {
      const lines = linesOf(textOf(path) ?? '').slice(0, MOST_LINES);
      const at = lines.findIndex((line) => CALLED.test(NAMED.exec(line)?.[1]?.trim() ?? ''));
      return at < 0 ? [] : [{ path, line: at + 1 }];
    });
  return [...titled, ...named];
}
