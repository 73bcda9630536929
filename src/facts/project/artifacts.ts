/**
 * What never belongs in Git, under whatever name: environments, caches, bytecode, build output, secrets files.
 * A folder's name alone is evidence only where nobody would use it for sources; elsewhere its content decides.
 */
import { baseName, folderOf } from '../../reading/text-file.ts';

/** Folders that are made by a tool, whatever is in them. */
const FOLDERS: Readonly<Record<string, string>> = {
  node_modules: 'node_modules',
  bower_components: 'bower_components',
  jspm_packages: 'node_modules',
  '.venv': 'virtual environment',
  'site-packages': 'virtual environment',
  __pycache__: 'bytecode',
  __pypackages__: 'installed packages',
  '.pytest_cache': 'tool cache',
  '.mypy_cache': 'tool cache',
  '.ruff_cache': 'tool cache',
  '.hypothesis': 'tool cache',
  '.tox': 'tool cache',
  '.nox': 'tool cache',
  '.cache': 'tool cache',
  '.ipynb_checkpoints': 'notebook checkpoints',
  '.eggs': 'packaging metadata',
  '.next': 'build output',
  '.nuxt': 'build output',
  '.output': 'build output',
  '.svelte-kit': 'build output',
  '.turbo': 'tool cache',
  '.parcel-cache': 'tool cache',
  '.angular': 'tool cache',
  '.terraform': 'tool cache',
  'storybook-static': 'build output',
};

const FILES: readonly (readonly [RegExp, string])[] = [
  [/\.py[co]$/, 'bytecode'],
  [/^\.env(?:\.local|\..+\.local)?$/, '.env'],
  [/\.tsbuildinfo$/, 'tool cache'],
  [/^pyvenv\.cfg$/, 'virtual environment'],
];

/** `name.egg-info`, `name.dist-info`: the tail of a folder's name. */
const PACKAGING = /\.(?:egg|dist)-info$/;

/** What a virtual environment consists of; anything else in its folder was put there by the author. */
const ENVIRONMENT_PARTS =
  /^(?:bin|lib|lib64|include|scripts|share|etc|man|pip-selfcheck\.json|pyvenv\.cfg)$/i;

/** Files that show where a virtual environment begins: what is before them is its folder. */
const ENVIRONMENT_SIGNS: readonly RegExp[] = [
  /^(.*?\/|)pyvenv\.cfg$/,
  /^(.*?\/|)lib(?:64)?\/python\d[\d.]*\/site-packages\//i,
  /^(.*?\/|)lib\/site-packages\//i,
  /^(.*?\/|)(?:bin|scripts)\/activate(?:\.(?:bat|fish|csh|ps1)|_this\.py)$/i,
];

const BUILD_FOLDER = /^(?:dist|build|out)$/;
/** Names that only bundlers, compilers and packagers give, seen from the build folder. */
const BUILT =
  /(?:^|\/)_next\/|\.map$|\.min\.(?:js|css)$|[.-][0-9a-f]{8,}\.(?:js|css|mjs)$|^assets\/[\w.]+-[\w-]{8}\.(?:js|css)$|\.chunk\.(?:js|css)$|^lib\/.*\.py$|^bdist\.|\.whl$|\.tar\.gz$|\.exe$/;

/** Test data may look like anything, on purpose. */
const FIXTURES = /(?:^|\/)(?:__fixtures__|fixtures?|test[-_]?data)\//i;

/** What a committed file should not be there as ('virtual environment', '.env' …), or null; for every path. */
export function artifactReasons(paths: readonly string[]): (path: string) => string | null {
  const environments = new Set<string>();
  const built = new Set<string>();
  const metadata = new Map<string, Set<string>>();
  for (const path of paths) {
    for (const sign of ENVIRONMENT_SIGNS) {
      const match = sign.exec(path);
      if (match !== null) environments.add(match[1] ?? '');
    }
    for (const { folder, name, rest } of foldersOn(path)) {
      if (BUILD_FOLDER.test(name) && BUILT.test(rest)) built.add(folder);
      if (name.endsWith('.dist-info')) addTo(metadata, folderOf(folder), name);
    }
  }
  // An action's bundle is committed on purpose: the runner starts it from there.
  const actions = new Set(paths.filter((path) => /(?:^|\/)action\.ya?ml$/.test(path)).map(folderOf));
  const installs = new Set([...metadata].filter(([, names]) => names.size > 1).map(([folder]) => folder));

  return (path) => {
    const fixture = FIXTURES.exec(path);
    // What was installed has fixtures of its own.
    const installed = /(?:^|\/)(?:site-packages|node_modules)\//.exec(path);
    if (fixture !== null && !/\.py[co]$/.test(path) && (installed?.index ?? Infinity) > fixture.index)
      return null;
    const name = baseName(path);
    for (const [pattern, reason] of FILES) if (pattern.test(name)) return reason;
    for (const { folder, name: part, rest } of foldersOn(path)) {
      const named = Object.hasOwn(FOLDERS, part) ? FOLDERS[part] : undefined;
      if (named !== undefined) return named;
      if (PACKAGING.test(part)) return 'packaging metadata';
      if (built.has(folder) && !actions.has(folderOf(folder))) return 'build output';
      if (installs.has(folder)) return 'installed packages';
      if (environments.has(`${folder}/`) && isPart(rest)) return 'virtual environment';
    }
    return environments.has('') && path.includes('/') && isPart(path) ? 'virtual environment' : null;
  };
}

function isPart(path: string): boolean {
  return ENVIRONMENT_PARTS.test(path.split('/', 1)[0] ?? '');
}

interface Folder {
  /** The whole path of the folder. */
  readonly folder: string;
  readonly name: string;
  /** What follows it on the path. */
  readonly rest: string;
}

/** Every folder on a path, outermost first. */
export function foldersOn(path: string): readonly Folder[] {
  const folders: Folder[] = [];
  let start = 0;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
    folders.push({
      folder: path.slice(0, slash),
      name: path.slice(start, slash),
      rest: path.slice(slash + 1),
    });
    start = slash + 1;
  }
  return folders;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}
