/** The runner reads what a step prints. Text of the repository must never become a command to it. Pure. */
import { visible, withoutCommands } from '../reporters/visible.ts';

/** A word joiner: seen by nobody, and no command goes across it. */
const JOINER = '\u2060';

export interface Annotation {
  readonly level: 'notice' | 'warning' | 'failure';
  /** Below the root of the repository. */
  readonly path: string;
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/** The runner drops more than these of each level in one step, without a word. */
export const MOST_COMMANDS = 10;
/** The runner cuts messages here. */
const LONGEST_MESSAGE = 4000;

/** Lines for the log, in which nothing is a command: neither `::` at the start of a line nor `##[` anywhere in it. */
export function logText(text: string): string {
  return withoutCommands(text.split('\n').map(visible).join('\n'));
}

/** Around everything that is printed for people: the runner obeys nothing until it reads the token again. */
export function silenced(text: string, token: string): string {
  return `::stop-commands::${token}\n${text.replace(/\n?$/, '\n')}::${token}::`;
}

export interface Worded {
  readonly message: string;
  readonly properties: { readonly title: string; readonly file?: string; readonly startLine?: number };
}

/** An annotation as the runner's library takes it; without a path it is about the run itself. */
export function worded({ path, line, title, message }: Annotation): Worded {
  return {
    message: plain(message).slice(0, LONGEST_MESSAGE),
    properties: { title: plain(title), ...(path === '' ? {} : { file: path, startLine: line }) },
  };
}

/** Text for annotations: no markup, no mention, no legacy command, and no letter that GitHub's API dislikes. */
export function plain(text: string): string {
  return visible(text)
    .replace(/[\u{10000}-\u{10ffff}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/([@#])(?=[\w/])/g, `$1${JOINER}`);
}
