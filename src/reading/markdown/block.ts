/** The common ground of Markdown, reStructuredText and plain text: a document as a flat list of blocks. */

export interface BlockLink {
  readonly text: string;
  readonly url: string;
  readonly line: number;
  /** Addresses of the pictures inside it. */
  readonly pictures: readonly string[];
}

export interface BlockImage {
  readonly alt: string;
  readonly url: string;
  readonly line: number;
}

export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code' | 'comment';
  readonly line: number;
  readonly endLine: number;
  /** Text with its line breaks, without markup; addresses that are their own link text are left in. */
  readonly text: string;
  readonly links: readonly BlockLink[];
  readonly images: readonly BlockImage[];
  /** Headings: 1 to 6. A paragraph that only looks like a heading becomes one of level 6. */
  readonly level: number;
  /** Code blocks. */
  readonly language: string;
  /** Task list items. */
  readonly checked: boolean | null;
  /** Table rows; the first row of a table has `header`. */
  readonly cells: readonly string[];
  readonly header: boolean;
}

/** A block of the given kind with nothing else known of it. */
export function block(
  kind: Block['kind'],
  line: number,
  endLine: number,
  text: string,
  more: Partial<Block> = {},
): Block {
  return {
    kind,
    line,
    endLine,
    text,
    links: [],
    images: [],
    level: 0,
    language: '',
    checked: null,
    cells: [],
    header: false,
    ...more,
  };
}
