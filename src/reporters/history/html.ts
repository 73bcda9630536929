/** A history as a page: a chart over its commits, and when each requirement was met. */
import type { HistoryPoint, HistoryReport, RequirementHistory } from '../../model/history.ts';
import { html, type Markup } from '../html/markup.ts';
import { pageOf } from '../html/page.ts';
import { verdictSign } from '../html/signs.ts';
import { percent } from '../words.ts';
import { turnsSentence } from './words.ts';

const WIDTH = 720;
const HEIGHT = 234;
const LEFT = 44;
/** Room for a row of tags above the dates. */
const BOTTOM = 40;
const LINES = [0, 0.25, 0.5, 0.75, 1];

export function historyHtml(history: HistoryReport): string {
  const { milestone, repository, points, requirements, tool, commits } = history;
  const newest = points.at(-1);
  return pageOf(
    {
      title: `${repository.name} · how it came to be`,
      about: 'Readiness over the commits of the project itself.',
      jumps: [
        ['chart', 'Readiness'],
        ['requirements', 'Requirements'],
      ],
      main: [
        html`<section id="chart" aria-labelledby="chart-title"><div class="head"><h1 id="chart-title">${milestone.title} in ${repository.name}</h1><p>${commits} commits, of which ${points.length} were audited. The line is what surely counts, the area above it what could not be told.</p></div>${chart(points)}</section>`,
        html`<section id="requirements" aria-labelledby="requirements-title"><div class="head"><h2 id="requirements-title">Requirements</h2><p>The commit at which each was met, lost, and met again.</p></div><ul class="card changes">${requirements.map(row)}</ul></section>`,
      ],
      tool,
      origin: newest === undefined ? '' : `up to commit ${newest.revision}`,
    },
    'portfolio',
  );
}

function row(one: RequirementHistory): Markup {
  const subject = one.turns.at(-1)?.subject ?? '';
  return html`<li>${verdictSign(one.now)}<span><strong>${one.title}</strong> <span class="soft">${turnsSentence(one)}${subject === '' ? '' : ': '}<bdi>${subject}</bdi></span></span></li>`;
}

function chart(points: readonly HistoryPoint[]): Markup {
  const x = (index: number): number => LEFT + (index * (WIDTH - LEFT - 8)) / Math.max(1, points.length - 1);
  const y = (share: number): number => 8 + (1 - share) * (HEIGHT - BOTTOM - 8);
  const path = (key: 'low' | 'high'): string =>
    points.map((one, index) => `${x(index).toFixed(1)},${y(one[key]).toFixed(1)}`).join(' ');
  const back = points.map((one, index) => `${x(index).toFixed(1)},${y(one.low).toFixed(1)}`).reverse();
  const [first, last] = [points[0], points.at(-1)];
  const said = `From ${percent(first?.low ?? 0)} % on ${first?.date.slice(0, 10) ?? ''} to ${percent(last?.low ?? 0)} % on ${last?.date.slice(0, 10) ?? ''}`;
  return html`<figure class="card chart"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="chart-said"><title id="chart-said">${said}</title>
${LINES.map((share) => html`<line class="tick" x1="${LEFT}" x2="${WIDTH - 8}" y1="${y(share)}" y2="${y(share)}"/><text class="tick-label" x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${percent(share)} %</text>`)}
<polygon class="more" points="${path('high')} ${back.join(' ')}"/>
<polyline class="low" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round" points="${path('low')}"/>
${points.map((one, index) => (one.tags[0] === undefined ? '' : html`<text class="tick-label" x="${x(index)}" y="${HEIGHT - 18}" text-anchor="${index === points.length - 1 ? 'end' : 'middle'}">${one.tags[0]}</text>`))}
<text class="tick-label" x="${LEFT}" y="${HEIGHT - 4}">${first?.date.slice(0, 10) ?? ''}</text><text class="tick-label" x="${WIDTH - 8}" y="${HEIGHT - 4}" text-anchor="end">${last?.date.slice(0, 10) ?? ''}</text>
</svg></figure>`;
}
