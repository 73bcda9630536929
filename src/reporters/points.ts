/** The milestone of a report as points, for the tools in which teachers collect them. */
import type { MilestoneReport, Report, RequirementReport } from '../model.ts';
import { earnedPoints, possiblePoints } from '../score.ts';
import { placeOf, whyNot } from './places.ts';
import { visible, withoutCommands } from './visible.ts';

export interface Graded {
  readonly requirement: Pick<RequirementReport, 'id' | 'title' | 'weight' | 'verdict' | 'evidence'>;
  readonly earned: number;
  readonly possible: number;
  /** One line: where it is, or what is missing. No line end, no escape, nothing that a log would take for a command. */
  readonly message: string;
}

export interface Grades {
  readonly milestone: Pick<MilestoneReport, 'id' | 'title' | 'score'>;
  readonly tests: readonly Graded[];
  readonly possible: number;
  /** What the tests earn together, held down where the score is. */
  readonly earned: number;
  readonly cap: string | null;
}

const LONGEST = 500;

/** null where nothing was judged. Portfolio rules are no part of an assignment. */
export function gradesOf({ milestones: [milestone] }: Report): Grades | null {
  if (milestone === undefined) return null;
  const tests = milestone.requirements.map((requirement) => graded(requirement, messageOf(requirement)));
  return gradesFor(milestone, tests);
}

export function graded(requirement: Graded['requirement'], message: string): Graded {
  return {
    requirement,
    earned: earnedPoints(requirement),
    possible: possiblePoints(requirement),
    message: line(message),
  };
}

export function gradesFor(milestone: Grades['milestone'], tests: readonly Graded[]): Grades {
  const { possible, earned, low, cap } = milestone.score;
  // The low end of the score is the cap where one holds it down.
  const held = cap === null ? earned : Math.min(earned, Math.round(low * possible * 100) / 100);
  return { milestone, tests, possible, earned: held, cap: cap === null ? null : line(cap) };
}

function messageOf(one: RequirementReport): string {
  const found = one.evidence.slice(0, 3).map(placeOf).join(', ');
  switch (one.verdict) {
    case 'met':
      return found;
    case 'partial':
      return [found, whyNot(one)].filter((part) => part !== '').join('; ');
    case 'missing':
    case 'unverifiable':
      return whyNot(one);
    case 'waived':
      return `waived: ${one.waiver?.reason ?? ''}`;
    default:
      return one.verdict satisfies never;
  }
}

/** Those tools print it, in a job whose log the runner reads. */
function line(text: string): string {
  const clean = visible(text.replace(/\s+/g, ' ').trim());
  const safe = withoutCommands(clean);
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…` : safe;
}
