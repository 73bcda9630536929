/** Imports of the program's own modules, and of names in them, that are not there: such a file cannot run. */

import { baseName, folderOf, pathFrom } from '../../reading/text-file.ts';
import type { CodeFile, Import } from '../file.ts';
import { firstSegment } from '../link/values.ts';
import type { Program, Role } from '../program.ts';
import { absentName, lacksName, leading, NO_CODE } from './absent-names.ts';
import { makes, movedModule } from './moved-modules.ts';
import { isGuarded } from './unbound.ts';

const ROLES: readonly Role[] = ['application', 'test'];

/** An import that leads nowhere: what it names, and where it stands. */
export interface AbsentModule {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  /** The name that its module lacks; null where it is the module that is not there. */
  readonly name: string | null;
  /** The file that has what is asked for, where the import does not reach it. */
  readonly missed?: CodeFile | undefined;
}

type Lost = Pick<AbsentModule, 'what' | 'name' | 'missed'>;

function whole(what: string): Lost {
  return { what, name: null };
}

/**
 * Broken imports of application and test files, one for each module that is not there. `isPackage` says of a module that
 * somebody publishes one under its name, whether or not the project asks for it.
 */
export function absentModules(
  program: Program,
  paths: readonly string[],
  dependencies: readonly string[],
  isPackage: (module: string) => boolean,
): readonly AbsentModule[] {
  const others = new Set(dependencies.map((name) => name.toLowerCase().replace(/-/g, '_')));
  const stems = new Set(paths.map((path) => pathFrom(folderOf(path), baseName(path).split('.')[0] ?? '')));
  const own: Owned = { packages: ownPackages(program, others), others, isPackage, stems };
  const folders = new Set(paths.flatMap(foldersAbove));
  const known = new Set(paths);
  const found = new Map<string, AbsentModule>();
  for (const file of ROLES.flatMap((role) => program.filesOf(role))) {
    if (file.notebook) continue;
    for (const item of file.imports) {
      if (isGuarded(file, item.line)) continue;
      const lost =
        file.language === 'python'
          ? inPython(item, file, program, folders, known, own)
          : inScript(item, file, program, known);
      if (lost !== null && !found.has(lost.what))
        found.set(lost.what, { path: file.path, line: item.line, ...lost });
    }
  }
  return [...found.values()];
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function inScript(item: Import, file: CodeFile, program: Program, known: ReadonlySet<string>): Lost | null {
  if (!/^\.{1,2}\//.test(item.module) || item.typeOnly || NO_CODE.test(item.module)) return null;
  if (program.moduleOf(file, item.module) !== null) return null;
  const target = pathFrom(folderOf(file.path), item.module);
  const there = [...known].some(
    (path) => path === target || path.startsWith(`${target}.`) || path.startsWith(`${target}/index.`),
  );
  return there ? null : whole(`imports ${target}, which is not there`);
}

function inPython(
  item: Import,
  file: CodeFile,
  program: Program,
  folders: ReadonlySet<string>,
  known: ReadonlySet<string>,
  own: Owned,
): Lost | null {
  if (NO_CODE.test(item.module)) return null;
  if (!item.module.startsWith('.') && !own.packages.has(firstSegment(item.module))) {
    const isOther = own.others.has(firstSegment(item.module).toLowerCase()) || own.isPackage(item.module);
    const moved = isOther ? null : movedModule(item, program, folders);
    return moved === null ? null : whole(moved);
  }
  const target = program.moduleOf(file, item.module);
  if (target !== null) {
    const what = absentName(item, target, program, folders);
    if (what !== null) return { what, name: item.name };
    return isElsewhere(item, file, target, program)
      ? whole(`imports ${item.module}, which is there only as ${target.path}`)
      : null;
  }
  const dots = /^\.*/.exec(item.module)?.[0].length ?? 0;
  const words = item.module.slice(dots).split('.').filter(Boolean);
  const bases =
    dots > 0
      ? [
          folderOf(file.path)
            .split('/')
            .slice(0, dots === 1 ? undefined : 1 - dots)
            .join('/'),
        ]
      : ownRoots(words[0], file, folders);
  if (bases.length === 0) return null;
  const places = bases.map((base) => [base, ...words].filter(Boolean).join('/'));
  const isModule = (path: string): boolean => ['.py', '.pyi', '.so'].some((end) => known.has(path + end));
  if (!places.some((path) => path === '' || folders.has(path) || isModule(path)))
    return whole(`imports ${item.module}, which is not there`);
  const bare = places.filter((path) => folders.has(path));
  if (bare.length < places.length || !bare.every((path) => lacksName(path, item.name, own.stems, folders)))
    return null;
  const what = `imports ${item.name} from ${bare[0]}/, which has no __init__.py that binds it`;
  const missed = program.filesOf().find((one) => folderOf(one.path) === bare[0] && makes(one, item.name));
  return { what, name: item.name, missed };
}

interface Owned {
  /** First parts of imports that mean this repository. */
  readonly packages: ReadonlySet<string>;
  /** What the project asks for by name. */
  readonly others: ReadonlySet<string>;
  readonly isPackage: (module: string) => boolean;
  /** Paths without what follows the first dot of their names. */
  readonly stems: ReadonlySet<string>;
}

/**
 * `import ui.layout` where the file is session/ui/layout.py: no way to start the program finds it when `session` itself is
 * imported as a package from the same place.
 */
function isElsewhere(item: Import, file: CodeFile, target: CodeFile, program: Program): boolean {
  const folder = item.module.startsWith('.') ? null : leading(target.path, item.module);
  if (!folder) return false;
  const above = folderOf(folder);
  if (folderOf(file.path) !== above) return false;
  const name = above === '' ? folder : folder.slice(above.length + 1);
  return (
    !file.calls.some((call) => call.callee.kind === 'name' && /sys\.path/.test(call.callee.name)) &&
    file.imports.some(
      (one) =>
        one.module.startsWith(`${name}.`) &&
        program.moduleOf(file, one.module)?.path.startsWith(`${folder}/`),
    )
  );
}

/**
 * First parts of absolute imports that mean this repository: a module of that name lies beside or above who imports it,
 * and no dependency is called so (a folder `alembic` does not make the library its own).
 */
function ownPackages(program: Program, others: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of ROLES.flatMap((role) => program.filesOf(role))) {
    for (const { module } of file.imports) {
      const first = firstSegment(module);
      if (first === '' || found.has(first) || others.has(first.toLowerCase())) continue;
      const target = program.moduleOf(file, module);
      const folder = target === null ? null : leading(target.path, module);
      if (
        folder !== null &&
        (folder === '' || file.path.startsWith(`${folder}/`) || folder.split('/').length === 1)
      )
        found.add(first);
    }
  }
  return found;
}

/** Folders in which the first part of an absolute import is a package of this repository with code in it. */
function ownRoots(
  first: string | undefined,
  file: CodeFile,
  folders: ReadonlySet<string>,
): readonly string[] {
  if (first === undefined) return [];
  const roots: string[] = [];
  for (let folder = folderOf(file.path); ; folder = folderOf(folder)) {
    if (folders.has(folder === '' ? first : `${folder}/${first}`)) roots.push(folder);
    if (folder === '') return roots;
  }
}
