/** Next steps in words, the same in every format: what, how much it adds, how long the first of it takes, and how. */

import type { Difference } from '../model/difference.ts';
import type { LeakedSecret } from '../model/repository.ts';
import type { NextStep, Report, RequirementReport } from '../model.ts';
import { stepsAfter } from '../steps.ts';
import { counted, percent, requirementOf, TIME } from './words.ts';

const MOST = 3;

export interface Step {
  readonly title: string;
  /** Of the requirement; null for committed secrets. */
  readonly id: string | null;
  /** `+3 points, to 73 %`. */
  readonly gain: string;
  readonly time: string;
  /** Advice as a rule file writes it: prose and code. */
  readonly how: string;
}

export function stepsIn(report: Report, difference?: Difference): readonly Step[] {
  return stepsAfter(report, difference)
    .slice(0, MOST)
    .flatMap((step): readonly Step[] => {
      if (step.requirement === null) return [revoke(report, step)];
      const requirement = requirementOf(report, step);
      return requirement === undefined ? [] : [stepOf(report, step, requirement)];
    });
}

function stepOf(report: Report, step: NextStep, { id, title, effort, fix }: RequirementReport): Step {
  return { title, id, gain: gainOf(report, step), time: TIME[effort], how: fix };
}

/** One unit for all of them: points. Of the project's own milestone also what they make of its score. */
function gainOf({ milestones }: Report, { milestone, points, gain }: NextStep): string {
  const words = `+${counted(points, 'point')}`;
  const [first] = milestones;
  const found = milestones.find(({ id }) => id === milestone);
  if (found === undefined || found !== first) return `${words}${found ? ` (${found.title})` : ''}`;
  const { low, cap } = found.score;
  return cap === null ? `${words}, to ${percent(low + gain)} %` : words;
}

function revoke({ secrets, milestones }: Report, { gain }: NextStep): Step {
  const low = milestones[0]?.score.low ?? 0;
  return {
    title:
      secrets.length === 1
        ? 'Revoke and remove a committed secret'
        : `Revoke and remove ${secrets.length} committed secrets`,
    id: null,
    gain: gain > 0 ? `to ${percent(low + gain)} %` : 'before anything else',
    time: TIME.small,
    how: [
      'Everybody who has a clone has them, and Git keeps them in its history. Revoke each where it was issued, read the new one from the environment, and take the old one out of the file:',
      '```',
      ...secrets.map(secretLine),
      '```',
    ].join('\n'),
  };
}

/** `app/conf.py:1  GitHub token`. */
export function secretLine({ what, path, line }: LeakedSecret): string {
  return `${path}:${line}  ${what}`;
}
