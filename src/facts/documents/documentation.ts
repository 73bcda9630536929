/** What the repository's documents say: README, docs, their diagrams, media, promises and addresses. */
import type { Location, Note } from '../../model.ts';
import { baseName, folderOf, type TextFile } from '../../reading/text-file.ts';
import { buildDocument } from './build.ts';
import type { DiagramSubject, Document, ListItem } from './document.ts';
import { drawnElsewhere } from './elsewhere.ts';
import { type Media, mediaOf } from './media.ts';
import { subjectOfPicture } from './pictures.ts';
import { type Placeholder, placeholdersOf } from './placeholders.ts';
import { promisesOf } from './promises.ts';
import { type Says, saysOf } from './says.ts';
import { targetsIn } from './targets.ts';
import { type PublicUrl, urlsOf } from './urls.ts';
import { mentions, normalise } from './vocabulary.ts';

export type { Document } from './document.ts';
export type { Media } from './media.ts';
export type { Placeholder } from './placeholders.ts';
export type { PublicUrl } from './urls.ts';

/** A committed file that is a diagram by its format or by its name, or a drawing in a text that is none of `documents`. */
export interface DiagramFile {
  readonly path: string;
  readonly kind:
    | 'drawio'
    | 'mermaid'
    | 'plantuml'
    | 'excalidraw'
    | 'graphviz'
    | 'image'
    | 'document'
    | 'text';
  readonly what: DiagramSubject;
  readonly line: number;
}

export interface Documentation {
  readonly readme: Document | null;
  /** README first, then the root's documents, docs/, READMEs of folders: at most 60. */
  readonly documents: readonly Document[];
  /** Of the README; all null without one. */
  readonly says: Says;
  readonly features: readonly (ListItem & Location)[];
  readonly roadmap: readonly (ListItem & Location)[];
  /** Of the README. */
  readonly placeholders: readonly Placeholder[];
  readonly diagramFiles: readonly DiagramFile[];
  readonly media: readonly Media[];
  /** Of the README and the manifests. */
  readonly publicUrls: readonly PublicUrl[];
  readonly notes: readonly Note[];
}

const MAX_DOCUMENTS = 60;
const MAX_DIAGRAM_FILES = 100;
const DOCUMENT = /\.(?:md|mdx|markdown|rst|adoc|asciidoc)$/i;
const README = /^readme(?:\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|org))?$/i;
/** Not about the program: instructions to assistants, legal texts, lists of changes. */
const ASIDE =
  /^(?:claude|agents?|gemini|copilot-instructions|changelog|changes|history|licen[cs]e|code_of_conduct|security|authors|notice)\.\w+$/i;
const OTHERS =
  /(?:^|\/)(?:node_modules|venv|\.venv|env|site-packages|vendor|third_party|dist|build|\.git|__pycache__)\//i;
const FORMATS: readonly (readonly [RegExp, DiagramFile['kind']])[] = [
  [/\.drawio(?:\.(?:xml|png|svg))?$|\.dio$/i, 'drawio'],
  [/\.mmd$|\.mermaid$/i, 'mermaid'],
  [/\.puml$|\.plantuml$/i, 'plantuml'],
  [/\.excalidraw(?:\.(?:png|svg))?$/i, 'excalidraw'],
  [/\.(?:dot|gv)$/i, 'graphviz'],
];

/** Pages that no reader here opens; one named for the design of a system draws it. */
const PAGES = /\.(?:pdf|pptx?|odp|docx|odt|vsdx)$/i;
const DESIGN = [
  'architect*',
  'arquitect*',
  'arquitet*',
  'architektur',
  'diagram*',
  'diagrama*',
  'system design',
  'design doc*',
  'technical design',
  'software design',
  'high level design',
  'hld',
];

/** A picture deeper down that no document shows is a part of something else, unless its folder is for pictures. */
const MAX_DEPTH = 3;
const SHOWN =
  /(?:^|\/)(?:docs?|documentation|documents|images?|img|imgs|assets|diagrams?|architecture|media|screenshots?)\//i;

/** Reads the documents among `files`; `paths` are all paths of the repository, so that links can be followed. */
export async function readDocumentation(
  files: readonly TextFile[],
  paths: readonly string[],
): Promise<Documentation> {
  const top = onlyFolder([...paths, ...files.map(({ path }) => path)]);
  const chosen = documentsAmong(files, top);
  const first = chosen[0];
  const readmeFile = first !== undefined && isReadme(first.path.slice(top.length)) ? first : null;
  const target = targetsIn(paths);
  const notes: Note[] = [];
  const built = [];
  for (const file of chosen.slice(0, MAX_DOCUMENTS)) {
    const one = await buildDocument(file, target);
    if (one.cut)
      notes.push({
        path: file.path,
        line: null,
        text: 'only the beginning was read: it is longer than 500 000 characters or 6 000 blocks',
      });
    built.push(one);
  }
  if (chosen.length > MAX_DOCUMENTS)
    notes.push({
      path: null,
      line: null,
      text: `${chosen.length - MAX_DOCUMENTS} documents beyond the first ${MAX_DOCUMENTS} were not read`,
    });
  const documents = built.map((one) => one.document);
  const main = readmeFile === null ? undefined : built[0];
  const own = paths.filter((path) => !OTHERS.test(path));
  const promises = main === undefined ? { features: [], roadmap: [] } : promisesOf(main.sections);
  const located = (item: ListItem): ListItem & Location => ({ ...item, path: main?.document.path ?? '' });
  return {
    readme: main?.document ?? null,
    documents,
    says:
      main === undefined
        ? { what: null, setup: null, usage: null }
        : saysOf(main.document.path, main.sections),
    features: promises.features.map(located),
    roadmap: promises.roadmap.map(located),
    placeholders:
      main === undefined || readmeFile === null ? [] : placeholdersOf(main.document, readmeFile.text),
    diagramFiles: [
      ...diagramFilesAmong(own),
      ...(await drawnElsewhere(files, new Set(documents.map(({ path }) => path)))),
    ],
    media: mediaOf(documents, paths, own),
    publicUrls: urlsOf(main?.document ?? null, readmeFile?.text ?? '', manifestsAmong(files)),
    notes,
  };
}

/** `project/`, where the whole project lies in it and the root holds settings and the licence alone; else ''. */
function onlyFolder(paths: readonly string[]): string {
  const own = paths.filter((path) => !/^\.|^(?:licen[cs]e|copying|notice)(?:\.\w+)?$/i.test(path));
  const top = /^[^/]+\//.exec(own[0] ?? '')?.[0] ?? '';
  const isProject = own.some((path) => !DOCUMENT.test(path));
  return isProject && own.every((path) => path.startsWith(top)) ? top : '';
}

function isReadme(path: string): boolean {
  return README.test(baseName(path)) && /^(?:\.github|docs)?$/i.test(folderOf(path));
}

/** GitHub shows the root's README, else the one in .github or docs; Markdown before other formats. */
function documentsAmong(files: readonly TextFile[], top: string): readonly TextFile[] {
  const rank = (full: string): number => {
    const path = full.startsWith(top) ? full.slice(top.length) : full;
    const folder = folderOf(path);
    const markdown = /\.(?:md|markdown)$/i.test(path) ? 0 : 0.5;
    if (README.test(baseName(path)))
      return (folder === '' ? 0 : /^(?:\.github|docs)$/i.test(folder) ? 1 : 4) + markdown;
    return folder === '' ? 2 : /(?:^|\/)docs?$/i.test(folder) ? 3 : /(?:^|\/)docs?\//i.test(path) ? 5 : 9;
  };
  return files
    .filter(
      (file) =>
        !OTHERS.test(file.path) &&
        !ASIDE.test(baseName(file.path)) &&
        (DOCUMENT.test(file.path) || README.test(baseName(file.path))),
    )
    .map((file) => ({ file, order: rank(file.path) }))
    .filter(({ order }) => order < 9)
    .sort((a, b) => a.order - b.order || (a.file.path < b.file.path ? -1 : 1))
    .map(({ file }) => file);
}

function diagramFilesAmong(paths: readonly string[]): readonly DiagramFile[] {
  const found: DiagramFile[] = [];
  for (const path of paths) {
    const format = FORMATS.find(([pattern]) => pattern.test(path));
    const subject = subjectOfPicture('', baseName(path), '', []);
    if (format !== undefined)
      found.push({
        path,
        kind: format[1],
        what: subject === 'data-model' ? subject : 'architecture',
        line: 1,
      });
    else if (PAGES.test(path)) {
      if (mentions(normalise(baseName(path)), DESIGN) !== null)
        found.push({ path, kind: 'document', what: 'architecture', line: 1 });
    } else if (
      /\.(?:png|jpe?g|svg|webp|gif)$/i.test(path) &&
      (subject === 'architecture' || subject === 'data-model')
    ) {
      // Pictures of the program's own screens and icons live in source folders.
      const shown = path.split('/').length <= MAX_DEPTH || SHOWN.test(path);
      if (shown && !/(?:^|\/)(?:src|public|static|assets\/icons|node_modules|tests?)\//i.test(path))
        found.push({ path, kind: 'image', what: subject, line: 1 });
    }
  }
  return found.slice(0, MAX_DIAGRAM_FILES);
}

function manifestsAmong(files: readonly TextFile[]): readonly TextFile[] {
  return files
    .filter((file) => /^(?:[^/]+\/)?(?:package\.json|pyproject\.toml)$/.test(file.path))
    .slice(0, 20);
}
