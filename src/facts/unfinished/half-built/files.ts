/** Files in which nothing is, or nothing that an interpreter accepts. */
import type { CodeFile } from '../../../program/file.ts';
import { baseName } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { Unfinished } from '../unfinished.ts';

/** Code that no interpreter would accept: an own module that does not parse. */
export function unreadable({ program }: Facts): readonly Unfinished[] {
  return program.filesOf().flatMap((file): Unfinished[] => {
    const [error] = file.errors;
    const broken = error !== undefined && !file.notebook && file.language === 'python';
    return broken ? [{ path: file.path, line: error.line, what: `does not parse: ${error.reason}` }] : [];
  });
}

/** Modules, pages and pipelines without a word in them: one place each sort, however many. */
export function emptyFiles({ program, pipelines, files }: Facts): readonly Unfinished[] {
  const empty = pipelines.list.filter((one) => one.empty);
  const pages = files.filter((one) => isEmptyPage(one) && !empty.some(({ path }) => path === one.path));
  const modules = program.filesOf().filter((file) => isEmpty(file) && !isLeftOver(file));
  // One forgotten file is no half-built program.
  const forgotten = modules.length === 1 && pages.length === 0 && empty.length === 0;
  return [
    ...first('an empty module', forgotten ? [] : modules),
    ...first('an empty page, style sheet or settings file', pages),
    ...first('an empty pipeline', empty),
  ];
}

/** Tests that were named and never written, or taken out again as comments, as one place. */
export function emptyTests({ program }: Facts): readonly Unfinished[] {
  return first('an empty test', program.filesOf('test').filter(isEmpty));
}

function first(what: string, list: readonly { readonly path: string }[]): readonly Unfinished[] {
  const [one] = list;
  const more = list.length > 1 ? `, and ${list.length - 1} more` : '';
  return one === undefined ? [] : [{ path: one.path, line: 1, what: `${what}${more}` }];
}

/** Data may be empty on purpose; a page or a style sheet is written to be seen. */
function isEmptyPage({ path, size, role, link }: Facts['files'][number]): boolean {
  return size === 0 && !link && role === 'application' && /\.(?:css|scss|html|toml|ya?ml|ini)$/.test(path);
}

function isEmpty(file: CodeFile): boolean {
  if (/^(?:__ini\w*|conftest|index)\.|\.d\.ts$/.test(baseName(file.path))) return false;
  const parts = [file.definitions, file.calls, file.assignments, file.imports, file.exports, file.statements];
  const nothing = parts.every((list) => list.length === 0);
  return nothing && (file.notebook || file.errors.length === 0);
}

/** Code that was written and then commented out as a whole: an older version, nothing that is still to come. */
function isLeftOver({ comments }: CodeFile): boolean {
  const code = comments.filter(
    ({ docstring, text }) =>
      !docstring &&
      /^\W*(?:import|from|def|class|return|for|if|const|let|function)\s.*\S|\w\s*=\s*\S|\w\(.*\)/m.test(
        text.slice(0, 2000),
      ),
  );
  return code.length >= 3 || code.some(({ line, endLine }) => endLine - line >= 5);
}
