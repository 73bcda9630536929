/** Controls of pages that no script of theirs takes up: buttons and fields without a form, links to nowhere. */

import { namesRead } from '../../program/link/names-read.ts';
import type { Facts } from '../facts.ts';
import { elementsOf, type MarkupElement } from '../interfaces/markup.ts';
import { holdsMarkup, isSingleFile } from '../project/pages.ts';
import { NOWHERE, WRITTEN } from './idle-controls.ts';
import type { Unfinished } from './unfinished.ts';

/** Attributes that only say how a control looks, and whether it is there. */
const LOOKS =
  /^(?::?(?:id|class|style|title|role|alt|lang|tabindex|key|aria-[\w-]+|placeholder|rows|min|max|step|maxlength)|href|autocomplete|spellcheck|v-(?:if|else-if|else|show|for))$/;
/** A handler that is only a text. */
const SAYS_ONLY = /^\s*(?:(['"`])[^'"`]*\1)?\s*$/;
/** They act for what stands in them. */
const ACTS_FOR = new Set(['a', 'form', 'label', 'summary', 'button']);
const MAX_SCRIPT = 400_000;

/** One place a page and kind of control. */
export function idleMarkup({ files, program, text: textOf }: Facts): readonly Unfinished[] {
  const texts = program.filesOf().flatMap((file) => [...namesRead(file).texts]);
  return files.flatMap(({ path, role }): readonly Unfinished[] => {
    if (role !== 'application' || !holdsMarkup(path)) return [];
    const text = textOf(path) ?? '';
    const elements = elementsOf(text);
    const single = isSingleFile(path);
    // A component takes hold of what it shows by its attributes; a selector in its script is the exception.
    const scripts = single ? texts.filter((one) => /[.#]/.test(one)) : [...texts, ...scriptsIn(text)];
    const idle = elements.filter(
      (one) => (isControl(one) || (single && isField(one))) && !acts(one, elements, scripts, single),
    );
    const of = (tag: string, what: string): readonly Unfinished[] => {
      const first = idle.find((one) => one.tag === tag);
      return first ? [{ path, line: first.line, what }] : [];
    };
    return [
      ...of('button', 'a button at which nothing happens'),
      ...of('a', 'a link that leads nowhere'),
      ...['input', 'textarea', 'select'].flatMap((tag) => of(tag, 'a field that nothing reads')),
    ];
  });
}

/** Of a template of Vue, without a modifier, which does something by itself. */
function isHandler(attribute: string): boolean {
  return (attribute.startsWith('@') || attribute.startsWith('v-on:')) && !attribute.includes('.');
}

function isControl({ tag, attributes }: MarkupElement): boolean {
  return tag === 'button' || (tag === 'a' && NOWHERE.test((attributes.get('href') ?? '/').trim()));
}

/** What is ticked may be for a style sheet. */
function isField({ tag, attributes }: MarkupElement): boolean {
  if (tag === 'select' || tag === 'textarea') return true;
  return tag === 'input' && WRITTEN.has(attributes.get('type') || 'text');
}

function acts(
  { tag, attributes, parent }: MarkupElement,
  elements: readonly MarkupElement[],
  scripts: readonly string[],
  single: boolean,
): boolean {
  const means = ([name, value]: readonly [string, string]) =>
    name === 'type'
      ? tag === 'button' && value !== 'button'
      : !LOOKS.test(name) && !(isHandler(name) && SAYS_ONLY.test(value));
  if ([...attributes].some(means)) return true;
  // What its component is given falls to the outermost element; another component may do all for what it holds.
  const around = elements[parent];
  if (single && (around === undefined || around.parent < 0 || /[A-Z-]/.test(around.tag))) return true;
  for (let at = parent, steps = 0; at >= 0 && steps < 100; steps++) {
    const around = elements[at];
    if (around === undefined) break;
    // A listener on what is around it hears it too.
    if (
      ACTS_FOR.has(around.tag) ||
      [...around.attributes.keys()].some((name) => /^(?:on|@|v-on|x-on|hx-)/.test(name))
    )
      return true;
    at = around.parent;
  }
  const words = [tag, attributes.get('id') ?? '', ...(attributes.get('class') ?? '').split(/\s+/)].filter(
    Boolean,
  );
  return scripts.some((text) => words.some((word) => selects(text, word)));
}

/** Whether a text of a script may be a selector, or a class, of that name. */
function selects(text: string, word: string): boolean {
  if (text === word || text.includes(`.${word}`) || text.includes(`#${word}`)) return true;
  return (
    text.length < 200 &&
    new RegExp(`(?:^|[\\s,>+~])${word.replace(/[^\w-]/g, '\\$&')}(?:$|[\\s,>+~.:[])`).test(text)
  );
}

/** Strings of the scripts that stand in a page. */
function scriptsIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0, left = 50; left > 0; left--) {
    const open = text.indexOf('<script', at);
    if (open < 0) break;
    const close = text.indexOf('</script', open);
    const end = close < 0 ? text.length : close;
    const script = text.slice(open, Math.min(end, open + MAX_SCRIPT));
    for (const [, , said = ''] of script.matchAll(/(['"`])((?:(?!\1)[^\n\\]){1,200})\1/g)) found.push(said);
    at = end + 1;
  }
  return found;
}
