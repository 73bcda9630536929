/** Small pieces of a cohort's page. */
import type { CohortRow } from '../../../model/cohort.ts';
import { gainOfRow } from '../../cohort/said.ts';
import { html, type Markup } from '../markup.ts';

/** As part of a class or an attribute. */
export function slug(text: string): string {
  return text.replaceAll(' ', '-');
}

/** `+12`, `−3`; nothing where nothing moved. */
export function gain(row: CohortRow): Markup | null {
  const points = gainOfRow(row);
  if (points === null || points === 0) return null;
  return points > 0
    ? html`<span class="gain-up">+${points}</span>`
    : html`<span class="gain-down">−${-points}</span>`;
}
