/** Committed files that are diagrams by their format or by their name. */
import { baseName, type TextFile } from '../../reading/text-file.ts';
import type { DiagramSubject } from './document.ts';
import { drawingOf } from './drawing.ts';
import { subjectOfPicture } from './pictures.ts';
import { mentions, normalise } from './vocabulary.ts';

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

const MAX_DIAGRAM_FILES = 100;
const MAX_TEXT = 200_000;
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

/** Shapes of draw.io that are tables of a data model and their rows. */
const TABLE_SHAPES = /\bshape=(?:table|tableRow|partialRectangle|entity)\b/g;
/** The ends of lines that join tables: one to many. */
const TABLE_LINES = /\bendArrow=ER\w/;
/** All shapes that have words. */
const NAMED_SHAPES = /<mxCell\b[^>]{0,2000}\bvalue="[^"]/g;

/** The diagrams among `paths`; what they are of is read in the text, where there is one. */
export function diagramFilesAmong(
  paths: readonly string[],
  files: readonly TextFile[],
): readonly DiagramFile[] {
  const texts = new Map(files.map(({ path, text }) => [path, text.slice(0, MAX_TEXT)]));
  const found: DiagramFile[] = [];
  for (const path of paths) {
    const format = FORMATS.find(([pattern]) => pattern.test(path));
    const subject = subjectOfPicture('', baseName(path), '', []);
    if (format !== undefined)
      found.push({
        path,
        kind: format[1],
        what: subject === 'data-model' ? subject : (drawnIn(texts.get(path), format[1]) ?? 'architecture'),
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

/** What the text of a diagram draws; null where it cannot be read (draw.io may pack it). */
function drawnIn(text: string | undefined, kind: DiagramFile['kind']): DiagramSubject | null {
  if (text === undefined) return null;
  if (kind === 'mermaid' || kind === 'plantuml') return drawingOf(text, kind, [], '')?.what ?? null;
  if (kind !== 'drawio') return null;
  const tables = text.match(TABLE_SHAPES)?.length ?? 0;
  const named = text.match(NAMED_SHAPES)?.length ?? 0;
  return TABLE_LINES.test(text) || (named > 0 && tables >= named / 2) ? 'data-model' : null;
}
