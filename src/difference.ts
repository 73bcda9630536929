/** Two reports of one project: what flipped, from which score to which, and what speaks against it anew. Pure. */

import type { Change, Difference, MilestoneDifference } from './model/difference.ts';
import type { Tool } from './model/repository.ts';
import {
  type Evidence,
  type MilestoneReport,
  MOST_COUNTER_EVIDENCE,
  type Report,
  type RequirementReport,
  type Verdict,
} from './model.ts';
import { earnedPoints, possiblePoints } from './score.ts';

const ORDER: Readonly<Record<Change['effect'], number>> = { worse: 0, better: 1, neither: 2 };

/** Milestones and requirements are matched by id, so the reports may have been made by different rules. */
export function differenceOf(before: Report, after: Report): Difference {
  return {
    base: before.repository.revision,
    sameRules: sameTool(before.tool, after.tool),
    milestones: after.milestones.map((milestone) =>
      milestoneDifference(
        before.milestones.find(({ id }) => id === milestone.id),
        milestone,
      ),
    ),
  };
}

/** The same program, by the same rules. */
export function sameTool(one: Tool, other: Tool): boolean {
  return one.version === other.version && one.program === other.program && one.rules === other.rules;
}

/** Whether anything of it is worth telling: a verdict, a score, a requirement or a place against one. */
export function differs({ milestones }: Difference): boolean {
  return milestones.some(
    ({ before, after, changes, added, removed, against }) =>
      before?.low !== after.low ||
      before.high !== after.high ||
      [changes, added, removed, against].some((list) => list.length > 0),
  );
}

function milestoneDifference(
  before: MilestoneReport | undefined,
  after: MilestoneReport,
): MilestoneDifference {
  const { id, title } = after;
  const nothing = { changes: [], added: [], removed: [], against: [] };
  // A project that is judged by another milestone now has not gained or lost its requirements.
  if (before === undefined) return { id, title, before: null, after: after.score, ...nothing };
  const earlier = new Map(before.requirements.map((one) => [one.id, one]));
  const later = new Set(after.requirements.map((one) => one.id));
  const pairs = after.requirements.flatMap((now): (readonly [RequirementReport, RequirementReport])[] => {
    const then = earlier.get(now.id);
    return then === undefined ? [] : [[then, now]];
  });
  return {
    id,
    title,
    before: before.score,
    after: after.score,
    changes: pairs.flatMap(changeOf).sort((a, b) => ORDER[a.effect] - ORDER[b.effect]),
    added: after.requirements.filter((one) => !earlier.has(one.id)).map((one) => one.id),
    removed: before.requirements.filter((one) => !later.has(one.id)).map((one) => one.id),
    against: pairs.flatMap(([then, now]) => {
      const evidence = newPlaces(then.counterEvidence, now.counterEvidence);
      return evidence.length === 0 ? [] : [{ requirement: now.id, evidence }];
    }),
  };
}

function changeOf([then, now]: readonly [RequirementReport, RequirementReport]): readonly Change[] {
  if (then.verdict === now.verdict) return [];
  const { id: requirement, title } = now;
  const effect = effectOf(then.verdict, now.verdict);
  return [{ requirement, title, before: then.verdict, after: now.verdict, effect }];
}

function effectOf(before: Verdict, after: Verdict): Change['effect'] {
  const [low, high] = [worth(after)[0] - worth(before)[0], worth(after)[1] - worth(before)[1]];
  if (low >= 0 && high >= 0) return low + high > 0 ? 'better' : 'neither';
  return low <= 0 && high <= 0 ? 'worse' : 'neither';
}

/** What a verdict surely earns, and what it may earn, where one point is to be had. */
function worth(verdict: Verdict): readonly [low: number, high: number] {
  const low = earnedPoints({ weight: 'optional', verdict });
  return [low, verdict === 'unverifiable' ? possiblePoints({ weight: 'optional', verdict }) : low];
}

/** A line that only moved is the same place: it is known by its file and text, as often as it stood there before. */
function newPlaces(before: readonly Evidence[], after: readonly Evidence[]): readonly Evidence[] {
  // Of a list that was cut nobody knows what else was on it.
  if (before.length >= MOST_COUNTER_EVIDENCE) return [];
  const known = new Map<string, number>();
  for (const one of before) known.set(keyOf(one), (known.get(keyOf(one)) ?? 0) + 1);
  return after.filter((one) => {
    const left = known.get(keyOf(one)) ?? 0;
    known.set(keyOf(one), left - 1);
    return left <= 0;
  });
}

function keyOf({ path, text }: Evidence): string {
  return `${path}\n${text}`;
}
