/** The declarations of the library (src/index.ts): those that its own lead to, and no more. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';

export interface DeclarationFile {
  /** Relative to the folder of declarations, with `/`. */
  readonly path: string;
  readonly contents: string;
}

const RELATIVE = /(from\s+|import\()(['"])(\.{1,2}\/[^'"]+)\.ts\2/g;

/** Emits them with the compiler. `root` is the folder of package.json. Throws where the sources have type errors. */
export function declarationsOf(root: string): readonly DeclarationFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.types.json', '--outDir', folder], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return reachableFrom('index.d.ts', folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reachableFrom(entry: string, folder: string): readonly DeclarationFile[] {
  const paths = [entry];
  const files: DeclarationFile[] = [];
  for (const path of paths) {
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [, , , target = ''] of text.matchAll(RELATIVE)) {
      const next = `${posix.join(dirname(path), target)}.d.ts`;
      if (!paths.includes(next)) paths.push(next);
    }
    // Beside declarations lies no TypeScript: what is imported is the JavaScript that they describe.
    files.push({ path, contents: text.replace(RELATIVE, '$1$2$3.js$2') });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
