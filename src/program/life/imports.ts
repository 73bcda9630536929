/** Which files of the program each of them imports: what is loaded with it. */

import { entryOfWeak } from '../../reading/collections.ts';
import { covers } from '../../reading/text-file.ts';
import { type CodeFile, type Import, MODULE } from '../file.ts';
import type { Program } from '../program.ts';

export interface ImportGraph {
  readonly imports: ReadonlyMap<CodeFile, readonly CodeFile[]>;
  /** Those that are loaded whenever the file is: named at its top level, and under no condition. */
  readonly loads: ReadonlyMap<CodeFile, readonly CodeFile[]>;
  /** Files that another one imports. */
  readonly imported: ReadonlySet<CodeFile>;
}

const known = new WeakMap<Program, ImportGraph>();

/** Of the application's files; types alone load nothing. */
export function importGraphOf(program: Program): ImportGraph {
  return entryOfWeak(known, program, () => {
    const files = program.filesOf();
    const imports = new Map(files.map((file) => [file, importsOf(program, file, file.imports)]));
    const loads = new Map(
      files.map((file) => [
        file,
        importsOf(
          program,
          file,
          file.imports.filter((one) => isLoad(one, file)),
        ),
      ]),
    );
    const imported = [...imports].flatMap(([file, targets]) => targets.filter((one) => one !== file));
    return { imports, loads, imported: new Set(imported) };
  });
}

/** Files, and what they import of the program's own, directly or not. */
export function importedFrom(program: Program, starts: readonly CodeFile[]): ReadonlySet<CodeFile> {
  const { imports } = importGraphOf(program);
  const seen = new Set(starts);
  for (const file of seen) for (const target of imports.get(file) ?? []) seen.add(target);
  return seen;
}

/** At the file's own top level and under no condition: in a function, a `try` or an `if` the program may do without it. */
export function isLoad({ definition, line }: Import, { blocks }: CodeFile): boolean {
  return definition === MODULE && !blocks.some((block) => covers(block, line));
}

function importsOf(program: Program, file: CodeFile, imports: readonly Import[]): readonly CodeFile[] {
  const named = imports
    .filter(({ typeOnly }) => !typeOnly)
    .flatMap((one) => behindImport(program, file, one));
  const again = file.exports.flatMap(({ module }) => (module && program.moduleOf(file, module)) || []);
  return [...new Set([...named, ...again])];
}

/** `from app import posts` is the module `posts` of a package, or a name of the module `app`: the own files that it may load. */
export function behindImport(
  program: Program,
  file: CodeFile,
  { module, name }: Import,
): readonly CodeFile[] {
  const isPart = file.language === 'python' && name !== null && name !== '*';
  const below = isPart ? `${module.endsWith('.') ? module : `${module}.`}${name}` : null;
  return [module, below].flatMap((one) => (one && program.moduleOf(file, one)) || []);
}
