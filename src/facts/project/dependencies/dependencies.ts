/** What the repository says it depends on: manifests, lock files, and the commands they declare. */

import { baseName, type ReadError, type TextFile } from '../../../reading/text-file.ts';
import { readCondaFile } from './conda.ts';
import { demoteFrozen } from './frozen.ts';
import { isLockFile, readLockFile } from './locks.ts';
import { normaliseName } from './names.ts';
import { readPackageJson } from './package-json.ts';
import { readPipfile, readPyproject } from './pyproject.ts';
import { isRequirementsFile, readRequirements } from './requirements.ts';
import { readSetupCfg } from './setup-cfg.ts';
import { readSetupPy } from './setup-py.ts';

export type Ecosystem = 'python' | 'node';
export type Scope = 'runtime' | 'development' | 'optional';

export interface Dependency {
  /** Normalised: PEP 503 for Python ('python-jose'), lower case for npm. */
  readonly name: string;
  /** As the file writes it. */
  readonly written: string;
  /** 'fastapi[all]' → ['all']. */
  readonly extras: readonly string[];
  /** The version specifier as written ('>=1.2,<2', '^4.18.0'); null where any will do or a URL is given. */
  readonly version: string | null;
  readonly ecosystem: Ecosystem;
  readonly scope: Scope;
  /** A manifest asks for it; false when only a lock file (or a frozen list beside a manifest) names it. */
  readonly direct: boolean;
  /** It stands in what looks like `pip freeze` output: it may be there only because something else needs it. */
  readonly frozen: boolean;
  readonly path: string;
  readonly line: number;
}

/** A command that a manifest declares. */
export interface Script {
  readonly name: string;
  /** 'package.module:function' or a file for 'console', a shell line for 'npm'. */
  readonly target: string;
  readonly kind: 'console' | 'npm';
  readonly path: string;
  readonly line: number;
}

/** One package.json. */
export interface NodePackage {
  readonly path: string;
  readonly name: string | null;
  readonly type: 'module' | 'commonjs';
  /** The `engines.node` range. */
  readonly engine: string | null;
}

export interface Dependencies {
  /** In order of path and line; manifests before lock files. */
  readonly list: readonly Dependency[];
  readonly scripts: readonly Script[];
  readonly packages: readonly NodePackage[];
  readonly errors: readonly ReadError[];
  /**
   * The best direct dependency with one of the names: runtime before optional before development, deliberate before
   * frozen. A name may end with '*' ('@sentry/*'); spelling is normalised ('Flask_SQLAlchemy').
   */
  has(name: string | readonly string[]): Dependency | null;
}

/** What the readers of single files add to. */
export interface Findings {
  readonly list: Dependency[];
  readonly scripts: Script[];
  readonly packages: NodePackage[];
  readonly errors: ReadError[];
}

/** Files of one name and how they are read. Requirements and lock files have name patterns of their own. */
const READERS: Readonly<Record<string, (file: TextFile, findings: Findings) => void | Promise<void>>> = {
  'package.json': readPackageJson,
  'pyproject.toml': readPyproject,
  Pipfile: readPipfile,
  'setup.cfg': readSetupCfg,
  'setup.py': readSetupPy,
};

const CONDA_FILE = /^(?:environment|conda)[\w.-]*\.ya?ml$/i;
const SCOPE_ORDER: Readonly<Record<Scope, number>> = { runtime: 0, optional: 1, development: 2 };

/** By its name it says what a project depends on; lock files only say what came of it. */
export function isManifest(path: string): boolean {
  const name = baseName(path);
  return Object.hasOwn(READERS, name) || CONDA_FILE.test(name) || isRequirementsFile(path);
}

/** Reads every manifest and lock file among the files. Never throws: what is broken is in `errors`. */
export async function readDependencies(files: readonly TextFile[]): Promise<Dependencies> {
  const manifests: Findings = { list: [], scripts: [], packages: [], errors: [] };
  const locks: Findings = { list: [], scripts: [], packages: [], errors: [] };
  for (const file of files) {
    const name = baseName(file.path);
    if (isLockFile(name)) readLockFile(file, locks);
    else if (Object.hasOwn(READERS, name)) await READERS[name]?.(file, manifests);
    else if (CONDA_FILE.test(name)) await readCondaFile(file, manifests);
  }
  readRequirements(
    files.filter((file) => isRequirementsFile(file.path)),
    files,
    manifests,
  );
  const declared = demoteFrozen(manifests.list).sort(byPlace);
  return {
    list: [...declared, ...locks.list],
    scripts: manifests.scripts,
    packages: manifests.packages,
    errors: [...manifests.errors, ...locks.errors],
    has: (names) => best(declared, typeof names === 'string' ? [names] : names),
  };
}

function byPlace(a: Dependency, b: Dependency): number {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}

function best(declared: readonly Dependency[], names: readonly string[]): Dependency | null {
  const wanted = names.map((name) => (name.endsWith('*') ? name.toLowerCase() : name));
  let found: Dependency | null = null;
  for (const dependency of declared) {
    if (!dependency.direct || !wanted.some((name) => matches(dependency, name))) continue;
    if (found === null || rank(dependency) < rank(found)) found = dependency;
  }
  return found;
}

function matches(dependency: Dependency, name: string): boolean {
  if (name.endsWith('*')) return dependency.name.startsWith(name.slice(0, -1));
  return dependency.name === normaliseName(name, dependency.ecosystem);
}

function rank(dependency: Dependency): number {
  return SCOPE_ORDER[dependency.scope] + (dependency.frozen ? 0.5 : 0);
}
