/** Reads the files that matter, one after the other: code becomes facts at once, other texts stay texts. */

import type { Note } from '../model.ts';
import { bounded, MOST_OF_A_PROGRAM, weightOf } from '../program/bounds.ts';
import type { CodeFile } from '../program/file.ts';
import type { LinkedFile } from '../program/link/link.ts';
import type { Role } from '../program/program.ts';
import type { PythonParser } from '../program/python/python.ts';
import type { PythonWasm } from '../program/python/runtime.ts';
import { isMarkup } from '../reading/markup.ts';
import { baseName, linesOf, type TextFile } from '../reading/text-file.ts';
import type { Repository } from '../repository/repository.ts';
import type { SourceLines } from './lines.ts';
import { fewNotes } from './notes.ts';
import { isReport } from './operations/coverage/reports.ts';
import { isScanned } from './operations/coverage/scan.ts';
import { isSettings } from './operations/coverage/settings.ts';
import { foreignLanguages } from './project/foreign.ts';
import type { FileRole, RepositoryFile } from './project/roles.ts';
import { notReadAtAll, readInPart, type Unread, unreadFile, unreadLanguage } from './unread.ts';

/** The parsers' bytes, from wherever the program runs; asked for only where there is something to parse. */
export interface Grammars {
  readonly python: () => Promise<PythonWasm>;
}

export interface Sources {
  readonly code: readonly LinkedFile[];
  /** Configuration and documentation. */
  readonly texts: readonly TextFile[];
  readonly notes: readonly Note[];
  /** In the order in which it was met. */
  readonly unread: readonly Unread[];
}

/** What was read before, by path: a file with the same text is not parsed again. */
export type SourceMemory = Map<string, { readonly text: string; readonly file: CodeFile }>;

type Extractor = (path: string, text: string) => CodeFile;

/** Facts and all that is read off them take some fifty times the room of their code: with this an audit needs 300 MB. */
const CODE_BUDGET = 3_000_000;
const TEXT_BUDGET = 16_000_000;

const CODE_ROLES: Readonly<Record<FileRole, Role | null>> = {
  application: 'application',
  test: 'test',
  example: 'example',
  migration: 'migration',
  generated: null,
  vendored: null,
  artifact: null,
};
const PYTHON = /\.pyw?$/i;
const NOTEBOOK = /\.ipynb$/i;
const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/i;
/** Their markup is read beside their script. */
const SINGLE_FILE = /\.(?:vue|svelte)$/i;
/** A page with more is data: an exported chart, a bundle written into it. */
const LARGEST_PAGE = 400_000;
const LONGEST_LINE = 5_000;
/** Bytes of a command without an extension. */
const LARGEST_START = 64_000;

export async function readSources(
  repository: Repository,
  files: readonly RepositoryFile[],
  grammars: Grammars,
  lines: SourceLines,
  memory?: SourceMemory,
): Promise<Sources> {
  const code: LinkedFile[] = [];
  const texts: TextFile[] = [];
  const notes: Note[] = [];
  const extractorOf = extractors(grammars);
  let codeLeft = CODE_BUDGET;
  let textLeft = TEXT_BUDGET;
  let weightLeft = MOST_OF_A_PROGRAM;
  const unread: Unread[] = [];
  const missed = (one: Unread | null): void => {
    if (one) unread.push(one);
  };
  const foreign = foreignLanguages(files);
  if (foreign.length > 0) notes.push(notReadAtAll(foreign));
  let beyond = 0;
  for (const file of applicationFirst(files)) {
    const role = CODE_ROLES[file.role];
    let wanted = role === null ? null : languageOf(file);
    missed(unreadLanguage(file, foreign));
    if (file.kind === 'page' && file.role === 'application' && !isMarkup(file.path))
      missed(unreadFile(file, 'its language is not read'));
    const named = wanted !== null || isText(file);
    if (!named && (role === null || !mayStart(file))) continue;
    const left = wanted === null ? textLeft : codeLeft;
    if (file.size > left) {
      beyond += 1;
      missed(unreadFile(file, 'the limit for all files together was reached'));
      continue;
    }
    const read = await repository.read(file.path);
    if ('unreadable' in read) {
      if (file.link || !named) continue;
      notes.push({ path: file.path, line: null, text: `not read: ${read.unreadable}` });
      missed(unreadFile(file, read.unreadable));
      continue;
    }
    if (!named) {
      wanted = startedBy(read.text);
      if (wanted === null) continue;
    }
    lines.keep(file.path, read.text);
    if (file.kind === 'page' && !hasScript(read.text)) wanted = null;
    if (wanted === null || role === null) {
      textLeft -= read.text.length;
      texts.push({ path: file.path, text: read.text });
      continue;
    }
    codeLeft -= read.text.length;
    if (isReadAsText(file.path) || isPage(file)) texts.push({ path: file.path, text: read.text });
    const known = memory?.get(file.path);
    const found =
      known?.text === read.text ? known.file : bounded((await extractorOf(wanted))(file.path, read.text));
    memory?.set(file.path, { text: read.text, file: found });
    weightLeft -= weightOf(found);
    if (weightLeft < 0) {
      beyond += 1;
      missed(unreadFile(file, 'the limit for all files together was reached'));
      continue;
    }
    code.push({ file: found, role });
    const [error] = found.errors;
    if (error) {
      notes.push({ path: file.path, line: error.line, text: `did not parse here: ${error.reason}` });
      missed(readInPart(file, `line ${error.line} does not parse`));
    }
    for (const { line, reason } of found.cuts ?? []) {
      notes.push({ path: file.path, line, text: `not read whole: ${reason}` });
      missed(readInPart(file, reason));
    }
  }
  if (beyond > 0) {
    const limit = `${CODE_BUDGET / 1e6} MB of code with ${MOST_OF_A_PROGRAM} calls and statements, and ${TEXT_BUDGET / 1e6} MB of other text`;
    const files = beyond === 1 ? '1 file was' : `${beyond} files were`;
    notes.push({ path: null, line: null, text: `${files} not read: the limit is ${limit}` });
  }
  return { code, texts, notes: fewNotes(notes, 'files could not be read whole'), unread };
}

/** Where not everything can be read, it is the tests and examples that stay unread. */
function applicationFirst(files: readonly RepositoryFile[]): readonly RepositoryFile[] {
  const isApplication = (file: RepositoryFile): boolean => file.role === 'application';
  return [...files.filter(isApplication), ...files.filter((file) => !isApplication(file))];
}

type Kind = 'python' | 'notebook' | 'script';

function languageOf(file: RepositoryFile): Kind | null {
  if (file.kind === 'notebook' || NOTEBOOK.test(file.path)) return 'notebook';
  if (file.kind === 'page')
    return isMarkup(file.path) && file.size <= LARGEST_PAGE && file.role === 'application' ? 'script' : null;
  if (file.kind !== 'code') return null;
  if (PYTHON.test(file.path)) return 'python';
  return SCRIPT.test(file.path) ? 'script' : null;
}

/** A file without an extension may be a command: only its first line says in which language. */
function mayStart({ path, kind, role, size }: RepositoryFile): boolean {
  return kind === 'other' && role === 'application' && size <= LARGEST_START && !baseName(path).includes('.');
}

function startedBy(text: string): Kind | null {
  const [, name = ''] = /^#!.{0,100}?\b(python|node|deno|bun|tsx)/.exec(text.slice(0, 200)) ?? [];
  if (name === '') return null;
  return name === 'python' ? 'python' : 'script';
}

/** What the readers of configuration and documentation may want: lock files, coverage results and committed mistakes too. */
function isText(file: RepositoryFile): boolean {
  if (file.role === 'vendored') return false;
  if ((file.kind === 'page' || file.kind === 'style') && file.size <= LARGEST_PAGE)
    return file.role === 'application' || isReport(file.path);
  if (file.kind === 'configuration' || file.kind === 'documentation' || isReport(file.path)) return true;
  // Of languages without a parser a rule can still ask for text.
  if (file.kind === 'code') return languageOf(file) === null;
  return KEY_FILE.test(file.path) && file.size <= MOST_OF_A_KEY;
}

function isPage(file: RepositoryFile): boolean {
  return file.role === 'application' && (file.kind === 'page' || SINGLE_FILE.test(file.path));
}

/** A script of its own, written by hand: `<script src>` has none, and nobody writes lines of thousands of characters. */
function hasScript(text: string): boolean {
  if (!/<script(?![^>]{0,500}\ssrc\s*=)/i.test(text)) return false;
  return linesOf(text).every((line) => line.length <= LONGEST_LINE);
}

/** Files that are keys, under the names that their makers give them. */
const KEY_FILE =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]*\.(?:pem|key|p8|ppk)|\.(?:pypirc|netrc|npmrc|pgpass)|[^/]*(?:credential|service[-_]?account|client[-_]?secret|adminsdk|secret)[^/]*\.json)$/i;
/** Bytes. */
const MOST_OF_A_KEY = 64_000;

/** One extractor per language, loaded when the first file needs it: the parser of TypeScript alone takes 350 ms. */
function extractors(grammars: Grammars): (kind: Kind) => Promise<Extractor> {
  let python: Promise<PythonParser> | undefined;
  const loadPython = async (): Promise<PythonParser> => {
    const [module, wasm] = await Promise.all([import('../program/python/python.ts'), grammars.python()]);
    return module.loadPython(wasm);
  };
  const known = new Map<Kind, Promise<Extractor>>();
  const load = async (kind: Kind): Promise<Extractor> => {
    if (kind === 'script') return (await import('../program/typescript/typescript.ts')).readTypeScript;
    python ??= loadPython();
    const parser = await python;
    if (kind === 'python') return (path, text) => parser.read(path, text);
    const { readNotebook } = await import('../program/notebook/notebook.ts');
    return (path, text) => readNotebook(path, text, parser);
  };
  return (kind) => {
    const loaded = known.get(kind) ?? load(kind);
    known.set(kind, loaded);
    return loaded;
  };
}

/** Code that configures: `setup.py` declares dependencies, `jest.config.js` or `noxfile.py` a coverage threshold. */
function isReadAsText(path: string): boolean {
  return baseName(path) === 'setup.py' || isSettings(path) || isScanned(path);
}
