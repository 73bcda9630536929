/** Names that own modules and folders of modules do not have. */

import { entryOfWeak } from '../../reading/collections.ts';
import type { CodeFile, Import } from '../file.ts';
import type { Program } from '../program.ts';

/** Styles, pictures, data and generated clients are no code files. */
export const NO_CODE =
  /\.(?:css|scss|sass|less|svg|png|jpe?g|gif|json|md|mdx|txt|html|wasm|graphql|node|mp3|mp4|ico|webp|woff2?|csv|ya?ml)(?:\?.*)?$|\?|generated|\+types|\.d$|_pb2|dist\/|build\//i;

/** The folder from which an absolute import reaches a file; null where its path does not end so. */
export function leading(path: string, module: string): string | null {
  const bare = path.replace(/(?:\/__init__)?\.pyi?$/, '');
  const words = module.split('.').join('/');
  if (bare === words) return '';
  return bare.endsWith(`/${words}`) ? bare.slice(0, -words.length - 1) : null;
}

/** `from app.store import save` where app/store.py has no `save`, nor any other file that the import may mean. */
export function absentName(
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

/** `from app.models import Reader` where app/models/ has no `__init__.py`, and nothing in it is called so. */
export function lacksName(
  folder: string,
  name: string | null,
  stems: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): boolean {
  const path = `${folder}/${name}`;
  if (name === null || name === '*' || NO_CODE.test(path) || folders.has(path)) return false;
  return ![path, `${folder}/__init__`, folder].some((stem) => stems.has(stem));
}
