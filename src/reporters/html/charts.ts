/** Charts drawn as SVG. Each says in words what it shows, for those who do not see it. */
import type { PortfolioReport, Proof, SkillReport } from '../../model/portfolio.ts';
import { percent, range } from '../words.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 520;
const LABELS = 212;
const VALUES = 64;
const ROW = 31;
const BAR = 11;

interface Bar {
  readonly label: string;
  readonly value: string;
  /** Shares from 0 to 1; `high` is drawn lighter behind `low`. */
  readonly low: number;
  readonly high: number;
}

export function chartSection(portfolio: PortfolioReport): Markup {
  const proofs = portfolio.checkpoints.flatMap((one) => one.proofs);
  return html`<section id="charts" aria-label="Charts"><div class="charts">
${chart('readiness', 'Readiness by milestone', 'The best repository of each; 70 % is where it counts as shown.', proofs.map(readinessBar), 0.7)}
${chart('phases', 'Skills shown by phase', 'What the code of at least one repository does.', phaseBars(portfolio.skills), null)}
</div></section>`;
}

function readinessBar({ title, score }: Proof): Bar {
  if (score === null) return { label: title, value: 'none yet', low: 0, high: 0 };
  return { label: title, value: range(score), low: score.low, high: score.high };
}

function phaseBars(skills: readonly SkillReport[]): readonly Bar[] {
  const phases = [...new Set(skills.map(({ phase }) => phase))];
  return phases.map((phase) => {
    const own = skills.filter((one) => one.phase === phase);
    const shown = own.filter((one) => one.shown.length > 0).length;
    const share = own.length === 0 ? 0 : shown / own.length;
    return {
      label: `${phase}. ${own[0]?.phaseTitle ?? ''}`,
      value: `${shown} of ${own.length}`,
      low: share,
      high: share,
    };
  });
}

function chart(id: string, title: string, note: string, bars: readonly Bar[], mark: number | null): Markup {
  const height = bars.length * ROW + (mark === null ? 4 : 22);
  const said = bars.map(({ label, value }) => `${label}: ${value}`).join('; ');
  const room = WIDTH - LABELS - VALUES;
  return html`<figure class="card chart" tabindex="0"><figcaption>${title}<span>${note}</span></figcaption>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-said"><title id="${id}-said">${title}. ${said}.</title>
${bars.map((bar, index) => drawn(bar, index * ROW, room))}
${mark !== null && html`<line class="tick" x1="${LABELS + room * mark}" x2="${LABELS + room * mark}" y1="0" y2="${bars.length * ROW}"/><text class="tick-label" x="${LABELS + room * mark}" y="${bars.length * ROW + 14}" text-anchor="middle">${percent(mark)} %</text>`}
</svg></figure>`;
}

function drawn({ label, value, low, high }: Bar, top: number, room: number): Markup {
  const y = top + (ROW - BAR) / 2;
  const middle = top + ROW / 2 + 4;
  return html`<text x="0" y="${middle}">${label.length > 32 ? `${label.slice(0, 31)}…` : label}</text>
<rect class="track" x="${LABELS}" y="${y}" width="${room}" height="${BAR}" rx="3"/>
${high > low && html`<rect class="more" x="${LABELS}" y="${y}" width="${room * high}" height="${BAR}" rx="3"/>`}
${low > 0 && html`<rect class="bar" x="${LABELS}" y="${y}" width="${room * low}" height="${BAR}" rx="3"/>`}
<text class="value" x="${WIDTH}" y="${middle}" text-anchor="end">${value}</text>`;
}
