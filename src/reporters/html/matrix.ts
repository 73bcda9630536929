/** All repositories against all milestones and rules: one symbol per cell. */

import type { PortfolioReport, ProjectReport } from '../../model/portfolio.ts';
import type { MilestoneReport, Readiness, Score } from '../../model.ts';
import { READINESS, range } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { readinessSign, silentReadiness, verdictSign } from './signs.ts';

const RULES = 'portfolio';

interface Cell {
  readonly own: boolean;
  readonly score: Score;
}

export function matrix(portfolio: PortfolioReport): Markup {
  const { projects, checkpoints } = portfolio;
  const milestones = checkpoints.flatMap(({ proofs }) =>
    proofs.map(({ milestone, title }) => ({ id: milestone, title })),
  );
  const rules = rulesOf(projects[0])?.requirements ?? [];
  return html`<section id="matrix" aria-labelledby="matrix-title" data-filter><div class="head"><h2 id="matrix-title">Every project against every milestone</h2><p>A repository may show more than the milestone that it is.</p></div>
${projects.length > FEW ? search : null}
<p class="small soft narrow-only">The table scrolls sideways.</p>
<div class="card scroll" tabindex="0" role="region" aria-label="Table of projects, scrolls sideways"><table class="matrix">
<caption class="hidden-text">Readiness of each repository for each milestone, and the rules that hold for every project</caption>
<thead><tr><th scope="col">Repository</th>${milestones.map(({ title }) => html`<th scope="col"><div class="up">${title}</div></th>`)}${rules.map(({ title }, index) => html`<th scope="col"${index === 0 && EDGE}><div class="up">${title}</div></th>`)}</tr></thead>
<tbody>${projects.map((project, index) => html`<tr data-words="${wordsOf(project)}" data-score="${String(project.report.milestones[0]?.score.low ?? 0)}"><th scope="row"><a href="#project-${index + 1}"><bdi>${project.report.repository.name}</bdi></a></th>${milestones.map(({ id, title }) => milestoneCell(project, id, title))}${rules.map((rule, at) => ruleCell(project, rule.id, at === 0))}</tr>`)}</tbody>
</table></div>
${legend()}</section>`;
}

/** So many rows are seen at once. */
const FEW = 6;

const search = html`<div class="tools"><label class="hidden-text" for="matrix-search">Search projects</label>
<input id="matrix-search" type="search" placeholder="Search projects and milestones" autocomplete="off" spellcheck="false">
<button type="button" class="chip" data-sort aria-pressed="false">Best first</button><p class="tally" role="status"></p></div>`;

function wordsOf({ report }: ProjectReport): string {
  return [report.repository.name, ...report.milestones.map(({ title }) => title)].join(' ').toLowerCase();
}

const EDGE = html` class="edge"`;

function milestoneCell(project: ProjectReport, id: string, title: string): Markup {
  const cell = cellOf(project, id);
  if (cell === null) return html`<td>${readinessSign(null, `not ${title}`)}</td>`;
  const { own, score } = cell;
  const said = `${READINESS[score.readiness]}, ${range(score)}`;
  return html`<td${own && html` class="own"`} title="${`${title}: ${said}`}">${readinessSign(score.readiness, said)}</td>`;
}

function cellOf({ report, others }: ProjectReport, id: string): Cell | null {
  const own = report.milestones.find((one) => one.id === id);
  if (own) return { own: true, score: own.score };
  const other = others.find((one) => one.id === id);
  return other ? { own: false, score: other.score } : null;
}

function ruleCell(project: ProjectReport, id: string, first: boolean): Markup {
  const rule = rulesOf(project)?.requirements.find((one) => one.id === id);
  return html`<td${first && EDGE}>${rule ? verdictSign(rule.verdict) : null}</td>`;
}

function rulesOf(project: ProjectReport | undefined): MilestoneReport | undefined {
  return project?.report.milestones.find(({ id }) => id === RULES);
}

function legend(): Markup {
  const steps: readonly (readonly [Readiness, string])[] = [
    ['ready', 'ready: 85 % and every core requirement'],
    ['nearly', 'nearly ready: 70 %, at most one core requirement open, never the main one'],
    ['on the way', 'on the way: 40 %'],
    ['started', 'started'],
  ];
  return html`<ul class="legend">${steps.map(([readiness, words]) => html`<li>${silentReadiness(readiness)} ${words}</li>`)}<li>shaded: the milestone that it is</li></ul>`;
}
