/** What a reader with four minutes should see of a project: its strongest proofs, and its honest gaps. */
import type { MilestoneReport, Report, RequirementReport, Verdict, Weight } from '../model.ts';

export interface Highlight {
  readonly milestone: MilestoneReport;
  readonly requirement: RequirementReport;
}

const HEAVY: Readonly<Record<Weight, number>> = { core: 2, high: 1, optional: 0 };
const PROOFS = 3;
const GAPS = 2;
/** A promise that is not kept is what a reader must hear first. */
const URGENT: Readonly<Partial<Record<Verdict, number>>> = { missing: 4, partial: 1 };

/** Met requirements of the project's own milestone: the heaviest first, then those with most evidence. */
export function proofsOf(report: Report, most = PROOFS): readonly Highlight[] {
  const [first, ...rest] = report.milestones;
  const candidates = first
    ? [{ all: all(first), own: 1 }, ...rest.map((one) => ({ all: all(one), own: 0 }))]
    : [];
  return candidates
    .flatMap(({ all: found, own }) => found.map((one) => ({ one, own })))
    .filter(({ one }) => one.requirement.verdict === 'met' && one.requirement.evidence.length > 0)
    .map(({ one, own }) => ({
      one,
      rank: own * 100 + HEAVY[one.requirement.weight] * 20 + one.requirement.evidence.length,
    }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ one }) => one);
}

/** What is missing or partial: what the README claims first, then by weight. */
export function gapsOf(report: Report, most = GAPS): readonly Highlight[] {
  const [first] = report.milestones;
  return report.milestones
    .flatMap(all)
    .map((one) => ({ one, rank: urgency(one, one.milestone === first) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ one }) => one);
}

function urgency({ requirement }: Highlight, own: boolean): number {
  const urgent = URGENT[requirement.verdict];
  if (urgent === undefined) return 0;
  const claimed = requirement.claimed && requirement.verdict === 'missing' ? 8 : 0;
  return urgent + claimed + HEAVY[requirement.weight] * 2 + (own ? 3 : 0);
}

function all(milestone: MilestoneReport): readonly Highlight[] {
  return milestone.requirements.map((requirement) => ({ milestone, requirement }));
}
