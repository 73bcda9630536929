/** What one document says: the shapes that its readers fill and the checks ask. Lines count from 1. */

/** What a section is for. `prerequisites` are kept apart from `setup`: naming Python 3.12 sets nothing up. */
export type Purpose =
  | 'description'
  | 'features'
  | 'prerequisites'
  | 'setup'
  | 'usage'
  | 'roadmap'
  | 'architecture'
  | 'data-model'
  | 'structure'
  | 'deployment'
  | 'demo'
  | 'testing'
  | 'contact'
  | 'license'
  | 'other';

/** Words from which on a README is more than its title. */
export const MORE_THAN_TITLE = 12;

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
  readonly line: number;
  /** GitHub's anchor. */
  readonly id: string;
}

export interface Section {
  /** '' before the first heading. */
  readonly heading: string;
  readonly level: number;
  /** Never empty; taken from the section above where its own heading says nothing. */
  readonly purposes: readonly Purpose[];
  readonly line: number;
  readonly endLine: number;
  /** Words of its own prose, subsections not counted. */
  readonly words: number;
  /** Its own prose, at most 4 000 characters. */
  readonly text: string;
}

export interface DocumentLink {
  readonly text: string;
  readonly url: string;
  readonly line: number;
  /** What it wraps is a picture. */
  readonly image: boolean;
  /** What it wraps is a badge. */
  readonly badge: boolean;
  /** Heading of the section it stands in. */
  readonly section: string;
}

export interface DocumentImage {
  readonly alt: string;
  readonly url: string;
  readonly line: number;
  readonly section: string;
  /** A committed file, or an http(s) address. */
  readonly exists: boolean;
  /** Path inside the repository, where it is one of its files. */
  readonly target: string | null;
  /** What is said right before it, in its section. */
  readonly announced: string;
}

export interface CodeBlock {
  /** First word of the info string, lower case; '' where none is given. */
  readonly language: string;
  /** At most 20 kB. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  readonly section: string;
}

export type DiagramKind = 'mermaid' | 'plantuml' | 'ascii' | 'tree' | 'image';
export type DiagramSubject = 'architecture' | 'structure' | 'data-model' | 'screenshot' | 'other';

export interface Diagram {
  readonly kind: DiagramKind;
  readonly what: DiagramSubject;
  readonly line: number;
}

export interface ListItem {
  readonly text: string;
  readonly line: number;
  readonly section: string;
  /** A task list's box; null for an ordinary item. */
  readonly checked: boolean | null;
}

export interface Line {
  readonly text: string;
  readonly line: number;
}

export interface Table {
  readonly line: number;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export interface Document {
  readonly path: string;
  /** The first heading, '' without one. */
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  /** Words of its own prose: no code blocks, file trees, comments, badges, addresses. */
  readonly words: number;
  readonly links: readonly DocumentLink[];
  readonly images: readonly DocumentImage[];
  readonly codeBlocks: readonly CodeBlock[];
  readonly diagrams: readonly Diagram[];
  readonly paragraphs: readonly { readonly text: string; readonly line: number; readonly section: string }[];
  readonly listItems: readonly ListItem[];
  /** HTML comments: not content. */
  readonly comments: readonly Line[];
  readonly tables: readonly Table[];
}
