/** How the scores are spread: one column for every tenth. */
import type { CohortSheet } from '../../../model/cohort.ts';
import type { Readiness } from '../../../model.ts';
import { percent, READINESS } from '../../words.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { readinessSign } from '../signs.ts';

const WIDTH = 520;
const HEIGHT = 150;
const BASE = 126;
const ORDER: readonly Readiness[] = ['ready', 'nearly', 'on the way', 'started'];

export function distributionSection({ distribution, title }: CohortSheet, number: number): Markup {
  const { judged, tenths, median, lowerQuartile, upperQuartile, readiness } = distribution;
  if (judged === 0 || median === null) return NOTHING;
  const id = `spread-${number}`;
  const middle =
    lowerQuartile === null || upperQuartile === null
      ? ''
      : `; the middle half lies between ${percent(lowerQuartile)} and ${percent(upperQuartile)} %`;
  const most = Math.max(...tenths);
  const said = tenths.map((count, tenth) => `${tenth * 10} to ${tenth * 10 + 10} %: ${count}`).join('; ');
  return html`<section id="${id}" aria-label="Distribution"><figure class="card chart spread"><figcaption>Distribution<span>${title}. Median ${percent(median)} %${middle}.</span></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-said"><title id="${id}-said">Submissions by score. ${said}.</title>
${tenths.map((count, tenth) => column(count, tenth, most))}
<line class="tick" x1="${median * WIDTH}" x2="${median * WIDTH}" y1="8" y2="${BASE}"/></svg>
<ul class="legend">${ORDER.map((one) => html`<li>${readinessSign(one, READINESS[one])} ${READINESS[one]} <span class="number">${readiness[one]}</span></li>`)}</ul></figure></section>`;
}

function column(count: number, tenth: number, most: number): Markup {
  const room = WIDTH / 10;
  const x = tenth * room;
  const height = most === 0 ? 0 : (count / most) * (BASE - 24);
  return html`<rect class="track" x="${x + 3}" y="${BASE - 1}" width="${room - 6}" height="1"/>${count > 0 && html`<rect class="bar" x="${x + 3}" y="${BASE - height}" width="${room - 6}" height="${height}" rx="3"/><text class="value" x="${x + room / 2}" y="${BASE - height - 6}" text-anchor="middle">${count}</text>`}<text class="tick-label" x="${x + room / 2}" y="${BASE + 17}" text-anchor="middle">${tenth * 10}–${tenth * 10 + 10}</text>`;
}
