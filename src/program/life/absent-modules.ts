/** Imports of the program's own modules, and of names in them, that are not there: such a file cannot run. */

import { entryOfWeak } from '../../reading/collections.ts';
import { folderOf, pathFrom } from '../../reading/text-file.ts';
import type { CodeFile, Import } from '../file.ts';
import { firstSegment } from '../link/values.ts';
import type { Program, Role } from '../program.ts';
import { movedModule } from './moved-modules.ts';
import { isGuarded } from './unbound.ts';

/** Styles, pictures, data and generated clients are no code files. */
const NO_CODE =
  /\.(?:css|scss|sass|less|svg|png|jpe?g|gif|json|md|mdx|txt|html|wasm|graphql|node|mp3|mp4|ico|webp|woff2?|csv|ya?ml)(?:\?.*)?$|\?|generated|\+types|\.d$|_pb2|dist\/|build\//i;
const ROLES: readonly Role[] = ['application', 'test'];

/** An import that leads nowhere: what it names, and where it stands. */
export interface AbsentModule {
  readonly path: string;
  readonly line: number;
  readonly what: string;
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
  const own: Owned = { packages: ownPackages(program, others), others, isPackage };
  const folders = new Set(paths.flatMap(foldersAbove));
  const known = new Set(paths);
  const found = new Map<string, AbsentModule>();
  for (const file of ROLES.flatMap((role) => program.filesOf(role))) {
    if (file.notebook) continue;
    for (const item of file.imports) {
      if (isGuarded(file, item.line)) continue;
      const what =
        file.language === 'python'
          ? inPython(item, file, program, folders, known, own)
          : inScript(item, file, program, known);
      if (what !== null && !found.has(what)) found.set(what, { path: file.path, line: item.line, what });
    }
  }
  return [...found.values()];
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function inScript(item: Import, file: CodeFile, program: Program, known: ReadonlySet<string>): string | null {
  if (!/^\.{1,2}\//.test(item.module) || item.typeOnly || NO_CODE.test(item.module)) return null;
  if (program.moduleOf(file, item.module) !== null) return null;
  const target = pathFrom(folderOf(file.path), item.module);
  const there = [...known].some(
    (path) => path === target || path.startsWith(`${target}.`) || path.startsWith(`${target}/index.`),
  );
  return there ? null : `imports ${target}, which is not there`;
}

function inPython(
  item: Import,
  file: CodeFile,
  program: Program,
  folders: ReadonlySet<string>,
  known: ReadonlySet<string>,
  own: Owned,
): string | null {
  if (NO_CODE.test(item.module)) return null;
  if (!item.module.startsWith('.') && !own.packages.has(firstSegment(item.module)))
    return own.others.has(firstSegment(item.module).toLowerCase()) || own.isPackage(item.module)
      ? null
      : movedModule(item, program, folders);
  const target = program.moduleOf(file, item.module);
  if (target !== null)
    return (
      absentName(item, target, program, folders) ??
      (isElsewhere(item, file, target, program)
        ? `imports ${item.module}, which is there only as ${target.path}`
        : null)
    );
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
  const there = bases.some((base) => {
    const path = [base, ...words].filter(Boolean).join('/');
    return (
      path === '' ||
      folders.has(path) ||
      known.has(`${path}.py`) ||
      known.has(`${path}.pyi`) ||
      known.has(`${path}.so`)
    );
  });
  return there ? null : `imports ${item.module}, which is not there`;
}

interface Owned {
  /** First parts of imports that mean this repository. */
  readonly packages: ReadonlySet<string>;
  /** What the project asks for by name. */
  readonly others: ReadonlySet<string>;
  readonly isPackage: (module: string) => boolean;
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

/** The folder from which an absolute import reaches a file; null where its path does not end so. */
function leading(path: string, module: string): string | null {
  const bare = path.replace(/(?:\/__init__)?\.pyi?$/, '');
  const words = module.split('.').join('/');
  if (bare === words) return '';
  return bare.endsWith(`/${words}`) ? bare.slice(0, -words.length - 1) : null;
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

/** `from app.store import save` where app/store.py has no `save`, nor any other file that the import may mean. */
function absentName(
  item: Import,
  target: CodeFile,
  program: Program,
  folders: ReadonlySet<string>,
): string | null {
  const { name, module } = item;
  if (name === null || name === '*' || binds(target, name)) return null;
  const alike = module.startsWith('.')
    ? [target]
    : program.files.filter((one) => one === target || leading(one.path, module) !== null);
  if (alike.some((one) => binds(one, name))) return null;
  const folder = target.path.replace(/(?:\/?__init__)?\.pyi?$/, '');
  if (folders.has(`${folder}/${name}`) || program.file(`${folder}/${name}.py`) !== undefined) return null;
  return `imports ${name} from ${target.path}, which has none`;
}

function binds(file: CodeFile, name: string): boolean {
  const names = entryOfWeak(boundNames, file, () => namesBoundIn(file));
  return names === 'any' || names.has(name);
}

const boundNames = new WeakMap<CodeFile, ReadonlySet<string> | 'any'>();

/** What a file binds; 'any' where nobody can tell. */
function namesBoundIn(file: CodeFile): ReadonlySet<string> | 'any' {
  const isOpen =
    file.errors.length > 0 ||
    file.language !== 'python' ||
    file.definitions.some(({ name }) => name === '__getattr__') ||
    file.imports.some(({ local }) => local === '*' || local === '') ||
    file.calls.some(
      (one) => one.callee.kind === 'name' && /^(?:globals|setattr|exec)$/.test(one.callee.name),
    );
  if (isOpen) return 'any';
  const names = new Set<string>();
  for (const { name } of file.definitions) names.add(name);
  for (const { local } of file.imports) names.add(local);
  for (const { target } of file.assignments) if (target.kind === 'name') names.add(target.name);
  for (const { binds: name } of file.blocks) if (name !== null) names.add(name);
  return names;
}
