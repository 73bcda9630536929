/** The roadmap's employability checkpoints: which jobs one can apply for, with which projects. */
import type { Checkpoint, ProjectReport } from '../model/portfolio.ts';
import { proofOf } from './proofs.ts';

interface Stage {
  readonly months: number;
  readonly title: string;
  /** Ids of the milestones that this stage adds to the one before. */
  readonly milestones: readonly string[];
  /** How many of them are asked for. */
  readonly atLeast: number;
}

const STAGES: readonly Stage[] = [
  {
    months: 3,
    title: 'Junior Backend Developer',
    milestones: ['cli-task-manager', 'blog-api'],
    atLeast: 2,
  },
  {
    months: 6,
    title: 'Junior AI Engineer',
    milestones: ['data-pipeline', 'ml-api', 'rag-system'],
    atLeast: 3,
  },
  {
    months: 9,
    title: 'Mid-Level AI Engineer',
    milestones: ['full-stack-ai-app', 'production-deployment'],
    atLeast: 2,
  },
  {
    months: 12,
    title: 'Senior AI Engineer track',
    milestones: ['data-analysis-tool', 'research-assistant', 'realtime-chat'],
    atLeast: 2,
  },
];

/** All four, in order. One is reached only where those before it are. */
export function checkpointsOf(
  projects: readonly ProjectReport[],
  titleOf: (milestone: string) => string,
): readonly Checkpoint[] {
  let before = true;
  return STAGES.map(({ months, title, milestones, atLeast }) => {
    const proofs = milestones.map((id) => proofOf(id, titleOf(id), projects));
    const shown = proofs.filter(({ status }) => status === 'shown').length;
    before = before && shown >= atLeast;
    return { months, title, reached: before, proofs, atLeast };
  });
}
