/** Files with markup that users see: pages, templates, Vue and Svelte files. */

import { isMarkup } from '../../reading/markup.ts';
import type { TextFile } from '../../reading/text-file.ts';
import type { RepositoryFile } from './roles.ts';

/** Their markup stands beside their script. */
const SINGLE_FILE = /\.(?:vue|svelte)$/i;

/** The application's own ones. */
export function pagesOf(texts: readonly TextFile[], files: readonly RepositoryFile[]): readonly TextFile[] {
  const roles = new Map(files.map((file) => [file.path, file.role]));
  return texts.filter(({ path }) => holdsMarkup(path) && roles.get(path) === 'application');
}

/** Whether users see the markup of such a file. */
export function holdsMarkup(path: string): boolean {
  return isMarkup(path) || isSingleFile(path);
}

/** Vue's and Svelte's. */
export function isSingleFile(path: string): boolean {
  return SINGLE_FILE.test(path);
}
