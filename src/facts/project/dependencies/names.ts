/** Names and requirement strings of Python and npm packages. */
import type { Dependency, Ecosystem, Scope } from './dependencies.ts';

/** PEP 503 for Python, lower case for npm. */
export function normaliseName(name: string, ecosystem: Ecosystem): string {
  const lower = name.trim().toLowerCase();
  return ecosystem === 'python' ? lower.replace(/[-_.]+/g, '-') : lower;
}

/** Words in the name of a file, group or extra that say it is for developers. */
// biome-ignore format: one word list
const DEVELOPMENT_WORDS: ReadonlySet<string> = new Set([
  'dev', 'develop', 'development', 'devel', 'test', 'tests', 'testing', 'lint', 'linting', 'docs', 'doc',
  'ci', 'style', 'format', 'typing', 'types', 'quality', 'check', 'checks', 'pre', 'precommit', 'debug',
  'benchmark', 'qa',
]);

/** The scope that the name of a group, extra or file suggests. */
export function scopeOfName(name: string, otherwise: Scope): Scope {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => DEVELOPMENT_WORDS.has(word))
    ? 'development'
    : otherwise;
}

/** Where and how a requirement was found. */
export interface Origin {
  readonly path: string;
  readonly line: number;
  readonly scope: Scope;
  readonly direct?: boolean;
}

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,99})/;
const EGG = /[#&]egg=([A-Za-z0-9._-]{1,100})/;
const OPERATOR = /^(?:===|[<>=!~]=?|\()/;
const MAX_LENGTH = 2000;

/**
 * A PEP 508 requirement, a URL that names its package (`#egg=`, a wheel), or null when it is neither.
 * Markers and pip's options (`--hash`) are dropped.
 */
export function pythonRequirement(written: string, origin: Origin): Dependency | null {
  const text = written.slice(0, MAX_LENGTH).trim();
  const named = text.includes('://') || text.startsWith('git+') ? nameInUrl(text) : null;
  if (named !== null) return pythonDependency(named, [], null, origin);
  const name = NAME.exec(text)?.[0].replace(/[._-]+$/, '');
  if (name === undefined) return null;
  let rest = text.slice(name.length).trim();
  let extras: readonly string[] = [];
  if (rest.startsWith('[')) {
    const end = rest.indexOf(']');
    if (end < 0) return null;
    extras = rest
      .slice(1, end)
      .split(',')
      .map((extra) => extra.trim().toLowerCase())
      .filter((extra) => extra !== '');
    rest = rest.slice(end + 1).trim();
  }
  if (rest.startsWith('@')) return pythonDependency(name, extras, null, origin);
  const version = (rest.split(';', 1)[0] ?? '').split(/\s--/, 1)[0]?.trim() ?? '';
  if (version === '' || version.startsWith('--')) return pythonDependency(name, extras, null, origin);
  if (!OPERATOR.test(version)) return null;
  return pythonDependency(name, extras, version.replace(/^\(|\)$/g, '').replace(/\s+/g, ''), origin);
}

/** A Python dependency whose parts are known already. */
export function pythonDependency(
  written: string,
  extras: readonly string[],
  version: string | null,
  origin: Origin,
): Dependency {
  return {
    name: normaliseName(written, 'python'),
    written,
    extras,
    version,
    ecosystem: 'python',
    scope: origin.scope,
    direct: origin.direct ?? true,
    frozen: false,
    path: origin.path,
    line: origin.line,
  };
}

/** `git+https://host/repo#egg=name`, `https://host/name-1.0-py3-none-any.whl`; null for `name @ url` and unnamed URLs. */
function nameInUrl(text: string): string | null {
  const egg = EGG.exec(text)?.[1];
  if (egg !== undefined) return egg;
  const at = text.indexOf('@');
  const scheme = text.indexOf('://');
  if (at > 0 && at < scheme && !text.startsWith('git+')) return null;
  const last = (text.split(/[?#\s]/, 1)[0] ?? '').split('/').at(-1) ?? '';
  if (last.endsWith('.whl')) return last.split('-', 1)[0] ?? null;
  const repository = last.split('@', 1)[0]?.replace(/\.git$/, '') ?? '';
  return text.startsWith('git+') && NAME.test(repository) ? repository : null;
}
