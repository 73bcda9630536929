/** What a learner's line opens: the next step, what moved, and the place behind every symbol. */
import type { Cell, CohortRow, CohortSheet, Judged } from '../../../model/cohort.ts';
import { whyCell } from '../../cohort/said.ts';
import { commitAddress } from '../../permalinks.ts';
import { VERDICTS } from '../../words.ts';
import { html, type Markup } from '../markup.ts';
import { placeLink } from '../places.ts';
import { verdictSign } from '../signs.ts';

export function inside(row: CohortRow, sheet: CohortSheet): Markup {
  const { outcome } = row;
  if (outcome.kind !== 'judged') {
    const hint = outcome.kind === 'failed' ? outcome.hint : null;
    return html`<div class="details"><p><bdi>${outcome.reason}</bdi>.${hint !== null && html` ${hint}`}</p>${row.source !== null && html`<p class="soft"><bdi>${row.source}</bdi></p>`}</div>`;
  }
  return html`<div class="details"><div class="about-row"><p>${repository(outcome)}</p>${next(outcome, sheet)}${moved(row, sheet)}${outcome.score.cap !== null && html`<p class="notice">Held down: ${outcome.score.cap}.</p>`}</div>
<ul class="checks">${VERDICTS.flatMap((verdict) => outcome.cells.filter((cell) => cell.verdict === verdict)).map((cell) => check(cell, outcome, sheet))}</ul></div>`;
}

function repository({ repository: home, notes }: Judged): Markup {
  const address = commitAddress(home);
  const name = html`<bdi>${home.name}</bdi>${home.revision !== null && html` <code>${home.revision.slice(0, 7)}</code>`}`;
  const link =
    address === null ? name : html`<a href="${address}" rel="noopener noreferrer nofollow">${name}</a>`;
  const renamed = home.renamed !== null && html`, called <bdi>${home.renamed}</bdi> now`;
  const unread = notes > 0 && html`, ${notes} ${notes === 1 ? 'note' : 'notes'}`;
  return html`${link}${home.day !== null && html` <span class="soft">${home.day}</span>`}${renamed}${unread}`;
}

function next({ next: step }: Judged, { requirements }: CohortSheet): Markup | null {
  const wanted = requirements.find(({ id }) => id === step?.requirement);
  if (step === null || wanted === undefined) return null;
  return html`<p><strong>Next step:</strong> ${wanted.title} <span class="gain-up">+${Math.max(1, Math.round(step.gain * 100))} %</span><br><span class="soft">${firstParagraph(wanted.fix)}</span></p>`;
}

/** The rest of the advice is the same for everybody, and stands with the requirement. */
function firstParagraph(fix: string): string {
  return (fix.split('\n\n')[0] ?? '').replaceAll('`', '');
}

function moved({ change, better }: CohortRow, { requirements }: CohortSheet): Markup | null {
  if (change === null) return null;
  const titled = (ids: readonly string[]): string =>
    ids.map((id) => requirements.find((one) => one.id === id)?.title ?? id).join(', ');
  if (change.better.length + change.worse.length === 0)
    return html`<p class="soft">Nothing moved${better !== null && html`; the last better verdict is of ${better}`}.</p>`;
  return html`${change.better.length > 0 && html`<p><span class="gain-up">Better:</span> ${titled(change.better)}</p>`}${change.worse.length > 0 && html`<p><span class="gain-down">Worse:</span> ${titled(change.worse)}</p>`}`;
}

function check(cell: Cell, { repository: home }: Judged, { requirements }: CohortSheet): Markup {
  const title = requirements.find(({ id }) => id === cell.requirement)?.title ?? cell.requirement;
  const why = whyCell(cell);
  return html`<li data-requirement="${cell.requirement}">${verdictSign(cell.verdict)}<span>${title}</span>${cell.place !== null && placeLink(home, cell.place)}${why !== '' && html`<span class="why"><bdi>${why}</bdi></span>`}</li>`;
}
