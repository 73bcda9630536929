/** Markdown (with the HTML inside it) to blocks. */
import type MarkdownIt from 'markdown-it';
import { type Block, block } from './block.ts';
import { flat, htmlInto, readHtml } from './html-blocks.ts';
import { collectProse, type Prose } from './prose.ts';

type Parser = InstanceType<typeof MarkdownIt>;
type Token = ReturnType<Parser['parse']>[number];

/** Blocks read of one document; a long handbook has a thousand. */
export const MAX_BLOCKS = 6_000;

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
