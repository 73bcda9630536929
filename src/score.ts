/** Verdicts to a score. Pure arithmetic; defined in words, with a worked example, in docs/scoring.md. */
import type {
  Effort,
  MilestoneReport,
  NextStep,
  Readiness,
  RequirementReport,
  Score,
  Verdict,
  Weight,
} from './model.ts';

/** The roadmap's own tags. */
export const POINTS: Readonly<Record<Weight, number>> = { core: 3, high: 2, optional: 1 };
const EFFORT: Readonly<Record<Effort, number>> = { small: 1, medium: 2, large: 4 };
const SHARE: Readonly<Record<Exclude<Verdict, 'unverifiable'>, number>> = {
  met: 1,
  partial: 0.5,
  missing: 0,
  waived: 0,
};
/** The most that a repository with a committed secret can score. */
const CAPPED = 0.6;
/** How many next steps a report names. */
const STEPS = 3;

export type Weighed = Pick<RequirementReport, 'weight' | 'verdict'>;

/** Six digits: enough to order, and the same text on every machine. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function shareOf({ verdict }: Weighed, unverifiable: 0 | 1): number {
  return verdict === 'unverifiable' ? unverifiable : SHARE[verdict];
}

/** `cap` says why the score is held down (a committed secret), or null. */
export function scoreOf(requirements: readonly Weighed[], cap: string | null = null): Score {
  const possible = requirements.reduce((sum, item) => sum + POINTS[item.weight], 0);
  const points = (unverifiable: 0 | 1) =>
    requirements.reduce((sum, item) => sum + POINTS[item.weight] * shareOf(item, unverifiable), 0);
  const most = cap === null ? 1 : CAPPED;
  const share = (earned: number) => (possible === 0 ? 0 : rounded(Math.min(most, earned / possible)));
  const low = share(points(0));
  return {
    earned: points(0),
    possible,
    low,
    high: share(points(1)),
    decided: requirements.filter((item) => item.verdict !== 'unverifiable').length,
    total: requirements.length,
    readiness: readinessOf(low, requirements, cap),
    cap,
  };
}

/**
 * By the low end of the score and by the core requirements: a high score with a core requirement missing is not
 * nearly ready.
 */
function readinessOf(low: number, requirements: readonly Weighed[], cap: string | null): Readiness {
  const core = requirements.filter((item) => item.weight === 'core');
  const short = core.filter((item) => item.verdict !== 'met').length;
  const absent = core.filter((item) => item.verdict !== 'met' && item.verdict !== 'partial').length;
  if (cap === null && low >= 0.85 && absent === 0 && short <= 1) return 'ready';
  if (cap === null && low >= 0.7 && absent <= 1) return 'nearly';
  return low >= 0.4 ? 'on the way' : 'started';
}

/** The best next steps: share of the score gained over effort, the first by rule order among equals. */
export function nextSteps(milestones: readonly MilestoneReport[]): readonly NextStep[] {
  return milestones
    .flatMap((milestone) =>
      milestone.requirements.flatMap((requirement) => {
        if (requirement.verdict !== 'missing' && requirement.verdict !== 'partial') return [];
        const points = POINTS[requirement.weight] * (1 - SHARE[requirement.verdict]);
        const gain = milestone.score.possible === 0 ? 0 : rounded(points / milestone.score.possible);
        return [
          {
            step: { milestone: milestone.id, requirement: requirement.id, gain },
            worth: gain / EFFORT[requirement.effort],
          },
        ];
      }),
    )
    .sort((a, b) => b.worth - a.worth)
    .slice(0, STEPS)
    .map(({ step }) => step);
}
