/** Collects running text with the links and pictures in it; Markdown and HTML inside Markdown feed the same one. */
import type { BlockImage, BlockLink } from './block.ts';

export interface Prose {
  line: number;
  text(text: string): void;
  newLine(): void;
  image(url: string, alt: string): void;
  /** Links do not nest: an inner one is dropped, as browsers do. */
  openLink(url: string): void;
  closeLink(): void;
  /** What was collected since the last call. An open link stays open. */
  take(): { text: string; links: readonly BlockLink[]; images: readonly BlockImage[] };
}

const MAX_PARTS = 20_000;

export function collectProse(startLine: number): Prose {
  let parts: string[] = [];
  let links: BlockLink[] = [];
  let images: BlockImage[] = [];
  let open: { url: string; line: number; text: string; pictures: string[] } | null = null;
  const prose: Prose = {
    line: startLine,
    text(text) {
      if (parts.length < MAX_PARTS) parts.push(text);
      if (open !== null && open.text.length < 500) open.text += text;
    },
    newLine() {
      prose.line += 1;
      prose.text('\n');
    },
    image(url, alt) {
      if (images.length < MAX_PARTS) images.push({ alt, url, line: prose.line });
      if (open !== null) {
        open.pictures.push(url);
        open.text += alt;
      }
    },
    openLink(url) {
      if (open === null) open = { url, line: prose.line, text: '', pictures: [] };
    },
    closeLink() {
      if (open === null) return;
      if (links.length < MAX_PARTS) {
        const text = open.text.replace(/\s+/g, ' ').trim();
        links.push({ text, url: open.url, line: open.line, pictures: open.pictures });
      }
      open = null;
    },
    take() {
      const taken = { text: parts.join(''), links, images };
      parts = [];
      links = [];
      images = [];
      return taken;
    },
  };
  return prose;
}
