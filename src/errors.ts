/** The mistakes a user can make. Each says what is wrong, and what to do about it. Imports nothing. */

type UserErrorCode =
  | 'no-such-path'
  | 'not-a-folder'
  | 'not-readable'
  | 'empty'
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

/** `mistakes` are told with their places, one a line. */
export function badConfig(mistakes: readonly string[]): UserError {
  return new UserError({
    code: 'bad-config',
    message: mistakes.join('\n'),
    hint: 'docs/configuration.md shows what the file can say; --no-config judges without it.',
    exitCode: 2,
  });
}

export function unknownMilestone(id: string, known: readonly string[]): UserError {
  const close = nearest(id, known);
  return new UserError({
    code: 'unknown-milestone',
    message: `There is no milestone ${quoted(id)}`,
    hint: `${close === null ? '' : `Did you mean '${close}'? `}The milestones are: ${known.join(', ')}.`,
    exitCode: 2,
  });
}

/** `allowed` are the values themselves, or one phrase that describes them ('a number from 0 to 100'). */
export function badOption(option: string, value: string, allowed: readonly string[] | string): UserError {
  const close = typeof allowed === 'string' ? null : nearest(value, allowed);
  const choices = typeof allowed === 'string' ? allowed : `one of: ${allowed.join(', ')}`;
  return new UserError({
    code: 'bad-option',
    message: `${option} cannot be ${quoted(value)}`,
    hint: `${close === null ? '' : `Did you mean '${close}'? `}It takes ${choices}.`,
    exitCode: 2,
  });
}

/** The known word that a misspelt one is probably meant to be: at most a third of its letters differ. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.floor(Math.min(word.length, 60) / 3) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.slice(0, 60).toLowerCase(), candidate.slice(0, 60).toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** In quotes, without control characters that could write on a terminal, and not longer than a line. */
function quoted(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
  return `'${clean.length > 200 ? `${clean.slice(0, 199)}…` : clean}'`;
}
