/** What a reader with four minutes should see of a project: its strongest proofs, and its honest gaps. */
import type {
  Effort,
  Evidence,
  MilestoneReport,
  Report,
  RequirementReport,
  Verdict,
  Weight,
} from '../model.ts';

export interface Highlight {
  readonly milestone: MilestoneReport;
  readonly requirement: RequirementReport;
}

export interface ProofHighlight extends Highlight {
  /** The place that shows it: with its lines, and no absence. */
  readonly evidence: Evidence;
}

const HEAVY: Readonly<Record<Weight, number>> = { core: 2, high: 1, optional: 0 };
/** What takes days is what few have. */
const RARE: Readonly<Record<Effort, number>> = { large: 2, medium: 1, small: 0 };
const PROOFS = 3;
const GAPS = 3;
/** Lines within which two proofs would show the same code. */
const SAME = 2;
const URGENT: Readonly<Partial<Record<Verdict, number>>> = { missing: 4, partial: 1 };

/** Met requirements that a line of code shows: what sets the project apart first, and no place twice. */
export function proofsOf(report: Report, most = PROOFS): readonly ProofHighlight[] {
  const [first] = report.milestones;
  const ranked = report.milestones
    .flatMap(all)
    .flatMap((one) => shownBy(one))
    .map((one) => ({ one, rank: rankOf(one, one.milestone === first) }))
    .sort((a, b) => b.rank - a.rank);
  const taken: ProofHighlight[] = [];
  for (const { one } of ranked) {
    if (taken.length === most) break;
    if (!taken.some(({ evidence }) => isSame(evidence, one.evidence))) taken.push(one);
  }
  return taken;
}

function shownBy(one: Highlight): readonly ProofHighlight[] {
  const { verdict, evidence, confidence } = one.requirement;
  const place = evidence.find(({ frame }) => frame !== undefined);
  return verdict === 'met' && confidence === 'high' && place ? [{ ...one, evidence: place }] : [];
}

function rankOf({ requirement: { weight, effort, evidence } }: Highlight, own: boolean): number {
  return (own ? 100 : 0) + RARE[effort] * 20 + HEAVY[weight] * 10 + Math.min(9, evidence.length);
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.path === b.path && Math.abs(a.line - b.line) <= SAME;
}

/** What is missing or partial: promises that are not kept first, then by weight. */
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
  return urgent + (requirement.unkept ? 8 : 0) + HEAVY[requirement.weight] * 2 + (own ? 3 : 0);
}

function all(milestone: MilestoneReport): readonly Highlight[] {
  return milestone.requirements.map((requirement) => ({ milestone, requirement }));
}
