/** From the module or file that a command names to the code that it runs. */
import { type CodeFile, MODULE } from '../../../program/file.ts';
import { folderOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';

/** A file that is there; `file` is null where it is no code that was read. */
export interface Entry {
  readonly path: string;
  readonly file: CodeFile | null;
}

/** A Python module ('app.main') or file ('/app/main.py'), the nearest to the folders; null when there is none. */
export function pythonFile(facts: Facts, wanted: string, folders: readonly string[]): Entry | null {
  const path = wanted.endsWith('.py') ? wanted : wanted.replaceAll('.', '/').replace(/\/?$/, '.py');
  const named = nearest(facts, path, folders);
  const bare = path.replace(/\.py$/, '');
  if (named !== null) {
    // A package hides the module of its name beside it.
    const hides = wanted.endsWith('.py') ? null : `${named.path.replace(/\.py$/, '')}/__init__.py`;
    return facts.files.some((file) => file.path === hides) && hides !== null
      ? { path: hides, file: facts.program.file(hides) ?? null }
      : named;
  }
  return nearest(facts, `${bare}/__main__.py`, folders) ?? nearest(facts, `${bare}/__init__.py`, folders);
}

/** Whether a module has what a server is told to run of it; true where nobody can tell. */
export function hasObject(facts: Facts, { path, file }: Entry, name: string): boolean {
  const open = file === null || file.errors.length > 0 || file.imports.some((one) => one.name === '*');
  if (open || facts.program.binding(name, { file, definition: MODULE }) !== null) return true;
  const beside = `${folderOf(path)}/${name}`;
  return facts.files.some((one) => one.path === `${beside}.py` || one.path.startsWith(`${beside}/`));
}

/** A script, or the source that a build makes it of: 'dist/main.js' is 'src/main.ts'. */
export function scriptFile(facts: Facts, wanted: string, folders: readonly string[]): Entry | null {
  const bare = wanted.replace(/^\.\//, '').replace(/\.[cm]?[jt]sx?$/, '');
  const source = bare.replace(/^(?:.*\/)?(?:dist|build|out|lib|\.next)\//, '');
  for (const stem of [bare, `src/${source}`, source, `src/${source.replace(/^src\//, '')}`]) {
    for (const ending of ['.ts', '.js', '.mjs', '.cjs', '.tsx', '.mts', '/index.ts', '/index.js']) {
      const found = nearest(facts, `${stem}${ending}`, folders);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The file whose path ends so: inside the folders first, then the shortest path. */
function nearest(facts: Facts, wanted: string, folders: readonly string[]): Entry | null {
  // Inside the image it may stand under another folder: '/app/main.py', '/code/src/main.py'.
  for (let tail = wanted.replace(/^\.?\//, ''); tail !== ''; ) {
    const paths = facts.files
      .map((file) => file.path)
      .filter((path) => path === tail || path.endsWith(`/${tail}`));
    const rank = (path: string): number =>
      (folders.some((folder) => folder === '' || path.startsWith(`${folder}/`)) ? 0 : 10_000) + path.length;
    const [best] = paths.toSorted((a, b) => rank(a) - rank(b));
    if (best !== undefined) return { path: best, file: facts.program.file(best) ?? null };
    if (!wanted.startsWith('/') || !tail.includes('/')) return null;
    tail = tail.slice(tail.indexOf('/') + 1);
  }
  return null;
}
