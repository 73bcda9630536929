/** Lock files, by a scan of their lines: they are large, written by tools, and only names and versions matter. */

import { baseName, linesOf, type TextFile } from '../../../reading/text-file.ts';
import type { Dependency, Ecosystem, Findings } from './dependencies.ts';
import { normaliseName } from './names.ts';

/** How a lock file writes the start of a package and the facts below it. Group 1 is the name, group 2 the version. */
interface LockFormat {
  readonly ecosystem: Ecosystem;
  readonly start: RegExp;
  readonly version: RegExp | null;
  readonly development: RegExp | null;
}

const TOML_LOCK: LockFormat = {
  ecosystem: 'python',
  start: /^name = "([^"]{1,200})"$/,
  version: /^version = "([^"]{1,100})"$/,
  development: /^category = "dev"$/,
};

const FORMATS: Readonly<Record<string, LockFormat>> = {
  'poetry.lock': TOML_LOCK,
  'uv.lock': TOML_LOCK,
  'pdm.lock': TOML_LOCK,
  'Pipfile.lock': {
    ecosystem: 'python',
    start: /^ {8}"(?!hash"|requires"|sources")([A-Za-z0-9][^"]{0,200})": \{$/,
    version: /^ {12}"version": "={0,3}([^"]{1,100})"/,
    development: null,
  },
  'package-lock.json': {
    ecosystem: 'node',
    start: /^ {4}"(?:[^"]{0,400}node_modules\/)?((?:@[^"/]{1,200}\/)?[^"/]{1,200})": \{$/,
    version: /^ {6}"version": "([^"]{1,100})"/,
    development: /^ {6}"dev": true/,
  },
  'pnpm-lock.yaml': {
    ecosystem: 'node',
    start: /^ {2}['"]?\/?((?:@[^/@\s'"]{1,200}\/)?[^/@\s'"]{1,200})[@/]([\w.+-]{1,100})[^\s]{0,500}:$/,
    version: null,
    development: /^ {4}dev: true$/,
  },
  'yarn.lock': {
    ecosystem: 'node',
    start: /^"?((?:@[^/@\s"]{1,200}\/)?[^/@\s",#]{1,200})@[^\n]{0,2000}:$/,
    version: /^ {2}version:? "?([^"\s]{1,100})"?$/,
    development: null,
  },
  'bun.lock': {
    ecosystem: 'node',
    start: /^ {4}"[^"]{1,400}": \["((?:@[^/@"]{1,200}\/)?[^/@"]{1,200})@([^"]{1,100})"/,
    version: null,
    development: null,
  },
};

const MAX_PACKAGES = 20_000;
const MAX_LINE = 3000;

/** A lock file by its name. */
export function isLockFile(name: string): boolean {
  return Object.hasOwn(FORMATS, name);
}

export function readLockFile(file: TextFile, findings: Findings): void {
  const format = FORMATS[baseName(file.path)];
  if (format === undefined) return;
  const seen = new Set<string>();
  let current: Dependency | null = null;
  const keep = (dependency: Dependency | null): void => {
    const id = `${dependency?.name}@${dependency?.version}`;
    if (dependency === null || seen.has(id) || seen.size >= MAX_PACKAGES) return;
    seen.add(id);
    findings.list.push(dependency);
  };
  linesOf(file.text).forEach((line, index) => {
    if (line.length > MAX_LINE) return;
    const started = format.start.exec(line);
    const written = started?.[1];
    if (written !== undefined) {
      keep(current);
      current = locked(written, started?.[2] ?? null, format.ecosystem, file.path, index + 1);
      return;
    }
    if (current === null) return;
    const version = current.version === null ? format.version?.exec(line)?.[1] : undefined;
    if (version !== undefined) current = { ...current, version };
    if (format.development?.test(line) === true) current = { ...current, scope: 'development' };
  });
  keep(current);
}

function locked(
  written: string,
  version: string | null,
  ecosystem: Ecosystem,
  path: string,
  line: number,
): Dependency {
  const name = normaliseName(written, ecosystem);
  return {
    name,
    written,
    extras: [],
    version,
    ecosystem,
    scope: 'runtime',
    direct: false,
    frozen: false,
    path,
    line,
  };
}
