/** How the milestone was chosen where nobody named one: by what, and how clearly. */
import type { Report } from '../model.ts';
import { percent } from './words.ts';

const SIGNALS = 5;

/** null where it was named, or nothing was recognised. */
export function howRecognised({ recognition, milestones }: Report): string | null {
  const [best, second] = recognition?.candidates ?? [];
  if (!recognition || !best) return null;
  if (recognition.milestone !== null) {
    const lead = second ? `; ${percent(recognition.confidence)} % ahead of ${second.id}` : '';
    return `Recognised by ${listed(best.signals)}${lead}`;
  }
  const nearest = [best, ...(second ? [second] : [])].map(({ id, signals }) => `${id} (${listed(signals)})`);
  return `Cannot tell which milestone this is: ${nearest.join(' or ')}. Judged as ${milestones[0]?.id ?? best.id}`;
}

function listed(signals: readonly string[]): string {
  const rest = signals.length - SIGNALS;
  return signals.slice(0, SIGNALS).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
