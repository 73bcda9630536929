/** Learners against requirements: a table of symbols that sorts, filters and opens. */
import type { CohortRow, CohortSheet, RequirementStatistics } from '../../../model/cohort.ts';
import type { Verdict } from '../../../model.ts';
import {
  cellOf,
  gainOfRow,
  judgedIn,
  STANDINGS,
  type Standing,
  standingOf,
  summaryOf,
} from '../../cohort/said.ts';
import { percent, range } from '../../words.ts';
import { html, type Markup } from '../markup.ts';
import { verdictSign } from '../signs.ts';
import { inside } from './inside.ts';
import { gain, slug } from './words.ts';

/** By what is shown, so that a column can be sorted. */
const VALUE: Readonly<Record<Verdict, number>> = {
  met: 4,
  partial: 3,
  unverifiable: 2,
  waived: 1,
  missing: 0,
};

export interface Numbered {
  readonly sheet: CohortSheet;
  /** From 1, among the sheets of the page. */
  readonly number: number;
  readonly compared: boolean;
}

export function heatMap(one: Numbered): Markup {
  const { sheet, number, compared } = one;
  const { requirements, rows, title } = sheet;
  const id = `sheet-${number}`;
  return html`<section id="${id}" aria-labelledby="${id}-title" data-filter><div class="head"><h2 id="${id}-title">${title}</h2><p>${summaryOf(sheet)}</p></div>
${tools(rows, compared)}
<div class="card heat" tabindex="0" role="region" aria-label="Table of learners and requirements, scrolls both ways"><table class="heat-map" data-heat>
<caption class="hidden-text">Verdict of each learner for each requirement of ${title}. A learner's button opens the places behind them.</caption>
<colgroup><col class="who-column"><col class="score-column">${compared && html`<col class="gain-column">`}${requirements.map(() => html`<col>`)}</colgroup>
<thead><tr>${sortHead('name', 'Learner', '')}${sortHead('score', 'Score', '')}${compared && sortHead('gain', 'Since', 'gain')}${requirements.map((wanted, index) => sortHead(`r${index}`, wanted.title, 'up', wanted))}</tr>
<tr class="met-by"><th scope="row">met, %</th><td></td>${compared && html`<td class="gain"></td>`}${requirements.map((wanted) => html`<td class="number">${metBy(wanted)}</td>`)}</tr></thead>
${rows.map((row, index) => learner(row, one, `${id}-${index + 1}`))}
</table><p class="none" hidden>No learner fits these filters.</p></div>
${legend()}</section>`;
}

function sortHead(key: string, words: string, kind: string, wanted?: RequirementStatistics): Markup {
  return html`<th scope="col" aria-sort="none" class="${kind}"${wanted && html` title="${wanted.title}"`}><button type="button" data-sort="${key}"><span>${words}</span></button></th>`;
}

function metBy({ counts }: RequirementStatistics): string {
  const all = counts.met + counts.partial + counts.missing + counts.unverifiable + counts.waived;
  return all === 0 ? '' : String(percent(counts.met / all));
}

function tools(rows: readonly CohortRow[], compared: boolean): Markup {
  const standings = STANDINGS.filter((one) => rows.some((row) => standingOf(row) === one));
  const flags: readonly (readonly [string, string, number])[] = [
    ['stuck', 'stuck', rows.filter(({ stuck }) => stuck).length],
    ['fresh', 'new', rows.filter(({ isNew }) => isNew).length],
    ['worse', 'got worse', rows.filter((row) => (gainOfRow(row) ?? 0) < 0).length],
  ];
  const shown = flags.filter(([, , count]) => count > 0 && (compared || count < rows.length));
  return html`<div class="tools" role="search" aria-label="Narrow the table"><input type="search" aria-label="Search learners" placeholder="Search learners ( / )" autocomplete="off" spellcheck="false">${standings.map(
    (one) => chip('standing', slug(one), one, rows.filter((row) => standingOf(row) === one).length),
  )}${shown.map(([key, words, count]) => chip(key, 'yes', words, count))}<p class="tally" role="status"></p></div>`;
}

function chip(key: string, value: string, words: string, count: number): Markup {
  return html`<button type="button" class="chip" data-key="${key}" data-value="${value}" aria-pressed="false">${words} <span class="number soft">${count}</span></button>`;
}

function learner(row: CohortRow, one: Numbered, id: string): Markup {
  const { sheet, compared } = one;
  const judged = judgedIn(row);
  const standing = standingOf(row);
  const { name, github, section } = row.learner;
  const words = [name, github, section, row.learner.id, row.source].filter((part) => part !== null).join(' ');
  const columns = sheet.requirements.length + (compared ? 3 : 2);
  return html`<tbody id="${id}" data-words="${words.toLowerCase()}" data-name="${name.toLowerCase()}" data-standing="${slug(standing)}" data-score="${judged?.score.low ?? -1}" data-gain="${gainOfRow(row) ?? -1000}"${row.stuck && html` data-stuck="yes"`}${row.isNew && html` data-fresh="yes"`}${(gainOfRow(row) ?? 0) < 0 && html` data-worse="yes"`}>
<tr class="line"><th scope="row"><button type="button" class="who" aria-expanded="false" aria-controls="${id}-inside"><bdi>${name}</bdi></button>${row.stuck && html` <span class="flag">stuck</span>`}${row.isNew && html` <span class="flag new">new</span>`}</th><td class="score number">${judged === null ? html`<span class="soft">–<span class="hidden-text"> ${standing}</span></span>` : range(judged.score)}</td>${compared && html`<td class="gain number">${gain(row)}</td>`}${judged === null ? nothing(row, standing, sheet.requirements.length) : sheet.requirements.map(({ id: wanted }) => cell(row, wanted))}</tr>
<tr class="within" id="${id}-inside"><td colspan="${columns}">${inside(row, sheet)}</td></tr></tbody>`;
}

function cell(row: CohortRow, requirement: string): Markup {
  const found = cellOf(row, requirement);
  if (found === null) return html`<td class="c" data-v="-1"></td>`;
  return html`<td class="c ${found.verdict}" data-v="${VALUE[found.verdict]}">${verdictSign(found.verdict)}</td>`;
}

function nothing(row: CohortRow, standing: Standing, columns: number): Markup | null {
  if (columns === 0) return null;
  const reason = row.outcome.kind === 'judged' ? '' : row.outcome.reason;
  return html`<td class="nothing" colspan="${columns}">${standing}: <bdi>${reason}</bdi></td>`;
}

function legend(): Markup {
  const verdicts: readonly Verdict[] = ['met', 'partial', 'missing', 'unverifiable', 'waived'];
  return html`<ul class="legend">${verdicts.map((one) => html`<li>${verdictSign(one)} ${LEGEND[one]}</li>`)}</ul>`;
}

const LEGEND: Readonly<Record<Verdict, string>> = {
  met: 'met',
  partial: 'a part of it',
  missing: 'missing',
  unverifiable: 'cannot be told from the files',
  waived: 'waived',
};
