/** One document of the repository, from its text. */

import type { Block } from '../../reading/markdown/block.ts';
import { MAX_BLOCKS, readMarkdown } from '../../reading/markdown/markdown.ts';
import { readPlain } from '../../reading/markdown/plain.ts';
import { linesOf, type TextFile } from '../../reading/text-file.ts';
import { ARROW } from './arrows.ts';
import type { CodeBlock, Diagram, Document, Purpose, Table } from './document.ts';
import { drawingOf, isChain, isDrawing } from './drawing.ts';
import { isBadge, subjectOfPicture } from './pictures.ts';
import { headingsOf, ownProse, type SectionBlocks, sectionsOf, withImpliedHeadings } from './sections.ts';

const MAX_TEXT = 500_000;
const MAX_CODE = 20_000;
const MAX_LISTED = 2_000;
const MAX_ROWS = 200;
const MAX_DRAWN = 300;
const MAX_ANNOUNCED = 300;

export interface BuiltDocument {
  readonly document: Document;
  readonly sections: readonly SectionBlocks[];
  /** Only the beginning was read. */
  readonly cut: boolean;
}

export type Target = (documentPath: string, url: string) => string | null;

/** Reads one document. Never throws on its content. */
export async function buildDocument(file: TextFile, target: Target): Promise<BuiltDocument> {
  const source = withoutFrontMatter(file.text.slice(0, MAX_TEXT));
  const lines = linesOf(source);
  const plain = /\.(?:rst|txt|adoc|asciidoc|org)$/i.test(file.path);
  const read = plain ? readPlain(source) : await readMarkdown(lines.join('\n'));
  const blocks = withImpliedHeadings(read);
  const sections = sectionsOf(blocks, lines.length);
  const each = <Found>(find: (found: Block, section: SectionBlocks) => readonly Found[]): Found[] =>
    sections
      .flatMap((section) => {
        const all = section.opening === null ? section.blocks : [section.opening, ...section.blocks];
        return all.flatMap((found) => find(found, section));
      })
      .slice(0, MAX_LISTED);
  const copied = copiedCaptions(blocks);
  const images = each((found, section) =>
    found.images.map((image) => {
      const committed = target(file.path, image.url);
      const exists =
        committed !== null ||
        (/^(?:https?:)?\/\//i.test(image.url) && !/^https?:\/\/#/.test(image.url)) ||
        image.url.startsWith('data:image/');
      return {
        alt: copied.has(image.alt) ? '' : image.alt,
        url: image.url,
        line: image.line,
        section: section.heading,
        exists,
        target: committed,
        announced: announcedBy(found, section),
      };
    }),
  );
  const codeBlocks = each((found, section): CodeBlock[] =>
    found.kind === 'code'
      ? [
          {
            language: found.language,
            text: found.text.slice(0, MAX_CODE),
            line: found.line,
            endLine: found.endLine,
            section: section.heading,
          },
        ]
      : [],
  );
  const headings = headingsOf(read);
  const document: Document = {
    path: file.path,
    title: headings[0]?.text ?? '',
    headings,
    sections: sections.map(({ blocks: _, opening: __, ...section }) => section),
    words: sections.reduce((sum, section) => sum + section.words, 0),
    links: each((found, section) =>
      found.links.map((link) => ({
        text: link.text,
        url: link.url,
        line: link.line,
        image: link.pictures.length > 0,
        badge: link.pictures.some(isBadge),
        section: section.heading,
      })),
    ),
    images,
    codeBlocks,
    diagrams: [...diagramsOf(sections, lines), ...pictured(images, sections)]
      .sort((a, b) => a.line - b.line)
      .slice(0, MAX_LISTED),
    paragraphs: each((found, section) => {
      const text = found.kind === 'paragraph' ? ownProse(found) : '';
      return text === '' ? [] : [{ text: text.slice(0, 4_000), line: found.line, section: section.heading }];
    }),
    listItems: each((found, section) =>
      found.kind === 'item'
        ? [
            {
              text: found.text.slice(0, 1_000),
              line: found.line,
              section: section.heading,
              checked: found.checked,
            },
          ]
        : [],
    ),
    comments: each((found) =>
      found.kind === 'comment' ? [{ text: found.text.slice(0, 1_000), line: found.line }] : [],
    ),
    tables: tablesOf(blocks),
  };
  return { document, sections, cut: file.text.length > MAX_TEXT || read.length >= MAX_BLOCKS };
}

/** The end of what stands around a picture or right above it: "… is illustrated in the image below". */
function announcedBy(found: Block, { blocks }: SectionBlocks): string {
  const own = ownProse(found).trim();
  const above = blocks[blocks.indexOf(found) - 1];
  const said = own !== '' || above === undefined || above.images.length > 0 ? own : ownProse(above);
  return said.slice(-MAX_ANNOUNCED);
}

/** What several pictures are called is no name of any of them: the line was copied. */
function copiedCaptions(blocks: readonly Block[]): ReadonlySet<string> {
  const shown = new Map<string, string>();
  const copied = new Set<string>();
  for (const { alt, url } of blocks.flatMap(({ images }) => images)) {
    if (shown.has(alt) && shown.get(alt) !== url) copied.add(alt);
    shown.set(alt, url);
  }
  return copied;
}

/** A branch of a tree. */
const GROWS = /^\s*[├└│]/;

function diagramsOf(sections: readonly SectionBlocks[], lines: readonly string[]): readonly Diagram[] {
  const diagrams: Diagram[] = [];
  const inCode = new Set<number>();
  for (const section of sections) {
    for (const found of section.blocks) {
      if (found.kind === 'comment' || found.kind === 'row' || found.kind === 'code')
        for (let line = found.line; line <= found.endLine && line <= lines.length; line += 1)
          inCode.add(line);
      if (found.kind !== 'code') continue;
      const drawing = drawingOf(found.text, found.language, section.purposes, section.heading);
      if (drawing !== null) diagrams.push({ ...drawing, line: found.line });
    }
  }
  // Drawings that stand between paragraphs without a code block.
  for (let start = 0; start < lines.length && diagrams.length < MAX_DRAWN; start += 1) {
    let end = start;
    // The names between two arrows are lines without any drawing of their own.
    while (end < lines.length && end < start + 200 && !inCode.has(end + 1)) {
      const own = lines[end] ?? '';
      const after = lines[end + 1] ?? '';
      // Of a tree whose lines stand apart, an empty one is no end.
      const between =
        end > start &&
        (own.trim() !== '' ? isDrawing(after) : GROWS.test(after) && GROWS.test(lines[end - 1] ?? ''));
      if (!isDrawing(own) && !between) break;
      end += 1;
    }
    if (end === start) continue;
    const section = sections.findLast((one) => one.line <= start + 1);
    // "Client → Gateway" right above the branches is where they grow.
    const root = ARROW.test(lines[start - 1] ?? '') && !inCode.has(start) ? 1 : 0;
    const run = lines.slice(start - root, end).join('\n');
    const drawing =
      end - start < 2 ? null : drawingOf(run, '', section?.purposes ?? ['other'], section?.heading ?? '');
    if (drawing !== null) diagrams.push({ ...drawing, line: start - root + 1 });
    start = end;
  }
  for (const { purposes, blocks } of sections) {
    if (!purposes.includes('architecture') || diagrams.length >= MAX_DRAWN) continue;
    for (const { kind, text, line } of blocks)
      if (kind === 'paragraph' && text.split('\n').some(isChain))
        diagrams.push({ kind: 'ascii', what: 'architecture', line });
  }
  return diagrams;
}

function pictured(images: Document['images'], sections: readonly SectionBlocks[]): readonly Diagram[] {
  const purposes = new Map<string, readonly Purpose[]>(
    sections.map((section) => [section.heading, section.purposes]),
  );
  return images.flatMap((image): Diagram[] => {
    if (!image.exists) return [];
    const what = subjectOfPicture(
      image.alt,
      image.url,
      image.section,
      purposes.get(image.section) ?? [],
      image.announced,
    );
    return what === 'other' ? [] : [{ kind: 'image', what, line: image.line }];
  });
}

function tablesOf(blocks: readonly Block[]): readonly Table[] {
  const tables: {
    line: number;
    header: readonly string[];
    rows: { line: number; cells: readonly string[] }[];
  }[] = [];
  for (const found of blocks) {
    if (found.kind !== 'row') continue;
    if (found.header) tables.push({ line: found.line, header: found.cells, rows: [] });
    else if ((tables.at(-1)?.rows.length ?? MAX_ROWS) < MAX_ROWS)
      tables.at(-1)?.rows.push({ line: found.line, cells: found.cells });
  }
  return tables.slice(0, MAX_ROWS);
}

/** YAML before the text (Hugging Face, Jekyll) is no prose; its lines stay, emptied. */
function withoutFrontMatter(text: string): string {
  const match = /^\uFEFF?---[ \t]*\r?\n[\s\S]{0,8000}?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null || !/^[\w-]+:/m.test(match[0])) return text.replace(/^\uFEFF/, '');
  return match[0].replace(/[^\n]/g, '') + text.slice(match[0].length);
}
