/** Files with markup that users see: pages, templates, Vue and Svelte files. */

import type { TextFile } from '../../reading/text-file.ts';
import type { RepositoryFile } from './roles.ts';

const PAGE = /\.(?:html?|xhtml|jinja2?|j2|njk|ejs|hbs|handlebars|mustache|twig|liquid|vue|svelte)$/i;

/** The application's own ones. */
export function pagesOf(texts: readonly TextFile[], files: readonly RepositoryFile[]): readonly TextFile[] {
  const roles = new Map(files.map((file) => [file.path, file.role]));
  return texts.filter(({ path }) => PAGE.test(path) && roles.get(path) === 'application');
}
