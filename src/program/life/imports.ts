/** Which files of the program each of them imports: what is loaded with it. */
import { entryOfWeak } from '../../reading/collections.ts';
import type { CodeFile } from '../file.ts';
import type { Program } from '../program.ts';

export interface ImportGraph {
  readonly imports: ReadonlyMap<CodeFile, readonly CodeFile[]>;
  /** Files that another one imports. */
  readonly imported: ReadonlySet<CodeFile>;
}

const known = new WeakMap<Program, ImportGraph>();

/** Of the application's files; types alone load nothing. */
export function importGraphOf(program: Program): ImportGraph {
  return entryOfWeak(known, program, () => {
    const imports = new Map(program.filesOf().map((file) => [file, importsOf(program, file)]));
    const imported = [...imports].flatMap(([file, targets]) => targets.filter((one) => one !== file));
    return { imports, imported: new Set(imported) };
  });
}

function importsOf(program: Program, file: CodeFile): readonly CodeFile[] {
  const targets = new Set<CodeFile>();
  const add = (module: string): void => {
    const target = program.moduleOf(file, module);
    if (target) targets.add(target);
  };
  for (const { module, name, typeOnly } of file.imports) {
    if (typeOnly) continue;
    add(module);
    if (file.language === 'python' && name !== null && name !== '*')
      add(module.endsWith('.') ? `${module}${name}` : `${module}.${name}`);
  }
  for (const { module } of file.exports) if (module !== null) add(module);
  return [...targets];
}
