/** What the repository's documents say: README, docs, their diagrams, media, promises and addresses. */
import type { Location, Note } from '../../model.ts';
import { baseName, folderOf, type TextFile } from '../../reading/text-file.ts';
import { type BuiltDocument, buildDocument } from './build.ts';
import { type DiagramFile, diagramFilesAmong } from './diagram-files.ts';
import { type Document, type ListItem, MORE_THAN_TITLE } from './document.ts';
import { drawnElsewhere } from './elsewhere.ts';
import { type Media, mediaOf } from './media.ts';
import { isUnchanged, type Placeholder, placeholdersOf } from './placeholders.ts';
import { promisesOf } from './promises.ts';
import { type Says, saysOf } from './says.ts';
import { targetsIn } from './targets.ts';
import { type PublicUrl, urlsOf } from './urls.ts';

export type { Document } from './document.ts';
export type { Media } from './media.ts';
export type { Placeholder } from './placeholders.ts';
export type { PublicUrl } from './urls.ts';

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
const DOCUMENT = /\.(?:md|mdx|markdown|rst|adoc|asciidoc)$/i;
const README = /^readme(?:\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|org))?$/i;
/** Not about the program: instructions to assistants, legal texts, lists of changes. */
const ASIDE =
  /^(?:claude|agents?|gemini|copilot-instructions|changelog|changes|history|licen[cs]e|code_of_conduct|security|authors|notice)\.\w+$/i;
/** Manifests: what has one is a part of the program. */
const PROGRAM =
  /(?:^|\/)(?:package\.json|pyproject\.toml|requirements[\w.-]*\.txt|setup\.py|Pipfile|go\.mod|Cargo\.toml|pom\.xml|[\w.-]+\.csproj)$/;
const OTHERS =
  /(?:^|\/)(?:node_modules|venv|\.venv|env|site-packages|vendor|third_party|dist|build|\.git|__pycache__)\//i;
/** Reads the documents among `files`; `paths` are all paths of the repository, so that links can be followed. */
export async function readDocumentation(
  files: readonly TextFile[],
  paths: readonly string[],
): Promise<Documentation> {
  const top = onlyFolder([...paths, ...files.map(({ path }) => path)]);
  const chosen = documentsAmong(files, top);
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
  const first = chosen[0];
  const atTop = first !== undefined && isReadme(first.path.slice(top.length));
  const root = atTop ? built[0] : undefined;
  const part = root && !isBare(root.document) ? undefined : partReadme(built, chosen, paths);
  const main = part ?? root;
  const readmeFile = chosen.find(({ path }) => path === main?.document.path) ?? null;
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
      ...diagramFilesAmong(own, files),
      ...(await drawnElsewhere(files, new Set(documents.map(({ path }) => path)))),
    ],
    media: mediaOf(documents, paths, own),
    publicUrls: urlsOf(
      // A template that was left as it is leads to its own demo.
      main && !isUnchanged(main.document, readmeFile?.text ?? '') ? main.document : null,
      readmeFile?.text ?? '',
      manifestsAmong(files),
    ),
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

/** Nothing but a title. */
function isBare({ words, headings, codeBlocks }: Document): boolean {
  return words < MORE_THAN_TITLE && headings.length < 2 && codeBlocks.length === 0;
}

/** Where the root has none, or a bare title: the longest README of a part of the program, unless a tool wrote it. */
function partReadme(
  built: readonly BuiltDocument[],
  files: readonly TextFile[],
  paths: readonly string[],
): BuiltDocument | undefined {
  const parts = built.filter(({ document }, index) => {
    const folder = folderOf(document.path);
    return (
      README.test(baseName(document.path)) &&
      paths.some((path) => path.startsWith(`${folder}/`) && PROGRAM.test(path)) &&
      placeholdersOf(document, files[index]?.text ?? '').every(({ kind }) => kind !== 'template')
    );
  });
  return [...parts].sort((a, b) => b.document.words - a.document.words)[0];
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

function manifestsAmong(files: readonly TextFile[]): readonly TextFile[] {
  return files
    .filter((file) => /^(?:[^/]+\/)?(?:package\.json|pyproject\.toml)$/.test(file.path))
    .slice(0, 20);
}
