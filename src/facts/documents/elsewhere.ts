/** What is drawn in documents that describe nothing else of the program: plans, notes to assistants, plain texts. */
import { baseName, type TextFile } from '../../reading/text-file.ts';
import { buildDocument } from './build.ts';
import type { DiagramFile } from './diagram-files.ts';
import { drawingOf } from './drawing.ts';

const MAX_READ = 40;
const MAX_TEXT = 100_000;
const DOCUMENT = /\.(?:mdx?|markdown|rst|adoc|asciidoc)$/i;
const PLAIN = /(?:^|\/)docs?\/(?:[^/]+\/){0,3}[^/]+\.txt$/i;
/** Folders of what a program reads, of what others wrote, and of forms that tools fill in. */
const FOREIGN =
  /(?:^|\/)(?:\.[^/]+|data|datasets?|samples?|examples?|fixtures?|tests?|knowledge[\w-]*|corpus|content|uploads?|documents|posts|courses?|lessons?|node_modules|venv|env|site-packages|vendor|third_party|dist|build)\//i;
const FOREIGN_NAME = /template|^(?:changelog|changes|history|licen[cs]e|code_of_conduct|authors|notice)\./i;

/** Notes to assistants: their arrows are the order in which one is to work. */
const ASSISTANTS = /^(?:claude|agents?|gemini|copilot-instructions)\./i;

/** Drawings of text alone: a picture that no document of the program shows may be anybody's. */
export async function drawnElsewhere(
  files: readonly TextFile[],
  known: ReadonlySet<string>,
): Promise<readonly DiagramFile[]> {
  const chosen = files
    .filter(({ path }) => !known.has(path) && (DOCUMENT.test(path) || PLAIN.test(path)))
    .filter(({ path }) => !FOREIGN.test(path) && !FOREIGN_NAME.test(baseName(path)))
    .slice(0, MAX_READ);
  const found = await Promise.all(chosen.map((file) => drawingsOf(file)));
  return found.flat();
}

async function drawingsOf({ path, text }: TextFile): Promise<readonly DiagramFile[]> {
  const bounded = text.slice(0, MAX_TEXT);
  if (PLAIN.test(path)) {
    const drawing = drawingOf(bounded, '', ['other'], '');
    return drawing === null ? [] : [{ path, kind: 'text', what: drawing.what, line: 1 }];
  }
  const { document } = await buildDocument({ path, text: bounded }, () => null);
  const notes = ASSISTANTS.test(baseName(path));
  return document.diagrams
    .filter(({ kind, what }) => kind !== 'image' && !(notes && kind === 'ascii' && what === 'architecture'))
    .map(({ what, line }) => ({ path, kind: 'text', what, line }));
}
