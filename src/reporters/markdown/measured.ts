/** What was measured beside the files. */
import type { Report } from '../../model.ts';
import { measuredSentences, measuredWhen } from '../measured.ts';
import { counted } from '../words.ts';
import { prose } from './escape.ts';

/** '' where nothing was measured. */
export function measuredOf(report: Report, most: number): string {
  const sentences = measuredSentences(report);
  if (sentences.length === 0) return '';
  const shown = sentences.slice(0, most).map((one) => `- ${prose(one, 600)}`);
  const more = sentences.length - shown.length;
  if (more > 0) shown.push(`- and ${counted(more, 'more measurement')}`);
  return `### Measured on ${measuredWhen(report)}\n\n${shown.join('\n')}`;
}
