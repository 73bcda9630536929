/** A place with its line between its neighbours, as a compiler shows one. */
import type { Evidence } from '../../model.ts';
import { cut } from '../width.ts';
import { counted, nowhere } from '../words.ts';
import { type Page, paragraph, place } from './page.ts';

/** `count` places in all, of which this is the first. */
export function frameLines(page: Page, indent: number, evidence: Evidence, count: number): string[] {
  const { palette } = page;
  if (nowhere(evidence)) return [];
  const more = count > 1 ? ` and ${counted(count - 1, 'more place')}` : '';
  const text = evidence.frame || evidence.text === '' ? '' : `  ${evidence.text}`;
  const head = paragraph(page, indent, `${place(page, evidence)}${more}${text}`);
  const shown = head.length === 1 ? head.map((line) => linked(page, line, evidence)) : head;
  return [...shown.map(palette.yellow), ...sourceLines(page, indent, evidence)];
}

function linked(page: Page, line: string, evidence: Evidence): string {
  const where = place(page, evidence);
  return line.replace(where, () => page.link(where, evidence.path));
}

/** Code may be cut at the edge: its place is above it. */
function sourceLines(page: Page, indent: number, { frame, line }: Evidence): string[] {
  if (frame === undefined) return [];
  const digits = String(frame.line + frame.lines.length).length;
  const room = page.columns - indent - digits - 5;
  return frame.lines.map((text, index) => {
    const number = frame.line + index;
    const mark = number === line ? '>' : ' ';
    const code = cut(page.text(text), room, page.symbols.more);
    const row =
      `${' '.repeat(indent)}${mark} ${String(number).padStart(digits)} ${page.symbols.rule} ${code}`.trimEnd();
    return number === line ? row : page.palette.dim(row);
  });
}
