/** What is drawn with characters: project trees, diagrams of boxes and arrows, and what only looks like one. */
import { ARROW, ARROWS, DOWN, LEADS_DOWN, LONG_ARROW, VERTICAL } from './arrows.ts';
import type { DiagramKind, DiagramSubject, Purpose } from './document.ts';
import { subjectOf } from './drawing-subject.ts';

const MAX_LINES = 400;
const MAX_LINE = 300;

/** Languages of code blocks that may hold a drawing. */
const DRAWN_LANGUAGES = new Set([
  '',
  'text',
  'txt',
  'plain',
  'plaintext',
  'ascii',
  'asciidoc',
  'diagram',
  'md',
  'markdown',
  'none',
  'console',
  'bash',
  'sh',
  'shell',
  'tree',
  'css',
  'scss',
  'yaml',
  'yml',
  'ini',
  'arduino',
  'graphql',
  'mathematica',
]);
const MERMAID: Readonly<Record<string, DiagramSubject>> = {
  flowchart: 'architecture',
  graph: 'architecture',
  sequencediagram: 'architecture',
  'architecture-beta': 'architecture',
  'block-beta': 'architecture',
  block: 'architecture',
  c4context: 'architecture',
  c4container: 'architecture',
  c4component: 'architecture',
  c4dynamic: 'architecture',
  c4deployment: 'architecture',
  'statediagram-v2': 'architecture',
  statediagram: 'architecture',
  mindmap: 'other',
  erdiagram: 'data-model',
  classdiagram: 'data-model',
};

const TREE_GLYPH = /[├└┝┗│]|^\s*(?:[|+`\\]-{1,3}|\|\s+[|+`\\]-)/;
/** A file below one of them, as the command of Windows lists it: `|   |   main.py`. */
const LISTED = /^[\s|]*\|\s{2,9}[^\s|]+(?:$|\s{2}[^|]*$)/;
const CORNER = /[┌┐└┘╔╗╚╝╭╮╰╯┏┓┗┛]/;
const BOX_TOP = /[┌╔╭┏][─━═ \p{L}\p{N}]*[┐╗╮┓]|\+-{3,}\+/u;
/** A file or folder: something with an extension, with a slash, a dot file, or one of the names without either. */
const FILE_NAME =
  /^(?:[\p{L}\p{N}_.@()[\]<>{}$*-]*\.[A-Za-z][\w-]{0,12}|[\p{L}\p{N}_.@()[\]<>{}$*-]+\/\S*|\.[a-z][\w.-]*|Dockerfile|Makefile|Procfile|LICENSE|Jenkinsfile|README|(?:\.\.?))$/u;

/** A line that is part of a drawing rather than prose. */
export function isDrawing(line: string): boolean {
  if (line.length > MAX_LINE) return false;
  return (
    /[├└│┌┐┘▼╔╚╰╭]/.test(line) ||
    /^\s*\|?\s*[|+`]-{2,3}\s/.test(line) ||
    DOWN.test(line) ||
    LONG_ARROW.test(line)
  );
}

export interface Drawing {
  readonly kind: DiagramKind;
  readonly what: DiagramSubject;
}

/** What a code block draws; null for code, commands, output and configuration. */
export function drawingOf(
  text: string,
  language: string,
  purposes: readonly Purpose[],
  heading: string,
): Drawing | null {
  const lines = text.split('\n', MAX_LINES).map((line) => line.slice(0, MAX_LINE).trimEnd());
  const first = firstWord(lines);
  if (
    language === 'mermaid' ||
    (language === '' && MERMAID[first] !== undefined && ARROW.test(text.slice(0, 4_000)))
  ) {
    return { kind: 'mermaid', what: MERMAID[first] ?? 'other' };
  }
  if (/^(?:plantuml|puml|uml|dot|graphviz|d2)$/.test(language) || text.startsWith('@startuml'))
    return {
      kind: 'plantuml',
      what: /\bentity\b/i.test(text.slice(0, 2_000)) ? 'data-model' : 'architecture',
    };
  const drawn = lines.filter((line) => line.trim() !== '');
  // "```project/": the first line of a tree stands where a language would.
  if (drawn.length === 0 || !(DRAWN_LANGUAGES.has(language) || language.endsWith('/'))) return null;
  if (isTree(drawn)) return { kind: 'tree', what: 'structure' };
  if (!isDiagram(drawn, language)) return null;
  if (isTable(drawn)) return { kind: 'ascii', what: 'other' };
  return { kind: 'ascii', what: subjectOf(drawn, purposes, heading) };
}

/** "Client → API → database": a line that is nothing but named parts in a row. */
export function isChain(line: string): boolean {
  const parts = line.slice(0, MAX_LINE).trim().split(ARROWS);
  const short = (part: string): boolean => /[\p{L}\p{N}]/u.test(part) && part.trim().split(/\s+/).length <= 5;
  return parts.length >= 4 && line.length <= MAX_LINE && !isCode(line) && parts.every(short);
}

/** Mostly names of files and folders, below each other. */
function isTree(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  let names = 0;
  let counted = 0;
  let glyphs = 0;
  for (const line of lines) {
    const glyph = TREE_GLYPH.test(line) || LISTED.test(line);
    const bare = line.replace(/^[\s│├└─┝┗━|+`\\-]+/u, '').trim();
    if (bare === '') continue;
    counted += 1;
    if (glyph) glyphs += 1;
    const name =
      /^(\S+)(?:\s*$|\s+(?:#|\/\/|-|–|—|←|<-|─|\(|:|\/\*|→)|\s{2,}\S|\s*[─-]{2})/u.exec(bare)?.[1] ?? '';
    const ordered = name.replace(/[:,]$/, '');
    if (FILE_NAME.test(ordered) || (glyph && /^[\w.-]+$/.test(name) && !/^[A-Z].*[a-z]\s/.test(bare)))
      names += 1;
  }
  if (counted < 2) return false;
  if (glyphs >= counted / 2 && names >= counted * 0.6) return true;
  // Files of the root that are listed below the tree, without lines of their own.
  if (glyphs >= Math.max(3, counted / 3) && names >= counted * 0.8) return true;
  // Without glyphs: indented paths. Commands ("cd app/") and configuration are not alone on their lines.
  const indented =
    lines.some((line) => /^\s{2,}\S/.test(line)) || lines.every((line) => /^\S+\/?(?:\s|$)/.test(line));
  return (
    glyphs === 0 &&
    counted >= 3 &&
    indented &&
    names >= counted * 0.8 &&
    lines.some((line) => /^\s*\S+\/(?:\s|$)/.test(line))
  );
}

/** Boxes, or arrows that join named parts. */
function isDiagram(lines: readonly string[], language: string): boolean {
  if (
    lines.some((line) => BOX_TOP.test(line)) &&
    lines.filter((line) => CORNER.test(line) || /\+-{3,}\+/.test(line)).length >= 2
  )
    return true;
  // In a shell block an arrow is output or a redirection.
  if (/^(?:bash|sh|shell|console|yaml|yml|ini|css|scss)$/.test(language)) {
    return lines.filter((line) => DOWN.test(line) && VERTICAL.test(line)).length >= 2;
  }
  let joins = 0;
  let longest = 0;
  let down = 0;
  let below = 0;
  for (const line of lines) {
    if (BELOW.test(line)) below += 1;
    if (LEADS_DOWN.test(line)) down += 1;
    else if (DOWN.test(line)) {
      if (VERTICAL.test(line) || /^\s*[|│]\s*$/.test(line)) down += 1;
      continue;
    }
    if (isCode(line)) continue;
    const parts = line.split(ARROWS).map((part) => part.trim());
    const named = parts.filter((part) => /[\p{L}\p{N})\]]/u.test(part)).length;
    if (parts.length > 1 && named > 1) {
      joins += 1;
      longest = Math.max(longest, named);
    }
  }
  return longest >= 3 || joins >= 3 || (joins >= 1 && (down >= 1 || below >= 2)) || down >= 2 || below >= 3;
}

/** `  -> FastAPI`, `├─ Ollama`: what the name further up leads to. */
const BELOW = /^\s+(?:-{1,2}>|→|↳)\s+\p{L}|^\s*[├└][─-]+>?\s+[\p{L}/]/u;

/** Type hints, lambdas, prompts, log lines: arrows that join nothing. */
function isCode(line: string): boolean {
  return /^\s*(?:[$>%#]|=>|->)|\)\s*->\s*[\w[\]., |]+:|\)\s*=>|=>\s*[{(]|;\s*$|^\s*(?:def|const|let|var|function|return|SELECT|curl|docker|git|pip|npm|python3?)\b/.test(
    line,
  );
}

/** The frame of a table of data: junctions at the same columns again and again, and nothing that connects. */
function isTable(lines: readonly string[]): boolean {
  if (lines.some((line) => VERTICAL.test(line) || LONG_ARROW.test(line) || /[→►▶]/.test(line))) return false;
  if (lines.some((line) => /[┌┏╔╭][^┐┓╗╮]*[┬┳╦]/.test(line))) return true;
  const rules = lines.filter((line) => /^\s*\+(?:[-=]+\+){2,}\s*$/.test(line)).map((line) => line.trim());
  return rules.length >= 2 && new Set(rules.map((rule) => rule.replace(/=/g, '-'))).size === 1;
}

function firstWord(lines: readonly string[]): string {
  let inHeader = false;
  for (const line of lines) {
    const text = line.trim();
    if (text === '---') inHeader = !inHeader;
    else if (!inHeader && text !== '' && !text.startsWith('%%'))
      return (text.split(/[\s:;]/)[0] ?? '').toLowerCase();
  }
  return '';
}
