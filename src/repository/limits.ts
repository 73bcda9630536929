/** How much of a repository is read: enough for any honest project, and an end for a hostile one. */

export interface Limits {
  /** Bytes of one text file. */
  readonly fileBytes: number;
  /** Bytes of one notebook or lock file: they are long by nature. */
  readonly longFileBytes: number;
  /** Files of one repository. */
  readonly files: number;
  /** Bytes read of all files together. */
  readonly totalBytes: number;
  /** Folders above a file, and the file itself. */
  readonly depth: number;
}

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  fileBytes: MB,
  longFileBytes: 5 * MB,
  files: 20_000,
  totalBytes: 64 * MB,
  depth: 32,
};

const LONG_FILE = /(?:\.ipynb|\.lock|[-.]lock\.(?:json|yaml|yml)|npm-shrinkwrap\.json|go\.sum)$/i;

/** The bytes that a file of this name may have. */
export function bytesAllowed(path: string, limits: Limits): number {
  return LONG_FILE.test(path) ? limits.longFileBytes : limits.fileBytes;
}

/** `1 MB`, `512 KB`, `100 bytes`. */
export function inWords(bytes: number): string {
  if (bytes >= MB) return `${Math.round((bytes / MB) * 10) / 10} MB`;
  if (bytes >= 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${bytes} bytes`;
}

/** `20,000`, the same in every locale. */
export function counted(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
