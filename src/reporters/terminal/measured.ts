/** What was measured beside the files. */
import type { Report } from '../../model.ts';
import { measuredSentences, measuredWhen } from '../measured.ts';
import { counted } from '../words.ts';
import { oneLine, type Page, paragraph } from './page.ts';

const SHOWN = 8;

export function measuredLines(page: Page, report: Report): string[] {
  const sentences = measuredSentences(report);
  if (sentences.length === 0) return [];
  const { palette } = page;
  const shown = page.verbose ? sentences : sentences.slice(0, SHOWN);
  const lines = shown.flatMap((one) => paragraph(page, 2, one, page.verbose ? 8 : 2).map(palette.dim));
  const rest = sentences.length - shown.length;
  if (rest > 0)
    lines.push(palette.dim(oneLine(page, 2, `${counted(rest, 'more measurement')}: --verbose shows all`)));
  return [palette.bold(`Measured on ${measuredWhen(report)}`), ...lines];
}
