/** A score as a ring: what is surely earned, and lighter what could be. */
import type { MilestoneReport } from '../../model.ts';
import { counted, percent, READINESS, range } from '../words.ts';
import { html, type Markup } from './markup.ts';

const RADIUS = 52;
const AROUND = 2 * Math.PI * RADIUS;

export function gauge({ score, title, requirements }: MilestoneReport): Markup {
  const words = range(score);
  const said = `Score ${words}: ${READINESS[score.readiness]}`;
  const met = requirements.filter(({ verdict }) => verdict === 'met').length;
  return html`<div class="gauge ${score.readiness.replaceAll(' ', '-')}"><svg viewBox="0 0 120 120" role="img" aria-label="${said}">
<circle class="ring" cx="60" cy="60" r="${RADIUS}"/>
${score.high > score.low && arc('high', score.high)}${score.low > 0 && arc('low', score.low)}
<text x="60" y="${words.includes('–') ? 67 : 69}"${words.includes('–') && html` class="range"`}>${words}</text></svg>
<strong>${capital(READINESS[score.readiness])}</strong>
<span class="small">${met} of ${counted(requirements.length, 'requirement')} of ${title} met</span></div>`;
}

function arc(kind: 'low' | 'high', share: number): Markup {
  const length = (Math.min(100, percent(share)) / 100) * AROUND;
  return html`<circle class="${kind}" cx="60" cy="60" r="${RADIUS}" stroke-dasharray="${length} ${AROUND}" transform="rotate(-90 60 60)"/>`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
