/** The report on several repositories. Plain data like {@link Report}: same repositories and rules, same bytes. */

import type { Difference } from '../model/difference.ts';
import type { Evidence, Report, RequirementReport, Score } from '../model.ts';

export interface PortfolioReport {
  readonly schema: 1;
  readonly kind: 'portfolio';
  readonly tool: Report['tool'];
  /** Whose portfolio or which class it is, where the portfolio file says so. */
  readonly title: string | null;
  /** In the order in which they were given. */
  readonly projects: readonly ProjectReport[];
  /** Repositories that could not be audited: told, never left out silently. */
  readonly failures: readonly Failure[];
  /** The projects that the roadmap requires of everybody. */
  readonly required: readonly Proof[];
  readonly deployed: { readonly atLeast: number; readonly projects: readonly Source[] };
  /** Months of the last checkpoint that is reached; null before the first one. */
  readonly reached: number | null;
  readonly checkpoints: readonly Checkpoint[];
  readonly skills: readonly SkillReport[];
}

/** What the user wrote to name a repository: it tells the projects of one portfolio apart. */
export type Source = string;

export interface ProjectReport {
  readonly source: Source;
  /** By the milestone that it is recognised as or was named; `portfolio` is always among them. */
  readonly report: Report;
  /** Further milestones that it has a part in: one repository may prove several. */
  readonly others: readonly MilestoneSummary[];
}

export interface MilestoneSummary {
  readonly id: string;
  readonly title: string;
  readonly score: Score;
  readonly requirements: readonly RequirementSummary[];
}

export interface RequirementSummary
  extends Pick<RequirementReport, 'id' | 'title' | 'weight' | 'effort' | 'verdict' | 'main'> {
  /** The first piece of it. */
  readonly evidence: Evidence | null;
}

export interface Failure {
  readonly source: Source;
  /** One sentence without a full stop. */
  readonly reason: string;
  /** What to do about it. */
  readonly hint: string | null;
}

/** How well a portfolio shows one milestone: by the repository that shows it best. */
export interface Proof {
  readonly milestone: string;
  readonly title: string;
  /** 'shown' is a readiness of `nearly` or `ready`: docs/scoring.md. */
  readonly status: 'shown' | 'begun' | 'absent';
  readonly project: Source | null;
  readonly score: Score | null;
  /** What would have to be met for 'shown', the best step first; empty where it is. */
  readonly open: readonly RequirementSummary[];
}

/** A stage of the roadmap at which one can apply for a kind of job. */
export interface Checkpoint {
  readonly months: number;
  /** The job that one can apply for. */
  readonly title: string;
  readonly reached: boolean;
  /** Its own milestones; those of earlier checkpoints are taken for granted. */
  readonly proofs: readonly Proof[];
  /** How many of its milestones it asks for. */
  readonly atLeast: number;
}

/** The roadmap's tags of a skill. */
export type SkillTag = 'core' | 'high' | 'optional' | 'advanced';

export interface SkillReport {
  readonly id: string;
  readonly title: string;
  readonly tag: SkillTag;
  readonly phase: number;
  /** Titles of its phase and of its section in the roadmap. */
  readonly phaseTitle: string;
  readonly section: string;
  /** The strongest evidence first, one entry per repository; empty where no repository shows it yet. */
  readonly shown: readonly SkillEvidence[];
}

export interface SkillEvidence {
  readonly project: Source;
  readonly evidence: Evidence;
  /** Places of the repository that show it. */
  readonly places: number;
}

/** What one repository shows of one skill, before the portfolio is put together. */
export interface SkillFinding {
  readonly skill: string;
  readonly evidence: Evidence;
  readonly places: number;
}

/** What changed from one report on a portfolio to another. */
export interface PortfolioDifference {
  /** Months of the checkpoint that was reached, and of the one that is. */
  readonly before: number | null;
  readonly after: number | null;
  /** Of the projects that both reports judge. */
  readonly projects: readonly { readonly source: Source; readonly difference: Difference }[];
  readonly added: readonly Source[];
  readonly removed: readonly Source[];
  /** Ids. */
  readonly skillsGained: readonly string[];
  readonly skillsLost: readonly string[];
}
