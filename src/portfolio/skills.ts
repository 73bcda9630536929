/** The skills map: for each skill of the roadmap the strongest evidence across all repositories. */
import type { SkillCatalogue } from '../milestones/skills.ts';
import type { SkillEvidence, SkillFinding, SkillReport, Source } from '../model/portfolio.ts';

/** More repositories than this say nothing more. */
const MOST_PROJECTS = 3;

export interface FoundIn {
  readonly project: Source;
  readonly findings: readonly SkillFinding[];
}

export function skillsOf(catalogue: SkillCatalogue, found: readonly FoundIn[]): readonly SkillReport[] {
  const bySkill = new Map<string, SkillEvidence[]>();
  for (const { project, findings } of found) {
    for (const { skill, evidence, places } of findings) {
      const known = bySkill.get(skill) ?? [];
      known.push({ project, evidence, places });
      bySkill.set(skill, known);
    }
  }
  return catalogue.phases.flatMap(({ phase, title: phaseTitle, sections }) =>
    sections.flatMap(({ title: section, skills }) =>
      skills.map(({ id, title, tag }) => ({
        id,
        title,
        tag,
        phase,
        phaseTitle,
        section,
        shown: strongestFirst(bySkill.get(id) ?? []),
      })),
    ),
  );
}

/** The repository that uses it in most places; where they are equal, the one that was given first. */
function strongestFirst(evidence: readonly SkillEvidence[]): readonly SkillEvidence[] {
  return [...evidence].sort((a, b) => b.places - a.places).slice(0, MOST_PROJECTS);
}
