/** Who needs a word: stuck, new, without a submission, or with one that could not be audited. */
import type { CohortReport, CohortRow } from '../../../model/cohort.ts';
import { rowsOf } from '../../cohort/said.ts';
import { percent } from '../../words.ts';
import { html, type Markup, NOTHING } from '../markup.ts';

interface Group {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly CohortRow[];
}

export function peopleSection(report: CohortReport): Markup {
  const rows = rowsOf(report);
  const kind = (wanted: CohortRow['outcome']['kind']) =>
    rows.filter(({ outcome }) => outcome.kind === wanted);
  const groups: readonly Group[] = [
    {
      title: 'Stuck',
      note: `Not ready, and no better verdict since ${report.since ?? ''}.`,
      rows: rows.filter(({ stuck }) => stuck),
    },
    {
      title: 'Did not submit',
      note: 'No repository, an empty one, or the starter code as it was given.',
      rows: kind('absent'),
    },
    { title: 'Not audited', note: 'That says nothing about the learner.', rows: kind('failed') },
    { title: 'New', note: 'Not in the earlier report.', rows: rows.filter(({ isNew }) => isNew) },
  ];
  const shown = groups.filter((group) => group.rows.length > 0);
  const left = [
    ...list('On nobody’s roster', 'Repositories that fit the pattern.', report.strays),
    ...list('Gone', 'In the earlier report only.', report.gone),
  ];
  if (shown.length + left.length === 0) return NOTHING;
  return html`<section id="people" aria-labelledby="people-title"><div class="head"><h2 id="people-title">Who needs a word</h2></div>
<div class="groups">${shown.map(group)}${left}</div></section>`;
}

function group({ title, note, rows }: Group): Markup {
  return html`<div class="card group"><h3>${title} <span class="number soft">${rows.length}</span></h3><p class="small soft">${note}</p><ul tabindex="0" aria-label="${title}">${rows.map((row) => html`<li>${person(row)}</li>`)}</ul></div>`;
}

function person({ learner, outcome, better }: CohortRow): Markup {
  const name = html`<bdi>${learner.name}</bdi>`;
  if (outcome.kind === 'judged')
    return html`${name} <span class="soft">${percent(outcome.score.low)} %${better !== null && `, ${better}`}</span>`;
  const hint = outcome.kind === 'failed' && outcome.hint !== null ? `. ${outcome.hint}` : '';
  return html`${name} <span class="soft"><bdi>${outcome.reason}${hint}</bdi></span>`;
}

function list(title: string, note: string, names: readonly string[]): readonly Markup[] {
  if (names.length === 0) return [];
  return [
    html`<div class="card group"><h3>${title} <span class="number soft">${names.length}</span></h3><p class="small soft">${note}</p><ul tabindex="0" aria-label="${title}">${names.map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul></div>`,
  ];
}
