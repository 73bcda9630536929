/**
 * User interfaces: widgets by kind, whatever they are made with. What a framework calls its widgets is in tables
 * (facts/interfaces/python-frameworks.ts, facts/interfaces/web-components.ts).
 */

import type { CodeFile } from '../../program/file.ts';
import { type Liveness, livenessOf } from '../../program/life/live.ts';
import type { Program } from '../../program/program.ts';
import type { TextFile } from '../../reading/text-file.ts';
import { pythonWidgets } from './python.ts';
import { markupWidgets, scriptWidgets } from './web.ts';
import type { Widget, WidgetKind } from './widget.ts';

export type { Widget, WidgetKind } from './widget.ts';

export interface Interfaces {
  /**
   * In order of path and line. Application code and pages only, without components that nothing imports; notebooks
   * included, as everywhere.
   */
  readonly widgets: readonly Widget[];
  /** The widgets of some kinds, in the same order. */
  of(...kinds: readonly WidgetKind[]): readonly Widget[];
  /** It stands in a file that stops at an import that is not there, or that only such files import. */
  isBroken(widget: Widget): boolean;
  /** Something starts the file, or what is started imports it. */
  isLive(file: CodeFile): boolean;
}

/** `pages` are the application's own: HTML, templates, Vue and Svelte files. */
export function readInterfaces(
  program: Program,
  pages: readonly TextFile[],
  { isLive, isBroken }: Liveness = livenessOf(program, pages, new Map()),
): Interfaces {
  const lives = (path: string): boolean => {
    const file = program.file(path);
    return file === undefined || isLive(file);
  };
  const widgets = [
    ...pythonWidgets(program),
    ...scriptWidgets(program),
    ...pages.flatMap((page) => markupWidgets(page)),
  ]
    .filter(({ path }) => lives(path))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  return {
    widgets,
    of: (...kinds) => widgets.filter(({ kind }) => kinds.includes(kind)),
    isBroken: ({ file }) => file !== null && isBroken(file),
    isLive,
  };
}
