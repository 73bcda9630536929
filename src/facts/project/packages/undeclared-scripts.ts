/** Imports of npm packages that neither a package.json nor a lock file has: the module is not found when it is loaded. */

import type { CodeFile } from '../../../program/file.ts';
import { isLoad } from '../../../program/life/imports.ts';
import type { Stop } from '../../../program/life/stops.ts';
import type { Program } from '../../../program/program.ts';
import { baseName, folderOf, type TextFile } from '../../../reading/text-file.ts';
import type { Dependencies } from '../dependencies/dependencies.ts';
import { isLockFile } from '../dependencies/locks.ts';

interface Project {
  readonly program: Program;
  readonly dependencies: Dependencies;
  readonly texts: readonly TextFile[];
  /** Whatever lies in the repository. */
  readonly present: readonly string[];
}

/** What an import names is a package: no path, no scheme (`node:fs`, `virtual:x`), no alias (`@/x`, `~/x`, `#x`, `$lib`). */
const PACKAGE = /^(@[a-z0-9][\w.-]*\/[\w.-]+|[a-z][\w.-]*)(?:\/|$)/;
/** What says that names mean something else: settings of compilers and bundlers. */
const ALIASES = /^(?:[tj]sconfig[\w.-]*\.json|[\w-]+\.config\.\w+|import_map\.json|\.babelrc)$/;

/** The first such import of each file. Only where a lock file says all that is installed. */
export function undeclaredPackages({ program, dependencies, texts, present }: Project): readonly Stop[] {
  const listed = dependencies.list.filter(({ ecosystem }) => ecosystem === 'node');
  if (!listed.some(({ path }) => isLockFile(baseName(path)))) return [];
  if (dependencies.errors.some(({ path }) => /\.json$|lock/.test(path))) return [];
  if (present.some((path) => /(?:^|\/)deno\.jsonc?$/.test(path))) return [];
  const homes = dependencies.packages.map(({ path }) => folderOf(path));
  const locked = listed.filter(({ path }) => isLockFile(baseName(path))).map(({ path }) => folderOf(path));
  const names = new Set([
    ...listed.map(({ name }) => name),
    ...dependencies.packages.map(({ name }) => name),
  ]);
  const own = new Set(
    [...present, ...texts.flatMap(generatedBy)].flatMap((path) =>
      path.split('/').map((part) => part.replace(/\.\w{1,6}$/, '')),
    ),
  );
  const aliases = texts.filter(({ path }) => ALIASES.test(baseName(path)));
  const configured = program.files.some(({ path }) => ALIASES.test(baseName(path)));
  const isGiven = (name: string): boolean =>
    program.meaningsOfName(name, 'package').some(({ role }) => role === 'node.given');
  return program.filesOf().flatMap((file): Stop[] => {
    if (file.language === 'python' || !isCovered(file, homes, locked)) return [];
    const item = file.imports.find((one) => {
      const name = !one.typeOnly && isLoad(one, file) ? PACKAGE.exec(one.module)?.[1] : undefined;
      if (name === undefined || names.has(name.toLowerCase()) || isGiven(name)) return false;
      const [first = ''] = name.split('/');
      if (own.has(first) || names.has(`@types/${name}`) || program.moduleOf(file, one.module) !== null)
        return false;
      if (aliases.some(({ text }) => text.includes(first))) return false;
      // `@components/card` may be an alias that the bundler's own code sets.
      return !first.startsWith('@') || !configured || [...names].some((one) => one?.startsWith(`${first}/`));
    });
    if (item === undefined) return [];
    const what = `imports ${item.module}, which no package.json asks for`;
    return [{ path: file.path, line: item.line, what, doubtful: true }];
  });
}

/** Where a client is written by what a schema says: `generator client { output = "../generated/client" }`. */
const GENERATOR = /^generator\s+\w+\s*\{[^}]{0,1000}?\boutput\s*=\s*"([^"\n]{1,200})"/gm;

function generatedBy({ text }: TextFile): readonly string[] {
  return [...text.slice(0, 100_000).matchAll(GENERATOR)].map(([, folder = '']) => folder);
}

/** The package that a file belongs to has a lock file, or one of those around it has. */
function isCovered({ path }: CodeFile, homes: readonly string[], locked: readonly string[]): boolean {
  const isIn = (folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);
  return homes.some(isIn) && locked.some(isIn) && !/\.d\.[cm]?ts$/.test(path);
}
