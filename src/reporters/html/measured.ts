/** What was measured beside the files. */
import type { Report } from '../../model.ts';
import { measuredSentences, measuredWhen } from '../measured.ts';
import { html, type Markup, NOTHING } from './markup.ts';

export function measuredSection(report: Report): Markup {
  const sentences = measuredSentences(report);
  if (sentences.length === 0) return NOTHING;
  return html`<section aria-labelledby="measured-title"><div class="head"><h2 id="measured-title">Measured</h2><p>On ${measuredWhen(report)}, beside what the files say.</p></div><ul class="notes">${sentences.map(
    (one) => html`<li><bdi>${one}</bdi></li>`,
  )}</ul></section>`;
}
