/** Environment files: examples that list the names, committed ones that hold values, and what git ignores. */
import type { Ignore } from 'ignore';
import { patternsOf } from '../../../reading/patterns.ts';
import { baseName, linesOf, type TextFile } from '../../../reading/text-file.ts';

export interface EnvironmentEntry {
  readonly key: string;
  /** Something stands after the `=`. */
  readonly filled: boolean;
  /** Kept only where it gives nothing away: a placeholder, a number, a flag, a URL (its credentials masked). Else null. */
  readonly value: string | null;
  /** It reads like "put yours here". */
  readonly placeholder: boolean;
  readonly line: number;
}

export interface EnvironmentFile {
  readonly path: string;
  /** 'example' is meant to be committed; 'real' is what programs load. */
  readonly kind: 'example' | 'real';
  readonly entries: readonly EnvironmentEntry[];
}

export interface IgnoreFile {
  readonly path: string;
  /** Without comments and blank lines. */
  readonly patterns: readonly { readonly pattern: string; readonly line: number }[];
  /** The line that keeps a `.env` in its folder out of git, or null. */
  readonly ignoresEnv: number | null;
}

export interface EnvironmentFacts {
  readonly files: readonly EnvironmentFile[];
  readonly ignoreFiles: readonly IgnoreFile[];
  /** The names that the example files list, sorted. */
  readonly documentedKeys: readonly string[];
}

const EXAMPLE_WORDS = 'example|sample|template|dist|default|defaults|tpl|mock|schema';
const EXAMPLE = new RegExp(
  `^(?:\\.?(?:[\\w-]{1,40}\\.)?env[\\w.-]{0,40}[._-](?:${EXAMPLE_WORDS})|\\.?(?:${EXAMPLE_WORDS})[._-]env)(?:\\.txt)?$`,
  'i',
);
const REAL = /^(?:\.env(?:\.[\w-]{1,40}){0,3}|[\w-]{1,40}\.env|\.flaskenv)$/i;
/** `example.env` matches both patterns; these are code or text about the environment. */
const OTHER = /\.(?:py|ts|js|mjs|cjs|md|ya?ml|json|toml|sh|d\.ts)$/i;
const ENTRY = /^\s*(?:export\s+)?([A-Za-z_][\w.-]{0,199})\s*=\s*(.*)$/;
const PLACEHOLDER =
  /your|change[-_ ]?me|change[-_ ]?this|replace|placeholder|example|dummy|todo|fixme|insert|xxx|\.\.\.|^<.*>$|^\*+$|^\[[^"',]*\]$|^\{.*\}$|^sk-\.*$|\bhere\b|secret[-_]?key$|^(?:password|secret|token|none|null)$/i;
const HARMLESS =
  /^(?:true|false|yes|no|on|off|-?\d{1,9}(?:\.\d{1,9})?|debug|info|warning|error|development|dev|production|prod|staging|test|local|localhost|0\.0\.0\.0|127\.0\.0\.1|HS256|HS512|RS256)$/i;
const LOCATOR = /^[a-z][a-z0-9+.-]{0,30}:\/\//i;
const REFERENCE = /^\$\{?\w+/;
const MAX_ENTRIES = 1000;
const MAX_PATTERNS = 1000;
const MAX_FOLDERS = 10;

/** Reads env files and .gitignore files among the files. Never throws. */
export async function readEnvironment(files: readonly TextFile[]): Promise<EnvironmentFacts> {
  const { default: ignore } = await import('ignore');
  const read: EnvironmentFile[] = [];
  const ignoreFiles: IgnoreFile[] = [];
  for (const file of files) {
    const name = baseName(file.path);
    if (name === '.gitignore') ignoreFiles.push(ignoreFile(file, () => ignore({ ignorecase: false })));
    else if (!OTHER.test(name) && EXAMPLE.test(name)) {
      read.push({ path: file.path, kind: 'example', entries: entriesOf(file.text) });
    } else if (!OTHER.test(name) && REAL.test(name)) {
      read.push({ path: file.path, kind: 'real', entries: entriesOf(file.text) });
    }
  }
  const keys = read
    .filter((file) => file.kind === 'example')
    .flatMap((file) => file.entries.map((one) => one.key));
  return { files: read, ignoreFiles, documentedKeys: [...new Set(keys)].sort() };
}

function entriesOf(text: string): readonly EnvironmentEntry[] {
  const entries: EnvironmentEntry[] = [];
  linesOf(text).forEach((raw, index) => {
    const [, key, written = ''] = ENTRY.exec(raw.slice(0, 4000)) ?? [];
    if (key === undefined || entries.length >= MAX_ENTRIES) return;
    const value = unquoted(written);
    const placeholder = PLACEHOLDER.test(value);
    entries.push({
      key,
      filled: value !== '',
      value: value === '' ? null : shown(value, placeholder),
      placeholder,
      line: index + 1,
    });
  });
  return entries;
}

function unquoted(written: string): string {
  const trimmed = written.trim();
  const quote = trimmed[0];
  if (quote === '"' || quote === "'") {
    const end = trimmed.indexOf(quote, 1);
    return end < 0 ? trimmed.slice(1) : trimmed.slice(1, end);
  }
  const comment = trimmed.search(/(?:^|\s)#/);
  return comment < 0 ? trimmed : trimmed.slice(0, comment).trim();
}

/** The value as far as it may be shown, or null. */
function shown(value: string, placeholder: boolean): string | null {
  if (LOCATOR.test(value)) return withoutSecrets(value).slice(0, 200);
  return placeholder || HARMLESS.test(value) || REFERENCE.test(value) ? value.slice(0, 200) : null;
}

/** A URL keeps its scheme, host and short path; user, password, query and anything that may be a token go. */
function withoutSecrets(url: string): string {
  return url
    .replace(/:\/\/[^/\s@]*@/, '://***@')
    .replace(/[?#].*$/, '')
    .split('/')
    .map((part, index) => (index > 2 && part.length > 24 ? '***' : part))
    .join('/');
}

function ignoreFile(file: TextFile, make: () => Ignore): IgnoreFile {
  // Git ends a line at a line feed alone.
  const patterns = file.text
    .split('\n')
    .slice(0, MAX_PATTERNS)
    .map((line, index) => ({ pattern: line.replace(/\r$/, ''), line: index + 1 }))
    .filter(({ pattern }) => pattern.trim() !== '' && !pattern.startsWith('#'));
  const covering = (path: string): number | null => coveringLine(patterns, path, make);
  // `backend/.env` means the file in that folder; `data/*.*` only happens to match one.
  const folders = patterns.flatMap(
    ({ pattern }) => /^!?\/?((?:[\w-][\w.-]*\/)+)[^/]*env[^/]*$/.exec(pattern)?.[1] ?? [],
  );
  const lines = ['', ...folders.slice(0, MAX_FOLDERS)].map((folder) => covering(`${folder}.env`));
  return { path: file.path, patterns, ignoresEnv: lines.find((line) => line !== null) ?? null };
}

/** The line that leaves a path out; null where none does, or a later one takes it back. The last that matches decides. */
function coveringLine(patterns: IgnoreFile['patterns'], path: string, make: () => Ignore): number | null {
  const last = patterns.findLast(
    ({ pattern }) => patternsOf([pattern.replace(/^!/, '')], make).test(path, '.env').ignored,
  );
  return last === undefined || last.pattern.startsWith('!') ? null : last.line;
}
