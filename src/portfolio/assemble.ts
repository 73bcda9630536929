/** Reports on single repositories put together into the report on all of them. Pure. */
import { CATALOGUE, PORTFOLIO } from '../milestones/catalogue.ts';
import type { SkillCatalogue } from '../milestones/skills.ts';
import type { Failure, PortfolioReport, ProjectReport, SkillFinding } from '../model/portfolio.ts';
import type { Report } from '../model.ts';
import { checkpointsOf } from './checkpoints.ts';
import { hasPartIn, proofOf } from './proofs.ts';
import { skillsOf } from './skills.ts';

/** What every portfolio must hold. */
const REQUIRED = ['cli-task-manager', 'blog-api', 'rag-system', 'production-deployment'];
const DEPLOYED = 3;

/** What is kept of one repository once it is judged. */
export interface Judged extends ProjectReport {
  readonly skills: readonly SkillFinding[];
}

export interface Parts {
  readonly tool: Report['tool'];
  readonly title: string | null;
  /** In the order in which they were given. */
  readonly judged: readonly Judged[];
  readonly failures: readonly Failure[];
  readonly skills: SkillCatalogue;
}

export function portfolioOf({ tool, title, judged, failures, skills }: Parts): PortfolioReport {
  const projects = judged.map(({ source, report, others }): ProjectReport => {
    const own = report.milestones.map(({ id }) => id);
    return { source, report, others: others.filter((one) => hasPartIn(one, own)) };
  });
  const checkpoints = checkpointsOf(projects, titleOf);
  return {
    schema: 1,
    kind: 'portfolio',
    tool,
    title,
    projects,
    failures,
    required: REQUIRED.map((id) => proofOf(id, titleOf(id), projects)),
    deployed: { atLeast: DEPLOYED, projects: projects.filter(isDeployed).map(({ source }) => source) },
    reached: checkpoints.findLast(({ reached }) => reached)?.months ?? null,
    checkpoints,
    skills: skillsOf(
      skills,
      judged.map(({ source, skills: findings }) => ({ project: source, findings })),
    ),
  };
}

function titleOf(milestone: string): string {
  return CATALOGUE.find(({ id }) => id === milestone)?.title ?? milestone;
}

/** Its README or manifest gives the public address of the running program. */
function isDeployed({ report }: ProjectReport): boolean {
  const rules = report.milestones.find(({ id }) => id === PORTFOLIO);
  return rules?.requirements.some(({ id, verdict }) => id === 'live-url' && verdict === 'met') ?? false;
}
