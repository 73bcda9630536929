/** What to do next, in the order in which it can be done. Pure. */

import type { Difference } from './model/difference.ts';
import type { LeakedSecret } from './model/repository.ts';
import type { MilestoneReport, NextStep, Report, RequirementReport } from './model.ts';
import { COST, earnedPoints, isOpen, possiblePoints, scoreOf } from './score.ts';

const STEPS = 3;

interface Candidate {
  readonly step: NextStep & { readonly requirement: string };
  readonly requirement: RequirementReport;
  readonly worth: number;
}

/**
 * A committed secret first: it hurts today. Then the most points for the effort, the earlier one where equal, but
 * nothing before what it stands on. What cannot be told is no step: it may be met already.
 */
export function nextSteps(
  milestones: readonly MilestoneReport[],
  secrets: readonly LeakedSecret[],
): readonly NextStep[] {
  return [...revoked(milestones, secrets), ...inOrder(milestones, [])].slice(0, STEPS);
}

/** The same of a change: after the secrets, what it made worse. */
export function stepsAfter(report: Report, difference: Difference | undefined): readonly NextStep[] {
  if (difference === undefined) return report.next;
  const broken = difference.milestones.flatMap(({ id, changes, against }) => {
    const worse = changes.filter(({ effect }) => effect === 'worse').map((one) => one.requirement);
    return [...worse, ...against.map((one) => one.requirement)].map((requirement) => `${id}/${requirement}`);
  });
  return [...revoked(report.milestones, report.secrets), ...inOrder(report.milestones, broken)].slice(
    0,
    STEPS,
  );
}

function revoked(
  milestones: readonly MilestoneReport[],
  secrets: readonly LeakedSecret[],
): readonly NextStep[] {
  const [first] = milestones;
  if (first === undefined || secrets.length === 0) return [];
  const gain = rounded(scoreOf(first.requirements).low - first.score.low);
  return [{ milestone: first.id, requirement: null, gain, points: 0 }];
}

function inOrder(milestones: readonly MilestoneReport[], first: readonly string[]): readonly NextStep[] {
  const rank = ({ step }: Candidate): number => {
    const at = first.indexOf(`${step.milestone}/${step.requirement}`);
    return at < 0 ? first.length : at;
  };
  let left = milestones.flatMap(candidatesOf).sort((a, b) => rank(a) - rank(b) || b.worth - a.worth);
  const taken: NextStep[] = [];
  while (taken.length < STEPS && left.length > 0) {
    const open = new Set(left.map(({ step }) => `${step.milestone}/${step.requirement}`));
    // Two that wait for each other are a mistake of the rules, and must not hold everything up.
    const next =
      left.find(({ step, requirement }) =>
        requirement.after.every(
          (id) => !open.has(`${step.milestone}/${id}`) || isBegun(milestones, step, id),
        ),
      ) ?? left[0];
    if (next === undefined) break;
    taken.push(next.step);
    left = left.filter((one) => one !== next);
  }
  return taken;
}

/** A part of it is enough to go on from. */
function isBegun(milestones: readonly MilestoneReport[], { milestone }: NextStep, id: string): boolean {
  const found = milestones.find((one) => one.id === milestone)?.requirements.find((one) => one.id === id);
  return found?.verdict === 'partial';
}

function candidatesOf({ id, requirements }: MilestoneReport): readonly Candidate[] {
  const possible = requirements.reduce((sum, one) => sum + possiblePoints(one), 0);
  return requirements.flatMap((requirement) => {
    const { verdict, effort } = requirement;
    if ((verdict !== 'missing' && verdict !== 'partial') || isOpen(requirement)) return [];
    const points = possiblePoints(requirement) - earnedPoints(requirement);
    const gain = rounded(points / possible);
    const step = { milestone: id, requirement: requirement.id, gain, points };
    return [{ step, requirement, worth: points / COST[effort] }];
  });
}

/** Six digits: the same text on every machine, and far more than anybody reads. */
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
