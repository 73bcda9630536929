/** HTML as it occurs inside Markdown: tags, comments and text, in one pass, without a tree. */

export type HtmlPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  | {
      readonly kind: 'tag';
      /** Lower case. */
      readonly name: string;
      readonly closing: boolean;
      readonly attributes: ReadonlyMap<string, string>;
      /** Source text: its line breaks count. */
      readonly source: string;
    };

const MAX_TAG = 4_000;

/** Splits HTML. What is no tag is text; an unclosed comment runs to the end. */
export function htmlParts(html: string): readonly HtmlPart[] {
  const parts: HtmlPart[] = [];
  let from = 0;
  let at = html.indexOf('<');
  const text = (until: number): void => {
    if (until > from) parts.push({ kind: 'text', text: entities(html.slice(from, until)) });
  };
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      text(at);
      const end = html.indexOf('-->', at + 4);
      const until = end < 0 ? html.length : end + 3;
      parts.push({ kind: 'comment', text: html.slice(at, until) });
      from = until;
    } else {
      const end = tagEnd(html, at);
      const tag = end < 0 ? null : readTag(html.slice(at, end));
      if (tag !== null) {
        text(at);
        parts.push(tag);
        from = end;
      }
    }
    at = html.indexOf('<', Math.max(from, at + 1));
  }
  text(html.length);
  return parts;
}

/** The index after the `>` that ends the tag at `start`, quotes respected; -1 where there is none nearby. */
function tagEnd(html: string, start: number): number {
  if (!/[a-z/]/i.test(html[start + 1] ?? '')) return -1;
  const stop = Math.min(html.length, start + MAX_TAG);
  let quote = '';
  for (let index = start + 1; index < stop; index += 1) {
    const character = html[index] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return index + 1;
    else if (character === '<') return -1;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
}

function readTag(source: string): HtmlPart | null {
  const name = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(source);
  if (name === null) return null;
  const attributes = new Map<string, string>();
  const pattern = /([a-z][a-z0-9:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
  for (const match of source.slice(name[0].length).matchAll(pattern)) {
    attributes.set((match[1] ?? '').toLowerCase(), entities(match[2] ?? match[3] ?? match[4] ?? '').trim());
  }
  return { kind: 'tag', name: (name[2] ?? '').toLowerCase(), closing: name[1] === '/', attributes, source };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

function entities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (e) => ENTITIES[e] ?? e) : text;
}
