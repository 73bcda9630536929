/** What could not be read or was cut by a limit: counted, and with `--verbose` in full. */
import type { Note, Report } from '../../model.ts';
import { counted } from '../words.ts';
import { oneLine, type Page, paragraph } from './page.ts';

const SHOWN = 3;

export function noteLines(page: Page, report: Report): string[] {
  const { notes } = report;
  if (notes.length === 0) return [];
  const { palette } = page;
  if (page.verbose) {
    return [
      palette.bold('Notes'),
      ...notes.flatMap((note) => paragraph(page, 2, sentence(note)).map(palette.dim)),
    ];
  }
  const shown = notes.slice(0, SHOWN);
  const lines = shown.flatMap((note) => paragraph(page, 2, sentence(note)).map(palette.dim));
  const rest = notes.length - shown.length;
  if (rest > 0)
    lines.push(palette.dim(oneLine(page, 2, `${counted(rest, 'more note')}: --verbose shows all`)));
  return [palette.bold('Notes'), ...lines];
}

function sentence(note: Note): string {
  if (note.path === null) return note.text;
  return `${note.path}${note.line === null ? '' : `:${note.line}`}: ${note.text}`;
}
