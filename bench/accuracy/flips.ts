/** What a change of the program does to real code: every verdict that is another one now. */
import type { Verdict } from '../../src/model.ts';
import type { Label } from './labels.ts';
import type { Outcome } from './version.ts';

export interface Flip {
  readonly repository: string;
  /** `milestone/requirement`. */
  readonly requirement: string;
  /** 'none': there was no rule, or the audit failed. */
  readonly before: Verdict | 'none';
  readonly after: Verdict | 'none';
  readonly label: Verdict | null;
}

export function flipsOf(
  repository: string,
  before: Outcome['verdicts'],
  after: Outcome['verdicts'],
  labels: readonly Label[],
): readonly Flip[] {
  const truth = new Map(labels.map((one) => [`${one.milestone}/${one.requirement}`, one.verdict]));
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys
    .filter((key) => before[key] !== after[key])
    .map((requirement) => ({
      repository,
      requirement,
      before: before[requirement] ?? 'none',
      after: after[requirement] ?? 'none',
      label: truth.get(requirement) ?? null,
    }));
}

/** `right now`: the label is the new verdict; `wrong now`: it was the old one. */
function judgementOf({ before, after, label }: Flip): string {
  if (label === null) return '';
  if (after === label) return 'right now';
  return before === label ? 'wrong now' : 'wrong before and now';
}

export function flipLines(flips: readonly Flip[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const flip of flips) {
    const said = judgementOf(flip) || 'not labelled';
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const summary = [...counts].map(([said, count]) => `${count} ${said}`).join(', ');
  return [
    ...flips.map((flip) => {
      const truth = flip.label === null ? '' : `\tlabel ${flip.label}\t${judgementOf(flip)}`;
      return `${flip.repository}\t${flip.requirement}\t${flip.before} -> ${flip.after}${truth}`;
    }),
    `${flips.length} verdicts differ${summary === '' ? '' : `: ${summary}`}`,
  ];
}
