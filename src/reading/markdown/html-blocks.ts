/** HTML inside Markdown as prose and blocks. */
import { type Block, block } from './block.ts';
import { htmlParts } from './html.ts';
import { collectProse, type Prose } from './prose.ts';

const HEADING_TAG = /^h[1-6]$/;
/** HTML elements after which a new block begins. */
const BLOCK_TAGS = new Set([
  'p',
  'div',
  'table',
  'tr',
  'td',
  'th',
  'ul',
  'ol',
  'li',
  'details',
  'summary',
  'blockquote',
  'center',
  'section',
  'hr',
  'figure',
  'figcaption',
  'video',
  'picture',
]);

/** Text on one line. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** HTML inside a line of Markdown. */
export function htmlInto(html: string, prose: Prose, add: (found: Block) => void): void {
  for (const part of htmlParts(html)) {
    if (part.kind === 'text') prose.text(part.text);
    else if (part.kind === 'comment') {
      const end = prose.line + lineBreaks(part.text);
      add(block('comment', prose.line, end, part.text));
      prose.line = end;
    } else {
      tagInto(part.name, part.closing, part.attributes, prose);
      prose.line += lineBreaks(part.source);
    }
  }
}

function tagInto(
  name: string,
  closing: boolean,
  attributes: ReadonlyMap<string, string>,
  prose: Prose,
): void {
  const src = attributes.get('src') ?? '';
  if (name === 'img' && src !== '') prose.image(src, attributes.get('alt') ?? attributes.get('title') ?? '');
  else if (name === 'a' && !closing) prose.openLink(attributes.get('href') ?? '');
  else if (name === 'a') prose.closeLink();
  else if ((name === 'video' || name === 'source' || name === 'iframe' || name === 'embed') && src !== '') {
    prose.openLink(src);
    prose.closeLink();
  } else if (name === 'br' && !closing) prose.text(' ');
}

/** A block of HTML: its own headings and paragraphs become blocks. */
export function readHtml(html: string, startLine: number, add: (found: Block) => void): void {
  const prose = collectProse(startLine);
  let begin = startLine;
  let heading = 0;
  let item = false;
  const flush = (): void => {
    const taken = prose.take();
    const text = heading > 0 ? flat(taken.text) : taken.text.trim();
    const kind = heading > 0 ? 'heading' : item ? 'item' : 'paragraph';
    if (text !== '' || taken.links.length > 0 || taken.images.length > 0)
      add(block(kind, begin, prose.line, text, { ...taken, text, level: heading }));
    begin = prose.line;
  };
  for (const part of htmlParts(html)) {
    if (part.kind === 'comment') {
      flush();
      const end = prose.line + lineBreaks(part.text);
      add(block('comment', prose.line, end, part.text));
      prose.line = end;
      begin = end;
    } else if (part.kind === 'text') {
      const pieces = part.text.split('\n');
      pieces.forEach((piece, index) => {
        if (index > 0) prose.newLine();
        prose.text(piece);
      });
    } else {
      const isHeading = HEADING_TAG.test(part.name);
      if (isHeading || BLOCK_TAGS.has(part.name)) {
        flush();
        heading = isHeading && !part.closing ? Number(part.name.slice(1)) : 0;
        item = part.name === 'li' && !part.closing;
      }
      tagInto(part.name, part.closing, part.attributes, prose);
      prose.line += lineBreaks(part.source);
    }
  }
  flush();
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
