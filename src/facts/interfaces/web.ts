/** Widgets of web front ends: JSX elements, calls, and the elements of pages and templates. */

import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import type { TextFile } from '../../reading/text-file.ts';
import { isFileField } from './file-field.ts';
import { attribute, labelOf } from './labels.ts';
import { elementsOf, type MarkupElement } from './markup.ts';
import { widget } from './python.ts';
import { COMPONENTS, INPUT_TYPES, TAGS } from './web-components.ts';
import type { Widget, WidgetKind } from './widget.ts';

export function scriptWidgets(program: Program): readonly Widget[] {
  return program
    .filesOf()
    .filter((file) => file.language !== 'python')
    .flatMap((file) =>
      file.calls.flatMap((_, id): readonly Widget[] => {
        const call = program.callOf(file, id);
        if (call.call.form === 'jsx') return elementWidgets(call, program);
        const name = program.nameOf(call);
        const kind = program.meaning(name, 'ui.widget')?.about.kind;
        // The loader lets only kinds of widgets stand there.
        return kind ? [widget(kind as WidgetKind, 'script', name, labelOf(call, program), call)] : [];
      }),
    );
}

function elementWidgets(call: CallRef, program: Program): readonly Widget[] {
  const { callee } = call.call;
  const tag = callee.kind === 'name' ? callee.name : '';
  const name = program.nameOf(call);
  const kinds =
    /^[a-z]/.test(tag) && !tag.includes('.') ? tagKinds(call, tag) : componentKinds(call, program, name);
  if (kinds.length === 0) return [];
  const label = labelOf(call, program);
  return kinds.map((kind) => widget(kind, 'jsx', name, label, call));
}

function tagKinds(call: CallRef, tag: string): readonly WidgetKind[] {
  if (tag === 'input') return kindsOfInput(attribute(call, 'type'), labelHint(call));
  if (tag === 'a' && call.call.arguments.some(({ name }) => name === 'download')) return ['download'];
  const kind = TAGS[tag];
  if (kind === 'text-input' && CHAT_HINT.test(labelHint(call))) return ['chat-input', 'text-input'];
  const animated = /\banimate-(?:spin|pulse|bounce)\b|\bspinner\b|\bloader\b|\bskeleton\b/.exec(
    attribute(call, 'className'),
  );
  const busy: readonly WidgetKind[] =
    animated === null ? [] : [/pulse|skeleton/.test(animated[0]) ? 'skeleton' : 'spinner'];
  return kind === undefined ? busy : [kind, ...busy];
}

/** What a field asks for when it is the one that talks to the model. */
const CHAT_HINT =
  /\b(?:ask|message|question|query|prompt|chat|talk)\b|send a|type (?:your|a)|how can i help/i;

function labelHint(call: CallRef): string {
  return [
    attribute(call, 'placeholder'),
    attribute(call, 'aria-label'),
    attribute(call, 'name'),
    attribute(call, 'id'),
  ].join(' ');
}

function kindsOfInput(type: string, hint: string): readonly WidgetKind[] {
  const kind = type === '' ? 'text-input' : INPUT_TYPES[type.toLowerCase()];
  if (kind === undefined) return [];
  return kind === 'text-input' && CHAT_HINT.test(hint) ? ['chat-input', kind] : [kind];
}

/** `name` is qualified: 'lucide-react.Trash2', 'Sidebar' of an own file, '@/components/ui/select.Select'. */
function componentKinds(call: CallRef, program: Program, name: string): readonly WidgetKind[] {
  const { callee } = call.call;
  const last = lastSegment(callee.kind === 'name' ? callee.name : '').slice(0, 80);
  if (program.isFrom(name, 'ui.icons'))
    return /^(?:Loader|Spinner|CgSpinner|ImSpinner|FaSpinner)|Spinner|Loading/.test(last)
      ? ['icon', 'spinner']
      : ['icon'];
  if (program.isFrom(name, 'ui.charts')) return ['chart'];
  return isFileField(call) ? ['uploader'] : kindsByTag(last);
}

function kindsByTag(tag: string): readonly WidgetKind[] {
  const row = COMPONENTS.find(([, pattern]) => pattern.test(tag));
  return row ? [row[0]] : [];
}

/** Widgets of a page, a template, or the markup of a Vue or Svelte file. */
export function markupWidgets(file: TextFile): readonly Widget[] {
  return elementsOf(file.text).flatMap((element) =>
    kindsOfElement(element).map((kind): Widget => {
      const hint = ['placeholder', 'label', 'title', 'aria-label'].map(
        (name) => element.attributes.get(name) ?? '',
      );
      return {
        kind,
        framework: 'markup',
        name: element.tag,
        label: [...hint, element.text].join(' ').trim().slice(0, 400),
        path: file.path,
        line: element.line,
        endLine: element.line,
        file: null,
        call: null,
        element,
      };
    }),
  );
}

/** What an element is by its tag, its classes and its id. */
export function kindsOfElement(element: MarkupElement): readonly WidgetKind[] {
  const { tag, attributes } = element;
  const of = (name: string): string => attributes.get(name) ?? '';
  const hint = `${of('placeholder')} ${of('aria-label')} ${of('name')} ${of('id')}`;
  if (tag === 'input') return kindsOfInput(of('type'), hint);
  if (tag === 'a' && attributes.has('download')) return ['download'];
  if (tag === 'link' && of('rel') === 'stylesheet') return ['style'];
  if (tag === 'i' && /\b(?:fa[srbl]?|bi|material-icons|icon)\b/.test(of('class'))) return ['icon'];
  const kinds = new Set<WidgetKind>();
  const own = TAGS[tag];
  if (own) kinds.add(own);
  else if (/^[A-Z]|-/.test(tag)) for (const kind of kindsByTag(pascal(tag).slice(0, 80))) kinds.add(kind);
  if (own === 'text-input' && CHAT_HINT.test(hint)) kinds.add('chat-input');
  const words = `${of('class')} ${of('id')}`.slice(0, 300);
  for (const [kind, pattern] of CLASSES) if (pattern.test(words)) kinds.add(kind);
  return [...kinds];
}

/** What a hand-made page calls its parts in `class` and `id`. */
const CLASSES: readonly (readonly [WidgetKind, RegExp])[] = [
  ['sidebar', /\bside-?(?:bar|nav)\b/i],
  ['spinner', /\b(?:spinner(?:-border|-grow)?|loader|loading|typing-indicator|animate-spin|thinking)\b/i],
  ['progress', /\bprogress(?:-bar)?\b/i],
  ['skeleton', /\bskeleton\b/i],
  ['tabs', /\b(?:nav-tabs|tabs|tab-pane|tab-content)\b/i],
  ['columns', /\b(?:row|grid|col-(?:sm|md|lg)-\d+|grid-cols-\d+|columns)\b/i],
  [
    'message',
    /(?<!\b(?:error|success|warning|info|alert|flash|status|upload|form|validation|toast|loading)-)\b(?:chat-messages?|messages?|chat-box|chat-window|bubble)\b/i,
  ],
  ['error', /\b(?:alert-danger|error(?:-message|-banner|-box|-msg)?)\b/i],
];

/** 'v-select' and 'el-upload' as their libraries' components: 'Select', 'Upload'. */
function pascal(tag: string): string {
  return tag
    .replace(/^(?:v|el|a|n|q|b|p|sl|md|mat|ion)-/, '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
