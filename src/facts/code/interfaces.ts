/**
 * User interfaces: widgets by kind, whatever they are made with. What a framework calls its widgets is in tables
 * (interfaces/python-frameworks.ts, interfaces/web-components.ts).
 */
import type { TextFile } from '../text-file.ts';
import { pythonWidgets } from './interfaces/python.ts';
import { markupWidgets, scriptWidgets } from './interfaces/web.ts';
import type { Widget, WidgetKind } from './interfaces/widget.ts';
import type { Program } from './program.ts';

export type { Framework, Widget, WidgetKind } from './interfaces/widget.ts';

export interface Interfaces {
  /** In order of path and line. Application code and pages only; notebooks included, as everywhere. */
  readonly widgets: readonly Widget[];
  /** The widgets of some kinds, in the same order. */
  of(...kinds: readonly WidgetKind[]): readonly Widget[];
}

/** `pages` are the application's own: HTML, templates, Vue and Svelte files. */
export function readInterfaces(program: Program, pages: readonly TextFile[]): Interfaces {
  const widgets = [
    ...pythonWidgets(program),
    ...scriptWidgets(program),
    ...pages.flatMap((page) => markupWidgets(page)),
  ].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
  return {
    widgets,
    of: (...kinds) => widgets.filter(({ kind }) => kinds.includes(kind)),
  };
}
