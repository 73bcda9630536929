/** What an interface is laid out with, by the kind of interface that it is. */
import type { Call, CodeFile } from '../../program/file.ts';
import type { Facts } from '../facts.ts';
import type { Place } from './shown-state.ts';
import type { Framework, Widget, WidgetKind } from './widget.ts';

export type Part = 'page' | 'sidebar' | 'columns or tabs' | 'theme or style' | 'icons';

export interface Layout {
  readonly kind: 'python' | 'components' | 'page';
  /** By part: where it is. */
  readonly parts: ReadonlyMap<Part, Place>;
  /** Something that a user can use at all. */
  readonly first: Place;
}

const PARTS: readonly (readonly [Part, readonly WidgetKind[]])[] = [
  ['page', ['page']],
  ['sidebar', ['sidebar']],
  ['columns or tabs', ['columns', 'tabs']],
  ['theme or style', ['style']],
  ['icons', ['icon']],
];
const WEB: ReadonlySet<Framework> = new Set(['jsx', 'script', 'markup']);
/** So many rules make a style sheet of one's own. */
const MANY_RULES = 12;
const EMOJI = /\p{Extended_Pictographic}/u;

/** One per kind of interface that the repository has. */
export function layoutsOf(facts: Facts): readonly Layout[] {
  const python = facts.interfaces.widgets.filter(
    (widget) => !WEB.has(widget.framework) && !widget.file?.notebook && !facts.interfaces.isBroken(widget),
  );
  const web = facts.interfaces.widgets.filter(({ framework }) => framework === 'jsx');
  const markup = facts.interfaces.widgets.filter(
    ({ framework, path }) =>
      framework === 'markup' && !/(?:^|\/)(?:public|frontend|client|web)?\/?index\.html$/.test(path),
  );
  const pages = facts.interfaces.widgets.filter(({ framework }) => framework === 'markup');
  const layouts: (Layout | null)[] = [
    ofPython(facts, python),
    ofComponents(facts, [...web, ...markup.filter(({ path }) => /\.(?:vue|svelte)$/.test(path))]),
    web.length > 0
      ? null
      : ofPage(
          facts,
          pages.filter(({ path }) => !/\.(?:vue|svelte)$/.test(path)),
        ),
  ];
  return layouts.filter((one) => one !== null);
}

function ofPython(facts: Facts, widgets: readonly Widget[]): Layout | null {
  const usable = widgets.find(({ kind }) => USABLE.has(kind));
  if (!usable) return null;
  const parts = partsOf(widgets);
  const theme = themeFile(facts, widgets);
  if (theme && !parts.has('theme or style')) parts.set('theme or style', theme);
  return { kind: 'python', parts, first: usable };
}

/** What a user can act on or read an answer in. */
const USABLE: ReadonlySet<WidgetKind> = new Set([
  'chat-input',
  'text-input',
  'uploader',
  'select',
  'button',
  'slider',
  'message',
  'text',
]);

/** Configuration beside the code: Streamlit's theme, Chainlit's style sheet. */
function themeFile(facts: Facts, widgets: readonly Widget[]): Place | null {
  for (const { path } of facts.files) {
    const streamlit =
      /(?:^|\/)\.streamlit\/config\.toml$/.test(path) && widgets.some((one) => one.framework === 'streamlit');
    const chainlit =
      /(?:^|\/)\.chainlit\/config\.toml$/.test(path) && widgets.some((one) => one.framework === 'chainlit');
    if (!streamlit && !chainlit) continue;
    const lines = (facts.text(path) ?? '').split('\n');
    const wanted = streamlit
      ? /^\s*\[theme\]/
      : /^\s*(?:custom_css|custom_js|default_theme|custom_theme|logo_file_url|custom_font)\s*=\s*["'][^"']/;
    const line = lines.findIndex((text) => wanted.test(text));
    const says = streamlit
      ? lines.slice(line + 1).some((text) => /^\s*(?:base|primaryColor|\w+Color|font)\s*=/.test(text))
      : true;
    if (line >= 0 && says) return { path, line: line + 1 };
  }
  return null;
}

function partsOf(widgets: readonly Widget[]): Map<Part, Place> {
  const parts = new Map<Part, Place>();
  for (const [part, kinds] of PARTS) {
    const found = widgets.find(({ kind }) => kinds.includes(kind));
    if (found) parts.set(part, found);
  }
  return parts;
}

/** React, Vue, Svelte and the like: components, and what styles them. */
function ofComponents(facts: Facts, widgets: readonly Widget[]): Layout | null {
  const usable = widgets.find(({ kind }) => USABLE.has(kind));
  if (!usable) return null;
  const parts = partsOf(widgets);
  parts.set('page', usable);
  const style = styleSheet(facts) ?? styledElements(facts);
  if (style) parts.set('theme or style', style);
  return { kind: 'components', parts, first: usable };
}

function styleSheet(facts: Facts): Place | null {
  const sheets = facts.files
    .filter(({ kind, role }) => kind === 'style' && role === 'application')
    .map(({ path }) => ({ path, rules: rulesIn(facts.text(path) ?? '') }))
    .sort((a, b) => b.rules - a.rules);
  const [largest] = sheets;
  return largest && largest.rules >= MANY_RULES ? { path: largest.path, line: 1 } : null;
}

function rulesIn(text: string): number {
  return text.split('{').length - 1;
}

/** A library of styles is among the dependencies, and elements carry its classes or are its components. */
function styledElements(facts: Facts): Place | null {
  const styled = facts.dependencies.list.some(({ name }) => bringsLooks(facts, name));
  let classes = 0;
  let first: Place | null = null;
  for (const file of facts.program.filesOf()) {
    if (file.language === 'python' || !facts.interfaces.isLive(file)) continue;
    for (const call of file.calls) {
      if (call.form !== 'jsx') continue;
      const dressed = call.arguments.some(
        ({ name }) => name === 'className' || name === 'class' || name === 'sx' || name === 'style',
      );
      if (!dressed && !isStyledComponent(facts, file, call)) continue;
      classes += 1;
      first ??= { path: file.path, line: call.line };
    }
  }
  for (const { element, path, line } of facts.interfaces.of('button', 'text-input', 'select', 'form')) {
    if (!element?.attributes.has('class')) continue;
    classes += 1;
    first ??= { path, line };
  }
  return first && (styled ? classes >= 5 : classes >= 25) ? first : null;
}

function bringsLooks(facts: Facts, library: string): boolean {
  return facts.program.meaningsOfName(library, 'package').some(({ role }) => role === 'ui.styles');
}

/** `<Stack>` of a library whose components have looks of their own. */
function isStyledComponent(facts: Facts, file: CodeFile, { callee, definition }: Call): boolean {
  const target = facts.program.resolve(callee, { file, definition });
  return target.kind === 'external' && bringsLooks(facts, target.name.slice(0, target.name.lastIndexOf('.')));
}

/** Pages and templates without components. */
function ofPage(facts: Facts, widgets: readonly Widget[]): Layout | null {
  const usable = widgets.find(({ kind }) => USABLE.has(kind));
  if (!usable) return null;
  const parts = partsOf(widgets);
  parts.delete('theme or style');
  const sheet = styleSheet(facts);
  const inline = widgets.find(({ path, kind, label }) => {
    if (kind !== 'style' && kind !== 'page') return false;
    const text = facts.text(path) ?? '';
    return rulesIn(/<style[^>]{0,100}>([\s\S]{0,200000}?)<\/style/i.exec(text)?.[1] ?? '') >= MANY_RULES ||
      label === ''
      ? /<style/i.test(text) && rulesIn(text) >= MANY_RULES
      : false;
  });
  const linked = widgets.find(({ element, path }) =>
    element === null
      ? false
      : /bootstrap|tailwind|bulma|materialize|pico/.test(element.attributes.get('href') ?? '') ||
        /cdn\.tailwindcss|bootstrap\.min\.css/.test(facts.text(path) ?? ''),
  );
  const style = sheet ?? inline ?? linked;
  if (style) parts.set('theme or style', { path: style.path, line: style.line });
  const sheets = [...facts.files.filter(({ kind }) => kind === 'style').map(({ path }) => path), usable.path];
  const laidOut = sheets.find((path) => /display\s*:\s*(?:grid|flex)/.test(facts.text(path) ?? ''));
  if (laidOut !== undefined && !parts.has('columns or tabs'))
    parts.set('columns or tabs', { path: laidOut, line: 1 });
  if (!parts.has('icons') && EMOJI.test(facts.text(usable.path) ?? ''))
    parts.set('icons', { path: usable.path, line: usable.line });
  return { kind: 'page', parts, first: usable };
}
