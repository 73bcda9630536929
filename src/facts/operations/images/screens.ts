/** Pages that Python programs draw: in front of a backend, or everything in one. */

import type { CodeFile } from '../../../program/file.ts';
import { importedFrom } from '../../../program/life/imports.ts';
import type { RoleName } from '../../../program/role-names.ts';
import { folderOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';

export type ScreenPart = 'frontend' | 'whole';

/** A page in Python is a frontend where it asks a backend over HTTP, and the whole program otherwise. */
export function screen(facts: Facts, entry: CodeFile | null): ScreenPart {
  const { program } = facts;
  const files = entry === null ? program.filesOf() : screenFiles(facts, entry);
  const calls = (file: CodeFile, role: RoleName): boolean =>
    file.calls.some((_, id) => program.means(program.callOf(file, id), role));
  const asks = files.some((file) => calls(file, 'http.backend-client'));
  const answers =
    facts.routes.some((route) => route.mounted && !files.includes(route.file)) ||
    program.filesOf().some((file) => !files.includes(file) && calls(file, 'http.application'));
  return asks && (answers || names(files)) ? 'frontend' : 'whole';
}

/** With the pages that Streamlit finds beside its entry by itself. */
function screenFiles({ program }: Facts, entry: CodeFile): readonly CodeFile[] {
  const folder = folderOf(entry.path);
  const pages = program
    .filesOf()
    .filter((file) => folderOf(file.path) === (folder === '' ? 'pages' : `${folder}/pages`));
  return [...importedFrom(program, [entry, ...pages])];
}

/** The files read the address of a backend that lives elsewhere. */
function names(files: readonly CodeFile[]): boolean {
  const address = /^(?:\w+_)?(?:API|BACKEND|SERVER|SERVICE)_?(?:BASE_?)?(?:URL|URI|HOST|ENDPOINT)$/i;
  return files.some((file) =>
    file.assignments.some((one) => one.target.kind === 'name' && address.test(one.target.name)),
  );
}
