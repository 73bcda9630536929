/** What was not read, and what it could hold: where something was not read, nothing is known to be absent. */
import type { Note } from '../model.ts';
import { foreignLanguage } from './project/foreign.ts';
import type { FileKind } from './project/kinds.ts';
import type { FileRole, RepositoryFile } from './project/roles.ts';

/** What a check reads, and what a file that was not read may hold. */
export type Holding =
  | 'code'
  | 'tests'
  | 'pages'
  | 'configuration'
  | 'documents'
  /** Commits. */
  | 'history'
  /** Which files there are. */
  | 'listing';

export interface Unread {
  /** null where it is not known which files: the listing ended early. */
  readonly path: string | null;
  /** Ends "… was not read: ". */
  readonly reason: string;
  readonly holds: readonly Holding[];
  /**
   * `whole`: nothing of it was read, so that whatever it could hold is unknown. `part`: some of it was, or it is in a
   * language that is not read: what was not found in it is in doubt.
   */
  readonly extent: 'whole' | 'part';
  /** Its text was read, but no code in it: what asks for text knows all of it. */
  readonly text?: true;
}

/** Languages that a note names. */
const NAMED = 4;

const ALL: readonly Holding[] = ['code', 'tests', 'pages', 'configuration', 'documents'];

const HOLDS: Readonly<Record<FileKind, readonly Holding[]>> = {
  code: ['code'],
  notebook: ['code'],
  page: ['pages', 'code'],
  style: ['pages'],
  documentation: ['documents'],
  configuration: ['configuration'],
  other: ['configuration'],
  data: [],
  image: [],
  video: [],
  binary: [],
};

/** Nothing that these hold earns a point or costs one. */
const OUTSIDE: ReadonlySet<FileRole> = new Set(['vendored', 'generated', 'example', 'artifact']);

/** What a file may hold for a verdict; nothing where its kind or its role settles that. */
function holdingsOf({ kind, role }: Pick<RepositoryFile, 'kind' | 'role'>): readonly Holding[] {
  if (OUTSIDE.has(role)) return [];
  if (role === 'test') return kind === 'code' ? ['tests'] : [];
  return HOLDS[kind];
}

/** A file that was not read at all; null where it could not hold anything that is asked for. */
export function unreadFile(
  file: Pick<RepositoryFile, 'path' | 'kind' | 'role'>,
  reason: string,
): Unread | null {
  const holds = holdingsOf(file);
  return holds.length === 0 ? null : { path: file.path, reason, holds, extent: 'whole' };
}

/** A file of which something stays unknown: a part that does not parse, or a language that is not read. */
export function readInPart(
  file: Pick<RepositoryFile, 'path' | 'kind' | 'role'>,
  reason: string,
): Unread | null {
  const whole = unreadFile(file, reason);
  return whole && { ...whole, extent: 'part' };
}

/** Code in a language that is not read. A by-part in one only casts a doubt: `foreign` lists what is more than that. */
export function unreadLanguage(
  file: Pick<RepositoryFile, 'path' | 'kind' | 'role'>,
  foreign: readonly string[],
): Unread | null {
  const language = file.kind === 'code' ? foreignLanguage(file.path) : null;
  if (language === null) return null;
  const unread =
    foreign.length > 0
      ? unreadFile(file, `${language} is not among the languages that are read`)
      : file.role === 'application'
        ? readInPart(file, 'its language is not read')
        : null;
  return unread && { ...unread, text: true };
}

/** What a report says first of an application in such languages. */
export function notReadAtAll(foreign: readonly string[]): Note {
  const named = foreign.slice(0, NAMED).join(', ');
  const text = `the code in ${named} was not read: Python, TypeScript and JavaScript are. What it could decide is unverifiable, unless code that was read shows it`;
  return { path: null, line: null, text };
}

/** Files of which not even the names are known. */
export function unlisted(reason: string): Unread {
  return { path: null, reason, holds: [...ALL, 'listing'], extent: 'whole' };
}

/** Git's history, where Git has one and does not tell it. */
export function unreadHistory(reason: string): Unread {
  return { path: '.git', reason, holds: ['history'], extent: 'whole' };
}
