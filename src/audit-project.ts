/** The audit of one repository of a portfolio: its report, every other milestone in brief, and what skills it shows. */
import { type AuditRequest, factsOf, reportOn, reportOnMilestone } from './audit.ts';
import { CHECKS } from './checks/index.ts';
import type { Facts } from './facts/facts.ts';
import { judge } from './milestones/judge.ts';
import { allSkills, type SkillCatalogue } from './milestones/skills.ts';
import type { SkillFinding } from './model/portfolio.ts';
import type { Judged } from './portfolio/assemble.ts';
import { summaryOf } from './portfolio/proofs.ts';
import type { Repository } from './repository/repository.ts';

export interface ProjectRequest extends AuditRequest {
  readonly skills: SkillCatalogue;
}

/**
 * What a portfolio keeps of a repository. Nothing of it refers to the facts or to the texts that were read, so that
 * the memory of a portfolio does not grow with the size of its repositories. Throws as `audit` does.
 */
export async function auditProject(
  source: string,
  repository: Repository,
  request: ProjectRequest,
): Promise<Judged> {
  const facts = await factsOf(repository, request);
  const report = reportOn(repository, facts, { ...request, unrecognised: 'by-rules' });
  const judged = new Set(report.milestones.map(({ id }) => id));
  const others = request.milestones
    .filter(({ id }) => !judged.has(id))
    .map((milestone) => summaryOf(reportOnMilestone(milestone, facts)));
  return detached({ source, report, others, skills: findingsIn(facts, request.skills) });
}

function findingsIn(facts: Facts, catalogue: SkillCatalogue): readonly SkillFinding[] {
  return allSkills(catalogue).flatMap(({ id, shown }): readonly SkillFinding[] => {
    const { verdict, evidence } = judge({ met: shown, partial: null }, facts, CHECKS);
    const [first] = evidence;
    return verdict === 'met' && first ? [{ skill: id, evidence: first, places: evidence.length }] : [];
  });
}

/** A cut-out of a text keeps the whole text in memory; a copy by way of JSON does not. */
function detached(judged: Judged): Judged {
  return JSON.parse(JSON.stringify(judged)) as Judged;
}
