/** Files in which nothing is, or nothing that an interpreter accepts. */

import type { CodeFile } from '../../../program/file.ts';
import { importGraphOf } from '../../../program/life/imports.ts';
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

/** Modules and pipelines without a word in them, where others need them or the README names them: one place each sort. */
export function emptyFiles(facts: Facts): readonly Unfinished[] {
  const { program, pipelines } = facts;
  const empty = pipelines.list.filter((one) => one.empty);
  const modules = program
    .filesOf()
    .filter(
      (file) =>
        isEmpty(file) && !isComponent(facts.text(file.path)) && !isLeftOver(file) && isMissed(file, facts),
    );
  return [...first('an empty module', modules), ...first('an empty pipeline', empty)];
}

/** By an import, or by its name in the README. */
function isMissed(file: CodeFile, { program, documentation, text }: Facts): boolean {
  const name = baseName(file.path);
  const said = text(documentation.readme?.path ?? '') ?? '';
  if (new RegExp(`(?<![\\w-])${name.replace(/[^\w]/g, '\\$&')}`).test(said)) return true;
  return importGraphOf(program).imported.has(file);
}

function first(what: string, list: readonly { readonly path: string }[]): readonly Unfinished[] {
  const [one] = list;
  const more = list.length > 1 ? `, and ${list.length - 1} more` : '';
  return one === undefined ? [] : [{ path: one.path, line: 1, what: `${what}${more}` }];
}

function isEmpty(file: CodeFile): boolean {
  if (/^(?:__ini\w*|conftest|index)\.|\.d\.ts$/.test(baseName(file.path))) return false;
  const parts = [file.definitions, file.calls, file.assignments, file.imports, file.exports, file.statements];
  const nothing = parts.every((list) => list.length === 0);
  return nothing && (file.notebook || file.errors.length === 0);
}

/** A component of markup alone needs no code. */
function isComponent(text: string | undefined): boolean {
  return /<(?:template|svg|div)\b/i.test(text?.slice(0, 2_000) ?? '');
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
