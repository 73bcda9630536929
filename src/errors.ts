/** The mistakes a user can make. Each says what is wrong, and what to do about it. */
import { docsPage } from './addresses.ts';

type UserErrorCode =
  | 'no-such-path'
  | 'not-a-folder'
  | 'not-readable'
  | 'empty'
  | 'several-repositories'
  | 'bad-rule-file'
  | 'bad-config'
  | 'unknown-milestone'
  | 'bad-option';

interface Mistake {
  readonly code: UserErrorCode;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly hint: string;
  /** 2: usage or rule file; 3: nothing to audit. */
  readonly exitCode: 2 | 3;
}

/** Thrown for a mistake of the user, never for one of ours: it is shown without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: UserErrorCode;
  readonly hint: string;
  readonly exitCode: 2 | 3;

  constructor(mistake: Mistake) {
    super(mistake.message);
    this.code = mistake.code;
    this.hint = mistake.hint;
    this.exitCode = mistake.exitCode;
  }
}

// Its name lives on where the build shortens names.
Object.defineProperty(UserError, 'name', { value: 'UserError' });

export function noSuchPath(path: string): UserError {
  return new UserError({
    code: 'no-such-path',
    message: `There is nothing at ${quoted(path)}`,
    hint: 'Check the spelling, or leave the path out to audit the current folder.',
    exitCode: 2,
  });
}

export function notAFolder(path: string): UserError {
  return new UserError({
    code: 'not-a-folder',
    message: `${quoted(path)} is not a folder, and only a whole project can be audited`,
    hint: 'Give the folder that holds the project.',
    exitCode: 2,
  });
}

export function notReadable(path: string): UserError {
  return new UserError({
    code: 'not-readable',
    message: `${quoted(path)} may not be read by this user`,
    hint: 'Change the permissions of the folder, or copy the project to a place that you may read.',
    exitCode: 2,
  });
}

export function nothingToAudit(path: string): UserError {
  return new UserError({
    code: 'empty',
    message: `There is nothing to audit in ${quoted(path)}: it holds no file that is not ignored`,
    hint: 'Give the folder that holds the project; if it is this one, see what .gitignore leaves out.',
    exitCode: 3,
  });
}

export function nothingCommitted(path: string): UserError {
  return new UserError({
    code: 'empty',
    message: `There is nothing to audit in ${quoted(path)}: it is a bare Git repository, and its HEAD names no commit`,
    hint: 'Push to it first, or give the folder of a clone.',
    exitCode: 3,
  });
}

/** Where a report cannot be printed; `reason` is the system's own word for it. */
export function notPrinted(reason: string): UserError {
  return new UserError({
    code: 'bad-option',
    message: `The report cannot be written to where stdout leads (${reason})`,
    hint: 'Make room there, or write it somewhere else with --output FILE.',
    exitCode: 2,
  });
}

/** `reason` ends the sentence. */
export function notCloned(address: string, reason: string): UserError {
  return new UserError({
    code: 'not-readable',
    message: `${quoted(address.replace(/\/\/[^@/]*@/, '//'))} cannot be read: ${reason}`,
    hint: 'Check the address; for a private repository set GITHUB_TOKEN, or clone it and name its folder.',
    exitCode: 2,
  });
}

/** `place` is the rule file's `file:line`. */
export function badRuleFile(place: string, problem: string, hint: string): UserError {
  return new UserError({ code: 'bad-rule-file', message: `${place}: ${problem}`, hint, exitCode: 2 });
}

/** The configuration at `path` leaves out every file. */
export function nothingLeft(path: string): UserError {
  return new UserError({
    code: 'empty',
    message: `There is nothing left to audit: the ignore list of ${path} leaves out every file`,
    hint: 'Take a pattern out of it, or judge without it: --no-config.',
    exitCode: 3,
  });
}

/** `mistakes` are told with their places, one a line. */
export function badConfig(mistakes: readonly string[], hint = ''): UserError {
  const otherwise = `What the file can say: ${docsPage('configuration')}; --no-config judges without it.`;
  return new UserError({
    code: 'bad-config',
    message: mistakes.join('\n'),
    hint: hint === '' ? otherwise : hint,
    exitCode: 2,
  });
}

export function unknownMilestone(id: string, known: readonly string[]): UserError {
  return new UserError({
    code: 'unknown-milestone',
    message: `There is no milestone ${quoted(id)}`,
    hint: `${didYouMean(id, known)}The milestones are: ${known.join(', ')}.`,
    exitCode: 2,
  });
}

/** `allowed` are the values themselves, or one phrase that describes them ('a number from 0 to 100'). */
export function badOption(option: string, value: string, allowed: readonly string[] | string): UserError {
  const choices = typeof allowed === 'string' ? allowed : `one of: ${allowed.join(', ')}`;
  return new UserError({
    code: 'bad-option',
    message: `${option} cannot be ${quoted(value)}`,
    hint: `${typeof allowed === 'string' ? '' : didYouMean(value, allowed)}It takes ${choices}.`,
    exitCode: 2,
  });
}

/** For what there is too much of to be listed: `jwt-auth` and `blog-api/jwt-auth`. */
export function unknownRequirement(option: string, id: string, all: readonly string[]): UserError {
  const known = all.filter((one) => one.includes('/') === id.includes('/'));
  return new UserError({
    code: 'bad-option',
    message: `${option} cannot be ${quoted(id)}: there is no such requirement`,
    hint: `${didYouMean(id, known)}'milestone-auditor explain --list' lists them all.`,
    exitCode: 2,
  });
}

/** `word` stands where a command or a path may; `commands` are those that there are. */
export function noSuchCommand(word: string, commands: readonly string[]): UserError {
  return new UserError({
    code: 'bad-option',
    message: `There is no command ${quoted(word)}`,
    hint: `${didYouMean(word, commands)}'milestone-auditor help' lists the commands.`,
    exitCode: 2,
  });
}

/** `Did you mean 'blog-api'? `, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearestOf(word, known).map((one) => `'${one}'`);
  if (near.length === 0) return '';
  return `Did you mean ${near.length > 1 ? `${near.slice(0, -1).join(', ')} or ` : ''}${near.at(-1)}? `;
}

const MOST_NEAR = 3;
const LONGEST_WORD = 60;

/** What a word is probably meant to be: what it begins or is a part of, else what is spelt nearly so. At most three. */
export function nearestOf(word: string, known: readonly string[]): readonly string[] {
  const typed = word.slice(0, LONGEST_WORD).toLowerCase().replace(/^.*\//, '');
  if (typed.length < 2) return [];
  const begun = known.filter((one) => one.split('/').some((part) => part.startsWith(typed)));
  const within = known.filter((one) => one.split(/[/-]/).includes(typed));
  const spelt = nearest(word, known);
  const found = [...new Set([...begun, ...(spelt === null ? [] : [spelt]), ...within])];
  return (found.length > 0 ? found : known.filter((one) => isShortFor(typed, one))).slice(0, MOST_NEAR);
}

/** `md` for `markdown`: its letters in their order, from the first one on. */
function isShortFor(short: string, word: string): boolean {
  if (short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** The known word that a misspelt one is probably meant to be: at most a third of its letters differ. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.floor(Math.min(word.length, LONGEST_WORD) / 3) + 1;
  for (const candidate of known) {
    const distance = editDistance(
      word.slice(0, LONGEST_WORD).toLowerCase(),
      candidate.slice(0, LONGEST_WORD).toLowerCase(),
    );
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Letters that differ; two neighbours that changed places count as one. */
function editDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : replaced;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}

/** In quotes, without control characters that could write on a terminal, and not longer than a line. */
function quoted(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
  return `'${clean.length > 200 ? `${clean.slice(0, 199)}…` : clean}'`;
}
