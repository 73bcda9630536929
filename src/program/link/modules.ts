/** Which file of the repository an import names, for Python's and JavaScript's ways of naming one. */
import { folderOf, pathFrom } from '../../reading/text-file.ts';
import type { CodeFile } from '../file.ts';
import { PYTHON_STANDARD_LIBRARY } from './standard-library.ts';

export type ModuleFinder = (from: CodeFile, module: string) => CodeFile | null;

const SCRIPT_ENDINGS = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '.vue',
  '.svelte',
  '.d.ts',
];
const INDEX_ENDINGS = ['/index.ts', '/index.tsx', '/index.js', '/index.jsx', '/index.mjs', '/index.cjs'];
/** Folders that often are an import root without saying so. */
const SOURCE_ROOTS = ['', 'src/', 'app/', 'lib/', 'source/', 'backend/', 'server/'];

/** What Python, or a server that starts the program, has loaded before its first line: nothing of the program's comes before. */
const LOADED_BEFORE: ReadonlySet<string> = new Set(
  `abc asyncio builtins codecs collections contextlib copy datetime encodings enum errno functools gc http importlib inspect io
   itertools json logging marshal os pathlib posix re signal site socket ssl stat string sys threading time types typing
   urllib uuid warnings weakref`.split(/\s+/),
);

/** The folder itself, then each one above it, the root last. */
function foldersUpwards(folder: string): string[] {
  const all = [folder];
  let current = folder;
  while (current !== '') {
    current = folderOf(current);
    all.push(current);
  }
  return all;
}

/** Builds the finder for a set of files. Answers are remembered. */
export function moduleFinder(files: readonly CodeFile[]): ModuleFinder {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const bySuffix = new Map<string, CodeFile[]>();
  for (const file of files) {
    if (file.language !== 'python') continue;
    const parts = file.path.replace(/(\/__init__)?\.py$/, '').split('/');
    for (let start = 0; start < parts.length; start++) {
      const suffix = parts.slice(start).join('/');
      const known = bySuffix.get(suffix);
      if (known) known.push(file);
      else bySuffix.set(suffix, [file]);
    }
  }
  /** Packages by the names that they are imported by, 'web' and 'web.jwt' of `import web.jwt.tokens`. */
  const named = new Set(
    files
      .filter(({ language }) => language === 'python')
      .flatMap(({ imports }) => imports.map(({ module }) => module.split('.').slice(0, 8)))
      .flatMap((parts) => parts.map((_, at) => parts.slice(0, at + 1).join('.'))),
  );
  // A package comes before a module of its name.
  const python = (path: string) =>
    byPath.get(path === '' ? '__init__.py' : `${path}/__init__.py`) ?? byPath.get(`${path}.py`);

  /**
   * The package is around the file and goes by a longer name: in `web/jwt/tokens.py` of `from web.jwt import tokens`,
   * `import jwt` is a library.
   */
  function isAround(hit: CodeFile, from: CodeFile): boolean {
    const own = folderOf(hit.path);
    if (!hit.path.endsWith('/__init__.py') || !from.path.startsWith(`${own}/`)) return false;
    const parts = own.split('/');
    const modules = files.filter(({ path }) => folderOf(path) === own);
    // `from app.db import …` beside `from backend.app import …`: both names are its own.
    const short = ({ path }: CodeFile) =>
      `${parts.at(-1)}.${path.slice(own.length + 1).replace(/\.py$/, '')}`;
    if (modules.some((file) => named.has(short(file)))) return false;
    return parts.slice(1).some((_, at) => named.has(parts.slice(parts.length - 2 - at).join('.')));
  }

  /** The folder that a program is started in comes before the standard library: `pipes.py` beside it is what is imported. */
  function shadowing(from: CodeFile, rest: string): CodeFile | null {
    const top = rest.split('/')[0] ?? '';
    if (LOADED_BEFORE.has(top)) return null;
    for (const root of foldersUpwards(folderOf(from.path))) {
      const hit = python(pathFrom(root, rest));
      if (!hit || hit === from) continue;
      const isPart =
        byPath.has(pathFrom(root, '__init__.py')) || named.has(`${root.split('/').at(-1)}.${top}`);
      return isPart ? null : hit;
    }
    return null;
  }

  function findPython(from: CodeFile, module: string): CodeFile | null {
    const folder = folderOf(from.path);
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const rest = module.slice(dots).replaceAll('.', '/');
    if (dots > 0) return python(pathFrom(pathFrom(folder, '../'.repeat(dots - 1)), rest)) ?? null;
    const top = rest.split('/')[0] ?? '';
    if (PYTHON_STANDARD_LIBRARY.has(top)) return shadowing(from, rest);
    for (const root of foldersUpwards(folder)) {
      const hit = python(pathFrom(root, rest));
      if (hit && hit !== from && !isAround(hit, from)) return hit;
    }
    const elsewhere = (bySuffix.get(rest) ?? []).filter((hit) => !isAround(hit, from));
    if (rest.includes('/')) return elsewhere.length > 0 ? nearest(elsewhere, folder) : null;
    const rooted = elsewhere.filter((file) =>
      SOURCE_ROOTS.some((root) => file.path.replace(/(\/__init__)?\.py$/, '') === `${root}${rest}`),
    );
    return rooted.length > 0 ? nearest(rooted, folder) : null;
  }

  function script(path: string): CodeFile | null {
    for (const ending of SCRIPT_ENDINGS) {
      const hit = byPath.get(path + ending);
      if (hit) return hit;
    }
    for (const ending of INDEX_ENDINGS) {
      const hit = byPath.get(path === '' ? ending.slice(1) : path + ending);
      if (hit) return hit;
    }
    // TypeScript under ESM writes './x.js' for x.ts.
    return /\.[cm]?jsx?$/.test(path) ? script(path.replace(/\.[cm]?jsx?$/, '')) : null;
  }

  function findScript(from: CodeFile, module: string): CodeFile | null {
    const folder = folderOf(from.path);
    if (module.startsWith('.')) return script(pathFrom(folder, module));
    if (module.startsWith('/')) return script(module.slice(1));
    // Path aliases: '@/x', '~/x', '#x', '$lib/x', '@utils/x', and baseUrl's 'src/x'.
    const alias = /^(?:@|~|#|\$)\/?(.+)$/.exec(module)?.[1] ?? (module.includes('/') ? module : null);
    if (alias === null) return null;
    for (const root of foldersUpwards(folder)) {
      for (const source of SOURCE_ROOTS) {
        const hit = script(pathFrom(root, source + alias));
        if (hit && hit !== from) return hit;
      }
    }
    return null;
  }

  const known = new Map<string, CodeFile | null>();
  return (from, module) => {
    const key = `${from.path}\0${module}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const answer = from.language === 'python' ? findPython(from, module) : findScript(from, module);
    known.set(key, answer);
    return answer;
  };
}

/** The candidate that shares the longest folder prefix; the first by path among equals. */
function nearest(candidates: readonly CodeFile[], folder: string): CodeFile {
  const parts = folder.split('/');
  const shared = (file: CodeFile) => {
    const own = file.path.split('/');
    let count = 0;
    while (count < parts.length && own[count] === parts[count]) count++;
    return count;
  };
  return [...candidates].sort((a, b) => shared(b) - shared(a) || (a.path < b.path ? -1 : 1))[0] as CodeFile;
}
