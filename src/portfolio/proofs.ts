/** Which repository shows a milestone best, and what is still open in it. */

import type {
  MilestoneSummary,
  ProjectReport,
  Proof,
  RequirementSummary,
  Source,
} from '../model/portfolio.ts';
import type { MilestoneReport, Score } from '../model.ts';
import { isShown, openUntilShown } from '../score.ts';

/** Milestones of the roadmap that go on with the project of an earlier one: half of such a one is a beginning of it. */
const CONTINUES: Readonly<Record<string, readonly string[]>> = {
  'full-stack-ai-app': ['rag-system'],
  'production-deployment': ['rag-system', 'full-stack-ai-app'],
  'realtime-chat': ['rag-system', 'full-stack-ai-app'],
};
const LEAST_SHARE = 0.4;

/**
 * Whether a repository has a part in a milestone that it does not claim to be: it shows it, or goes on with it. Logging,
 * type hints and a history alone make no task manager of an API.
 */
export function hasPartIn(
  { id, score }: Pick<MilestoneSummary, 'id' | 'score'>,
  own: readonly string[],
): boolean {
  if (isShown(score)) return true;
  return score.low >= LEAST_SHARE && own.some((one) => CONTINUES[id]?.includes(one));
}

interface Candidate {
  readonly source: Source;
  /** The repository is this milestone, by its looks or by its owner's word. */
  readonly own: boolean;
  readonly score: Score;
  readonly requirements: readonly RequirementSummary[];
}

/** The proof of one milestone: by its own repository, or by another one that does what it asks for all the same. */
export function proofOf(milestone: string, title: string, projects: readonly ProjectReport[]): Proof {
  const best = projects
    .flatMap((project) => candidatesOf(project, milestone))
    .sort((a, b) => rank(b) - rank(a))[0];
  if (!best) return { milestone, title, status: 'absent', project: null, score: null, open: [] };
  const shown = isShown(best.score);
  return {
    milestone,
    title,
    status: shown ? 'shown' : 'begun',
    project: best.source,
    score: best.score,
    open: shown ? [] : openUntilShown(best.requirements),
  };
}

/** Shown before begun, then the higher score; where they are equal, the repository whose milestone it is. */
function rank({ own, score }: Candidate): number {
  return (isShown(score) ? 10 : 0) + score.low + (own ? 0.001 : 0);
}

function candidatesOf({ source, report, others }: ProjectReport, milestone: string): readonly Candidate[] {
  const own = report.milestones.filter(({ id }) => id === milestone).map(summaryOf);
  return [
    ...own.map(({ score, requirements }) => ({ source, own: true, score, requirements })),
    ...others
      .filter(({ id }) => id === milestone)
      .map(({ score, requirements }) => ({ source, own: false, score, requirements })),
  ];
}

/** What a portfolio keeps of a judged milestone. */
export function summaryOf({ id, title, score, requirements }: MilestoneReport): MilestoneSummary {
  return {
    id,
    title,
    score,
    requirements: requirements.map((one) => ({
      id: one.id,
      title: one.title,
      weight: one.weight,
      effort: one.effort,
      ...(one.main ? { main: one.main } : {}),
      verdict: one.verdict,
      evidence: one.evidence[0] ?? null,
    })),
  };
}
