/** What most of the cohort lacks, why, and the best example of it to show in class. */
import type { CohortSheet, RequirementStatistics } from '../../../model/cohort.ts';
import { judgedIn, missedBy, mostMissed } from '../../cohort/said.ts';
import { html, type Markup, NOTHING } from '../markup.ts';
import { codeLine, placeLink } from '../places.ts';

const MOST = 6;

export function missedSection(sheet: CohortSheet, number: number): Markup {
  const missed = mostMissed(sheet).slice(0, MOST);
  if (missed.length === 0) return NOTHING;
  const id = `missed-${number}`;
  return html`<section id="${id}" aria-labelledby="${id}-title"><div class="head"><h2 id="${id}-title">Most missed</h2><p>${sheet.title}: what to teach next, and whose code shows it.</p></div>
<ol class="missed">${missed.map((one) => html`<li class="card">${requirement(one, sheet)}</li>`)}</ol></section>`;
}

function requirement(one: RequirementStatistics, sheet: CohortSheet): Markup {
  return html`<h3>${one.title}</h3><p class="small soft">${missedBy(one)}</p>${bar(one)}
${one.reasons.length > 0 && html`<div><h4 class="label">Commonest reasons</h4><ul class="reasons">${one.reasons.map(({ reason, count }) => html`<li><span class="number">${count} ×</span><bdi>${reason}</bdi></li>`)}</ul></div>`}
${example(one, sheet)}`;
}

/** How many have it, a part of it, none of it: drawn, and said above. */
function bar({ counts }: RequirementStatistics): Markup {
  const parts = [
    ['met', counts.met],
    ['partial', counts.partial],
    ['unverifiable', counts.unverifiable + counts.waived],
    ['missing', counts.missing],
  ] as const;
  const all = parts.reduce((sum, [, count]) => sum + count, 0);
  let left = 0;
  const said = parts.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
  return html`<svg class="bar" viewBox="0 0 100 3" preserveAspectRatio="none" role="img" aria-label="${said.join(', ')}">${parts.map(
    ([name, count]) => {
      const width = all === 0 ? 0 : (count / all) * 100;
      const x = left;
      left += width;
      return count > 0 && html`<rect class="${name}" x="${x}" y="0" width="${width}" height="3"/>`;
    },
  )}</svg>`;
}

function example({ example: best }: RequirementStatistics, { rows }: CohortSheet): Markup {
  const row = rows.find(({ key }) => key === best?.key);
  const judged = row === undefined ? null : judgedIn(row);
  if (best === null || row === undefined || judged === null)
    return html`<p class="small soft">Nobody shows it yet.</p>`;
  return html`<div><h4 class="label">To show in class</h4><p class="example"><bdi>${row.learner.name}</bdi> ${placeLink(judged.repository, best.place)}${codeLine(best.place)}</p></div>`;
}
