/** A text file as the readers of configuration get it: already decoded, with its path inside the repository. */
export interface TextFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A place in a file that could not be understood, said instead of skipped. */
export interface ReadError {
  readonly path: string;
  readonly line: number;
  readonly reason: string;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path without a trailing slash; '' for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** `relative` seen from a folder, with `.` and `..` resolved; null when it leaves the repository or is absolute. */
export function resolvePath(folder: string, relative: string): string | null {
  if (relative.startsWith('/') || relative.includes('://')) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** A path that is written in a folder, with `.` and `..` resolved as a shell does: `/` is the root, above which is nothing. */
export function pathFrom(folder: string, written: string): string {
  const parts = folder === '' || written.startsWith('/') ? [] : folder.split('/');
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Lines without their line ends; the first is line 1. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Whether a line lies in what begins and ends on given lines, those included. */
export function covers(
  { line, endLine }: { readonly line: number; readonly endLine: number },
  at: number,
): boolean {
  return line <= at && at <= endLine;
}
