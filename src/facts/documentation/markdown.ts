/** Markdown (with the HTML inside it) to blocks. */
import type MarkdownIt from 'markdown-it';
import { type Block, block } from './block.ts';
import { htmlParts } from './html.ts';
import { collectProse, type Prose } from './prose.ts';

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];

const MAX_BLOCKS = 20_000;
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

let parser: Parser | null = null;

/** Blocks in document order. The text must be bounded by the caller. */
export async function readMarkdown(text: string): Promise<readonly Block[]> {
  parser ??= await load();
  const blocks: Block[] = [];
  const add = (found: Block): void => {
    if (blocks.length < MAX_BLOCKS) blocks.push(found);
  };
  // Containers around the current token; an item takes only its first inline as its own text.
  const items: { used: boolean }[] = [];
  let heading = 0;
  let row: { line: number; cells: string[]; prose: Prose } | null = null;
  let firstRow = false;
  for (const token of parser.parse(text, {})) {
    const line = (token.map?.[0] ?? 0) + 1;
    const endLine = Math.max(line, token.map?.[1] ?? line);
    switch (token.type) {
      case 'heading_open':
        heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        heading = 0;
        break;
      case 'list_item_open':
        items.push({ used: false });
        break;
      case 'list_item_close':
        items.pop();
        break;
      case 'table_open':
        firstRow = true;
        break;
      case 'tr_open':
        row = { line, cells: [], prose: collectProse(line) };
        break;
      case 'tr_close':
        if (row !== null) {
          const { links, images } = row.prose.take();
          add(
            block('row', row.line, row.line, row.cells.join(' | '), {
              links,
              images,
              cells: row.cells,
              header: firstRow,
            }),
          );
        }
        row = null;
        firstRow = false;
        break;
      case 'fence':
      case 'code_block':
        add(
          block('code', line, endLine, token.content, {
            language: (token.info.trim().split(/[\s{,]/)[0] ?? '').toLowerCase(),
          }),
        );
        break;
      case 'html_block':
        readHtml(token.content, line, add);
        break;
      case 'inline':
        if (row !== null) {
          const before = row.prose;
          inline(token, before, add);
          const taken = before.take();
          row.cells.push(taken.text.trim());
          // The row keeps links and pictures of all its cells.
          for (const link of taken.links) {
            before.openLink(link.url);
            before.text(link.text);
            before.closeLink();
          }
          for (const image of taken.images) before.image(image.url, image.alt);
        } else {
          const prose = collectProse(line);
          inline(token, prose, add);
          const taken = prose.take();
          const item = items.at(-1);
          if (heading > 0)
            add(
              block('heading', line, endLine, flat(taken.text), {
                ...taken,
                text: flat(taken.text),
                level: heading,
              }),
            );
          else if (item !== undefined && !item.used) {
            item.used = true;
            const task = /^\s*\[([ xX])\]\s+/.exec(taken.text);
            const text = task === null ? taken.text : taken.text.slice(task[0].length);
            add(
              block('item', line, endLine, text.trim(), {
                ...taken,
                text: text.trim(),
                checked: task === null ? null : task[1] !== ' ',
              }),
            );
          } else add(block('paragraph', line, endLine, taken.text, taken));
        }
        break;
      default:
        break;
    }
  }
  return blocks;
}

async function load(): Promise<Parser> {
  const { default: Markdown } = await import('markdown-it');
  const markdown = new Markdown({ html: true, linkify: true });
  // 'main.py' is a file, not a site in Paraguay.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  return markdown;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function inline(token: Token, prose: Prose, add: (found: Block) => void): void {
  for (const child of token.children ?? []) {
    switch (child.type) {
      case 'text':
      case 'code_inline':
        prose.text(child.content);
        break;
      case 'softbreak':
      case 'hardbreak':
        prose.newLine();
        break;
      case 'link_open':
        prose.openLink(String(child.attrGet('href') ?? ''));
        break;
      case 'link_close':
        prose.closeLink();
        break;
      case 'image':
        prose.image(String(child.attrGet('src') ?? ''), child.content);
        break;
      case 'html_inline':
        htmlInto(child.content, prose, add);
        break;
      default:
        break;
    }
  }
}

function htmlInto(html: string, prose: Prose, add: (found: Block) => void): void {
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
function readHtml(html: string, startLine: number, add: (found: Block) => void): void {
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
