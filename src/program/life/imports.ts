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

/** At the file's own top level and under no condition: in a function, a `try` or an `if` the program may do without it. */
export function isLoad({ definition, line }: Import, { blocks }: CodeFile): boolean {
  return definition === MODULE && !blocks.some((block) => covers(block, line));
}

function importsOf(program: Program, file: CodeFile, imports: readonly Import[]): readonly CodeFile[] {
  const targets = new Set<CodeFile>();
  const add = (module: string): void => {
    const target = program.moduleOf(file, module);
    if (target) targets.add(target);
  };
  for (const { module, name, typeOnly } of imports) {
    if (typeOnly) continue;
    add(module);
    if (file.language === 'python' && name !== null && name !== '*')
      add(module.endsWith('.') ? `${module}${name}` : `${module}.${name}`);
  }
  for (const { module } of file.exports) if (module !== null) add(module);
  return [...targets];
}
