/** The inputs of the Action, read and validated in one place. action.yml describes them; their defaults are here. */
import { readPercent } from '../commands/gates.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { badOption } from '../errors.ts';
import type { CommentMode } from '../github/comment.ts';

export interface Inputs {
  /** null: as the project is configured, else recognised. */
  readonly milestone: string | null;
  /** The audited folder below the workspace, with `/`; '' for the workspace itself. */
  readonly path: string;
  /** null: nothing is asked of GitHub. */
  readonly token: string | null;
  /** Percent, or null for no gate. */
  readonly failUnder: number | null;
  readonly require: readonly string[];
  readonly comment: CommentMode;
  /** Login that comments are written under, where the token is an App's. */
  readonly commentAuthor: string | null;
  readonly check: boolean;
  /** Most annotations. */
  readonly annotations: number;
  /** Whether a pull request is compared with what it starts from. */
  readonly base: boolean;
  /** Below `path`. */
  readonly config: string;
  /** Where the JSON report goes; null for the runner's temporary folder. */
  readonly reportPath: string | null;
  /** With `workflow_run`: the JSON report that the other workflow made. */
  readonly report: string | null;
  /** Globs below the workspace: coverage and test results that earlier steps left. */
  readonly coverage: readonly string[];
  readonly testResults: readonly string[];
  /** Whether GitHub is asked what it knows of the commit. */
  readonly github: boolean;
  /** Whether documented addresses are asked. */
  readonly live: boolean;
  /** Whether GitHub is to attest the JSON report. */
  readonly attest: boolean;
}

const COMMENT_MODES: readonly CommentMode[] = ['always', 'on-change', 'on-failure', 'off'];
const SWITCH = ['on', 'off'] as const;
const BASE = ['auto', 'off'] as const;
const MOST_ANNOTATIONS = 500;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const REQUIREMENT = /^(?:[a-z][a-z0-9-]*\/)?[a-z][a-z0-9-]*$/;
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9-]*(?:\[bot\])?$/;

/** Throws a UserError that names the input, for the first one that cannot be used. */
export function readInputs(read: (name: string) => string): Inputs {
  const optional = (name: string): string | null => read(name) || null;
  const choice = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const value = read(name) || fallback;
    const found = values.find((one) => one === value.toLowerCase());
    if (found === undefined) throw badOption(name, value, values);
    return found;
  };
  const fitting = (name: string, pattern: RegExp, what: string): string | null => {
    const value = optional(name);
    if (value !== null && !pattern.test(value)) throw badOption(name, value, what);
    return value;
  };
  const failUnder = optional('fail-under');
  const milestone = fitting('milestone', ID, "the id of a milestone, or 'auto'");
  return {
    milestone: milestone === 'auto' ? null : milestone,
    path: inside('path', read('path')),
    token: optional('token'),
    failUnder: failUnder === null ? null : readPercent('fail-under', failUnder),
    require: listed(read('require')),
    comment: choice('comment', COMMENT_MODES, 'on-change'),
    commentAuthor: fitting('comment-author', LOGIN, 'the login that comments are written under'),
    check: choice('check', SWITCH, 'on') === 'on',
    annotations: count('annotations', read('annotations')),
    base: choice('base', BASE, 'auto') === 'auto',
    config: inside('config', read('config')) || CONFIG_FILE,
    reportPath: file('report-path', read('report-path')),
    report: file('report', read('report')),
    coverage: patterns('coverage', read('coverage')),
    github: choice('github', SWITCH, 'on') === 'on',
    live: choice('live', SWITCH, 'off') === 'on',
    attest: choice('attest', SWITCH, 'off') === 'on',
    testResults: patterns('test-results', read('test-results')),
  };
}

/** Separated by commas, spaces or lines. */
function listed(value: string): readonly string[] {
  const ids = value.split(/[\s,]+/).filter((id) => id !== '');
  const wrong = ids.find((id) => !REQUIREMENT.test(id));
  if (wrong !== undefined) throw badOption('require', wrong, 'ids of requirements, separated by commas');
  return ids;
}

/** One a line, or separated by commas outside of braces. */
function patterns(name: string, value: string): readonly string[] {
  return value
    .split(/\n|,(?![^{]*\})/)
    .map((one) => inside(name, one.trim()))
    .filter((one) => one !== '');
}

function count(name: string, value: string): number {
  if (value === '') return BATCH_OF_ONE_REQUEST;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= MOST_ANNOTATIONS) return number;
  throw badOption(name, value, `a whole number from 0 to ${MOST_ANNOTATIONS}`);
}

const BATCH_OF_ONE_REQUEST = 50;

/** A path that stays below the folder that it starts from, in one form: no `.`, no slash at either end. */
function inside(name: string, value: string): string {
  const parts = value.replaceAll('\\', '/').split('/');
  const wrong = /[\u0000-\u001f]/.test(value) || value.startsWith('/') || /^[A-Za-z]:/.test(value);
  if (wrong || parts.includes('..')) throw badOption(name, value, 'a path below the workspace');
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

/** A path of the user's own workflow, wherever it leads; it must fit on one line of an output. */
function file(name: string, value: string): string | null {
  if (/[\u0000-\u001f]/.test(value)) throw badOption(name, value, 'a path');
  return value || null;
}
