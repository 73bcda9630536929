/** How a history is told in words. */
import type { RequirementHistory, Turn } from '../../model/history.ts';

/** `met at 1a2b3c4 (2026-04-01), lost at …`. */
export function turnsSentence({ turns }: RequirementHistory): string {
  if (turns.length === 0) return 'never met';
  return turns.map((turn, index) => `${wordOf(turn, index)} ${placeOf(turn)}`).join(', ');
}

function wordOf({ to }: Turn, index: number): string {
  if (to === 'lost') return 'lost';
  return index === 0 ? 'met' : 'met again';
}

function placeOf({ revision, date, exact }: Turn): string {
  return `${exact ? 'at' : 'by'} ${revision.slice(0, 7)} (${date.slice(0, 10)})`;
}
