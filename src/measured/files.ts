/** Files that the user's own tests have just written, named by paths or globs. Read, never run. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

export type ResultFile =
  | { readonly path: string; readonly text: string; readonly digest: string }
  /** Why it could not be read; ends a sentence. */
  | { readonly path: string; readonly refused: string };

const MOST_FILES = 50;
const MOST_BYTES = 64 * 1024 * 1024;

/** By path. A pattern that fits nothing is told: whoever named it expects a file. */
export async function resultFiles(patterns: readonly string[], root: string): Promise<readonly ResultFile[]> {
  const { default: glob } = await import('fast-glob');
  const paths = new Map<string, string>();
  const nothing: ResultFile[] = [];
  for (const pattern of patterns) {
    const plain = glob.isDynamicPattern(pattern) ? null : [pattern];
    const found =
      plain ??
      (await glob(pattern, { cwd: root, dot: true, followSymbolicLinks: false, suppressErrors: true }));
    if (found.length === 0) nothing.push({ path: pattern, refused: 'no file fits the pattern' });
    for (const path of found) paths.set(isAbsolute(path) ? path : join(root, path), path);
  }
  const sorted = [...paths].sort(([, a], [, b]) => (a < b ? -1 : 1));
  return [
    ...nothing,
    ...sorted.slice(0, MOST_FILES).map(([full, path]) => read(full, path)),
    ...sorted.slice(MOST_FILES).map(([, path]) => ({ path, refused: `only ${MOST_FILES} files are read` })),
  ];
}

function read(full: string, path: string): ResultFile {
  let handle: number;
  try {
    // A pipe would keep everybody waiting.
    handle = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return { path, refused: 'there is no such file, or it may not be read' };
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { path, refused: 'it is no file' };
    if (stat.size > MOST_BYTES) return { path, refused: 'it is larger than 64 MB' };
    const bytes = readFileSync(handle);
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    return { path, text: new TextDecoder().decode(bytes), digest };
  } catch {
    return { path, refused: 'it could not be read' };
  } finally {
    closeSync(handle);
  }
}
