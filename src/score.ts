/** Verdicts to a score. Pure arithmetic; docs/scoring.md says it in words, with a worked example. */
import type { Effort, Readiness, RequirementReport, Score, Verdict, Weight } from './model.ts';

export type Weighed = Pick<RequirementReport, 'weight' | 'verdict'> &
  Partial<Pick<RequirementReport, 'confidence' | 'reason' | 'main'>>;

/** The roadmap's own tags: Core Skill, High ROI, Optional. */
const POINTS: Readonly<Record<Weight, number>> = { core: 3, high: 2, optional: 1 };
/** The part of its points that a requirement earns; an unverifiable one none at the low end, all at the high end. */
const EARNS: Readonly<Record<Verdict, number>> = {
  met: 1,
  partial: 0.5,
  missing: 0,
  unverifiable: 0,
  waived: 0,
};
/** An afternoon is two small steps, days are four. */
export const COST: Readonly<Record<Effort, number>> = { small: 1, medium: 2, large: 4 };
/** The most that a score can be while something holds it down: below `nearly`. */
const CAP = 0.6;

/** Points that a requirement is worth. */
export function possiblePoints({ weight }: Weighed): number {
  return POINTS[weight];
}

/** Points that it surely earns. */
export function earnedPoints({ weight, verdict }: Weighed): number {
  return POINTS[weight] * EARNS[verdict];
}

/** `cap` says why the score is held down (a committed secret), or is null. */
export function scoreOf(requirements: readonly Weighed[], cap: string | null = null): Score {
  const possible = sum(requirements, possiblePoints);
  const earned = sum(requirements, earnedPoints);
  const undecided = requirements.filter(isOpen);
  const decided = requirements.filter((one) => !isOpen(one));
  const share = (points: number): number =>
    possible === 0 ? 0 : rounded(Math.min(points / possible, cap === null ? 1 : CAP));
  const low = share(earned);
  return {
    earned,
    possible,
    low,
    high: share(earned + sum(undecided, (one) => possiblePoints(one) - earnedPoints(one))),
    decided: decided.length,
    uncertain: decided.filter(({ verdict, confidence }) => verdict !== 'waived' && confidence === 'low')
      .length,
    total: requirements.length,
    readiness: readinessOf(low, requirements),
    cap,
  };
}

/** It cannot be told, or it is partial at least: what would make it more could not be told. */
export function isOpen({ verdict, reason = null }: Weighed): boolean {
  return verdict === 'unverifiable' || (verdict === 'partial' && reason !== null);
}

/**
 * What is not shown is not ready: only the low end counts, and no other points make up for the core, least of all for
 * what the milestone is about.
 */
function readinessOf(low: number, requirements: readonly Weighed[]): Readiness {
  const core = requirements.filter(({ weight }) => weight === 'core').map(({ verdict }) => EARNS[verdict]);
  const open = core.filter((earns) => earns === 0).length;
  const partial = core.filter((earns) => earns > 0 && earns < 1).length;
  if (low >= 0.85 && open === 0 && partial <= 1) return 'ready';
  const about = requirements.some(({ main, verdict }) => main && EARNS[verdict] === 0);
  if (low >= 0.7 && open <= 1 && !about) return 'nearly';
  return low >= 0.4 ? 'on the way' : 'started';
}

/** Whether a milestone counts as shown: at most one core requirement is open, and not what it is about. */
export function isShown({ readiness }: Pick<Score, 'readiness'>): boolean {
  return readiness === 'nearly' || readiness === 'ready';
}

/**
 * What would have to be met until the milestone counts as shown, the best step first; empty where it does. A cap is not
 * looked at: whoever asks has to tell it.
 */
export function openUntilShown<Open extends Weighed & { readonly effort: Effort }>(
  requirements: readonly Open[],
): readonly Open[] {
  const open = requirements
    .filter(({ verdict }) => verdict !== 'met' && verdict !== 'waived')
    .map((one) => ({ one, worth: (POINTS[one.weight] * (1 - EARNS[one.verdict])) / COST[one.effort] }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ one }) => one);
  for (let taken = 0; taken < open.length; taken += 1) {
    const done = open.slice(0, taken);
    const after = requirements.map(
      ({ weight, verdict, main }, at): Weighed => ({
        weight,
        verdict: done.some((one) => one === requirements[at]) ? 'met' : verdict,
        ...(main ? { main } : {}),
      }),
    );
    if (isShown(scoreOf(after))) return done;
  }
  return open;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Six digits: the same text on every machine, and far more than anybody reads. */
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
