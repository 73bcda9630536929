/** How the milestone was chosen where nobody named one: by what, and how clearly. */
import type { Report } from '../model.ts';

const SIGNALS = 5;
/** A lead below this may be chance. */
const CLOSE = 0.25;

/** null where it was named. */
export function howRecognised({ recognition, milestones }: Report): string | null {
  const able = (recognition?.candidates ?? []).filter(({ open }) => open === null);
  const [best, second] = able;
  if (!recognition) return null;
  if (!best) return 'Cannot tell which milestone this is: judged by the rules for every project alone';
  if (recognition.milestone !== null) {
    const beside = recognition.also.length > 0 ? `; it is ${recognition.also.join(' and ')} as well` : '';
    const next = able.slice(1).find(({ id }) => !recognition.also.includes(id));
    const close = recognition.confidence < CLOSE && next === second ? ', but not by far' : '';
    const lead = next ? `; next is ${next.id}${close}` : '';
    return `Recognised by ${listed(best.signals)}${beside}${lead}`;
  }
  const nearest = [best, ...(second ? [second] : [])].map(({ id, signals }) => `${id} (${listed(signals)})`);
  return `Cannot tell which milestone this is: ${nearest.join(' or ')}. Judged as ${milestones[0]?.id ?? best.id}`;
}

function listed(signals: readonly string[]): string {
  const told = [...new Set(signals)];
  const rest = told.length - SIGNALS;
  return told.slice(0, SIGNALS).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
