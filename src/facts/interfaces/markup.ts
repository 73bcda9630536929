/**
 * Elements of HTML as far as a widget needs them: a bounded reader for pages, templates of any language and the markup of
 * Vue and Svelte files. It knows no content model: what a browser would mend stays as written.
 */

export interface MarkupElement {
  /** Lower case for HTML's own; components keep their case. */
  readonly tag: string;
  /** Names as written ('v-if', '@click', 'on:click'); '' for an attribute without a value. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Own words up to the next tag, then those of what is inside, at most 400 characters. */
  readonly text: string;
  readonly line: number;
  /** Index of the element around it; -1 at the top. */
  readonly parent: number;
}

const MAX_CHARACTERS = 600_000;
const MAX_ELEMENTS = 6_000;
const MAX_TEXT = 400;
/** Elements of which text is worth handing up: the depth that is climbed. */
const MAX_CLIMB = 6;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Their content is no markup. */
const RAW = new Set(['script', 'style']);

type Draft = { -readonly [K in keyof MarkupElement]: MarkupElement[K] };

/** Elements in source order; those of scripts and comments are not there. `firstLine` is the line of the text's start. */
export function elementsOf(text: string, firstLine = 1): readonly MarkupElement[] {
  const elements: Draft[] = [];
  const open: number[] = [];
  const end = Math.min(text.length, MAX_CHARACTERS);
  let line = firstLine;
  let counted = 0;
  const lineAt = (position: number): number => {
    for (; counted < position; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };
  const say = (words: string): void => {
    const said = words.replace(/\s+/g, ' ').trim();
    if (said === '') return;
    for (const index of open.slice(-MAX_CLIMB)) {
      const element = elements[index];
      if (element && element.text.length < MAX_TEXT)
        element.text = `${element.text} ${said}`.trim().slice(0, MAX_TEXT);
    }
  };
  for (let at = 0; at < end && elements.length < MAX_ELEMENTS; ) {
    const less = text.indexOf('<', at);
    if (less < 0 || less >= end) {
      say(text.slice(at, Math.min(end, at + 2 * MAX_TEXT)));
      break;
    }
    say(text.slice(at, Math.min(less, at + 2 * MAX_TEXT)));
    if (text.startsWith('<!--', less)) {
      const close = text.indexOf('-->', less + 4);
      at = close < 0 ? end : close + 3;
      continue;
    }
    const closing = text[less + 1] === '/';
    const name = tagName(text, less + (closing ? 2 : 1));
    if (name === '') {
      at = less + 1;
      continue;
    }
    const tag = /^[a-z]/.test(name) || !/[a-z]/.test(name) ? name.toLowerCase() : name;
    if (closing) {
      const close = text.indexOf('>', less);
      const position = open.findLastIndex((index) => elements[index]?.tag === tag);
      if (position >= 0) open.length = position;
      at = close < 0 ? end : close + 1;
      continue;
    }
    const { attributes, next, selfClosing } = readAttributes(text, less + 1 + name.length, end);
    elements.push({ tag, attributes, text: '', line: lineAt(less), parent: open.at(-1) ?? -1 });
    at = next;
    if (RAW.has(tag)) {
      const close = text.toLowerCase().indexOf(`</${tag}`, at);
      at = close < 0 ? end : close;
      continue;
    }
    if (!selfClosing && !VOID.has(tag)) open.push(elements.length - 1);
  }
  return elements;
}

function tagName(text: string, from: number): string {
  let at = from;
  while (at < text.length && at - from < 60 && /[\w.:-]/.test(text[at] ?? '')) at++;
  const name = text.slice(from, at);
  return /^[A-Za-z]/.test(name) ? name : '';
}

function readAttributes(
  text: string,
  from: number,
  end: number,
): { attributes: ReadonlyMap<string, string>; next: number; selfClosing: boolean } {
  const attributes = new Map<string, string>();
  let at = from;
  while (at < end) {
    const character = text[at] ?? '';
    if (character === '>') return { attributes, next: at + 1, selfClosing: text[at - 1] === '/' };
    if (/[\s/]/.test(character)) {
      at++;
      continue;
    }
    let stop = at;
    while (stop < end && !/[\s=>/]/.test(text[stop] ?? '')) stop++;
    // `{{ … }}` or a stray quote: step over it.
    if (stop === at) stop = at + 1;
    const name = text.slice(at, Math.min(stop, at + 60));
    at = stop;
    while (at < end && /\s/.test(text[at] ?? '')) at++;
    if (text[at] !== '=') {
      attributes.set(name, '');
      continue;
    }
    at++;
    while (at < end && /\s/.test(text[at] ?? '')) at++;
    const { value, next } = attributeValue(text, at, end);
    attributes.set(name, value);
    at = next;
  }
  return { attributes, next: end, selfClosing: false };
}

/** Quoted, in Svelte's braces, or bare. */
function attributeValue(text: string, at: number, end: number): { value: string; next: number } {
  const first = text[at] ?? '';
  if (first === '"' || first === "'") {
    const close = text.indexOf(first, at + 1);
    const stop = close < 0 || close > end ? end : close;
    return { value: text.slice(at + 1, Math.min(stop, at + 1 + MAX_TEXT)), next: stop + 1 };
  }
  if (first === '{') {
    let depth = 0;
    let stop = at;
    for (; stop < end; stop++) {
      if (text[stop] === '{') depth++;
      else if (text[stop] === '}' && --depth === 0) break;
    }
    return { value: text.slice(at + 1, Math.min(stop, at + 1 + MAX_TEXT)), next: stop + 1 };
  }
  let stop = at;
  while (stop < end && !/[\s>]/.test(text[stop] ?? '')) stop++;
  return { value: text.slice(at, Math.min(stop, at + MAX_TEXT)), next: Math.max(stop, at + 1) };
}
