/** READMEs that are not Markdown (reStructuredText, AsciiDoc, plain text), line by line. */
import { linesOf } from '../text-file.ts';
import { type Block, type BlockImage, type BlockLink, block } from './block.ts';

const UNDERLINE = /^([=\-~^"'#*+.])\1{2,}\s*$/;
const LEVELS = '=-~^"\'#*+.';
const MAX_LINE = 2_000;
const MAX_LINES = 10_000;

/** Blocks in document order. Understands underlined and `==` headings, literal blocks, list items, links, pictures. */
export function readPlain(text: string): readonly Block[] {
  const lines = linesOf(text).slice(0, MAX_LINES);
  const blocks: Block[] = [];
  let paragraph: { line: number; lines: string[] } | null = null;
  const flush = (): void => {
    if (paragraph === null) return;
    const source = paragraph.lines.join('\n');
    const kind = /^\s*(?:[-*•]|\d{1,3}[.)])\s/.test(source) ? 'item' : 'paragraph';
    const words = source.replace(/^\s*(?:[-*•]|\d{1,3}[.)])\s+/, '');
    const found = linksOf(source, paragraph.line);
    blocks.push(block(kind, paragraph.line, paragraph.line + paragraph.lines.length - 1, words, found));
    paragraph = null;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').slice(0, MAX_LINE);
    const next = lines[index + 1] ?? '';
    const number = index + 1;
    const marked = /^(={1,6}|#{1,6})\s+(\S.*)$/.exec(line);
    if (line.trim() === '') flush();
    else if (marked !== null) {
      flush();
      blocks.push(block('heading', number, number, marked[2] ?? '', { level: (marked[1] ?? '').length }));
    } else if (
      UNDERLINE.test(next) &&
      !UNDERLINE.test(line) &&
      next.trim().length >= line.trim().length - 2
    ) {
      flush();
      const level = Math.min(6, LEVELS.indexOf(next[0] ?? '=') + 1);
      blocks.push(block('heading', number, number + 1, line.trim(), { level }));
      index += 1;
    } else if (/^(?:----+|\.\.\.\.+|```.*)$/.test(line.trim())) {
      flush();
      const fence = line.trim().slice(0, 3);
      index = literal(lines, index + 1, blocks, '', (inner) => inner.trim().startsWith(fence)) + 1;
    } else if (/^\.\.\s+(?:code-block|code|sourcecode)::/.test(line) || /^(?:[^.].*)?::\s*$/.test(line)) {
      if (!line.startsWith('..')) paragraph = continued(paragraph, line, number);
      flush();
      const language = /::\s*(\S+)\s*$/.exec(line)?.[1] ?? '';
      index = literal(lines, index + 1, blocks, language, (inner) => /^\S/.test(inner));
    } else if (/^\.\.\s/.test(line) && !/^\.\.\s+(?:image|figure)::/.test(line)) {
      flush();
      if (!/^\.\.\s+[\w|_].*(?:::|:\s)/.test(line)) blocks.push(block('comment', number, number, line));
    } else {
      if (/^\s*(?:[-*•]|\d{1,3}[.)])\s/.test(line)) flush();
      paragraph = continued(paragraph, line, number);
    }
  }
  flush();
  return blocks;
}

function continued(
  paragraph: { line: number; lines: string[] } | null,
  line: string,
  number: number,
): { line: number; lines: string[] } {
  if (paragraph === null) return { line: number, lines: [line] };
  paragraph.lines.push(line);
  return paragraph;
}

/** Reads lines into a code block until `ends`; returns the index of the last line taken. */
function literal(
  lines: readonly string[],
  start: number,
  blocks: Block[],
  language: string,
  ends: (line: string) => boolean,
): number {
  let index = start;
  while (index < lines.length && !ends(lines[index] ?? '')) index += 1;
  const text = lines.slice(start, index).join('\n');
  if (text.trim() !== '') blocks.push(block('code', start, index, `${text}\n`, { language }));
  return index - 1;
}

function linksOf(
  source: string,
  line: number,
): { links: readonly BlockLink[]; images: readonly BlockImage[] } {
  const links: BlockLink[] = [];
  const images: BlockImage[] = [];
  source.split('\n').forEach((text, offset) => {
    const at = line + offset;
    const picture =
      /^\.\.\s+(?:\|[^|]{1,80}\|\s+)?(?:image|figure)::\s*(\S+)|\bimage::?([^\s[]{1,500})\[([^\]]{0,200})/.exec(
        text,
      );
    if (picture !== null)
      images.push({ url: picture[1] ?? picture[2] ?? '', alt: picture[3] ?? '', line: at });
    else
      for (const match of text.matchAll(/https?:\/\/[^\s<>"'`\])]{1,500}/g)) {
        const title = /[`[]?([^`<>[\]]{0,100})[`<\s]*$/.exec(text.slice(0, match.index))?.[1] ?? '';
        links.push({ text: title.trim(), url: match[0].replace(/[.,;:!?]+$/, ''), line: at, pictures: [] });
      }
  });
  return { links, images };
}
