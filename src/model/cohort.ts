/** The report on a cohort: learners against requirements. Plain data like {@link Report}: same work, same bytes. */
import type { Effort, Evidence, Readiness, Report, Score, Verdict, Weight } from '../model.ts';

/** Who hands in, as the roster names them; without a roster, a repository stands for its learner. */
export interface Learner {
  /** Tells the learners of one cohort apart. */
  readonly id: string;
  readonly name: string;
  /** Login on GitHub, where it is known. */
  readonly github: string | null;
  readonly section: string | null;
}

/** One requirement of one submission, as much of it as a cohort keeps. */
export interface Cell {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly claimed: boolean;
  /** Why it is not met, without places, so that the same reason is the same text for everybody; '' where it is met. */
  readonly reason: string;
  /** Where it is done, or where to begin. */
  readonly place: Evidence | null;
  /** Places that show it. */
  readonly places: number;
}

export interface SubmittedRepository {
  readonly name: string;
  readonly revision: string | null;
  readonly url: string | null;
  readonly folder: string;
  /** Day of the audited commit by its author (`2027-03-01`); null outside Git. */
  readonly day: string | null;
  /** What it is called now, where the roster has an older name. */
  readonly renamed: string | null;
}

/** What became of one submission. */
export type Outcome = Judged | Absent | Failed;

export interface Judged {
  readonly kind: 'judged';
  readonly repository: SubmittedRepository;
  readonly milestone: string;
  readonly score: Score;
  readonly cells: readonly Cell[];
  /** The best next step of the milestone: its requirement, and the share of the score that it adds. */
  readonly next: { readonly requirement: string; readonly gain: number } | null;
  /** Files that could not be read whole, and the like. */
  readonly notes: number;
}

/** Nothing was handed in: no repository, an empty one, or the starter code as it was given. */
export interface Absent {
  readonly kind: 'absent';
  readonly reason: string;
}

/** It could not be audited, which says nothing about the learner. */
export interface Failed {
  readonly kind: 'failed';
  readonly reason: string;
  readonly hint: string | null;
}

export interface CohortRow {
  /** Milestones and learner: the same in every report on the same cohort. */
  readonly key: string;
  readonly learner: Learner;
  /** What the roster or the folder names. */
  readonly source: string | null;
  readonly outcome: Outcome;
  /** null without an earlier report, or where it does not judge this submission. */
  readonly change: RowChange | null;
  /** Day of the commit with which a verdict was last seen to become better; the first one seen where none has since. */
  readonly better: string | null;
  /** Not in the earlier report. */
  readonly isNew: boolean;
  /** Not ready, and no better verdict since the report's `since`. */
  readonly stuck: boolean;
}

export interface RowChange {
  /** Low end of the earlier score; null where it was not judged then. */
  readonly before: number | null;
  /** Ids of requirements. */
  readonly better: readonly string[];
  readonly worse: readonly string[];
}

export interface CohortReport {
  readonly schema: 1;
  readonly kind: 'cohort';
  readonly tool: Report['tool'];
  readonly title: string | null;
  /** Day of the newest commit that was judged. */
  readonly asOf: string | null;
  /** Whoever has no better verdict since this day is stuck; null where nobody asked. */
  readonly since: string | null;
  /** Day of the earlier report that this one is compared with. */
  readonly comparedWith: string | null;
  /** By milestone, those of the plan first. */
  readonly sheets: readonly CohortSheet[];
  /** Repositories that fit the pattern and belong to nobody on the roster. */
  readonly strays: readonly string[];
  /** Submissions of the earlier report that are in this one no more. */
  readonly gone: readonly string[];
}

/** All submissions to one milestone. */
export interface CohortSheet {
  /** null for what could not be judged by any. */
  readonly milestone: string | null;
  readonly title: string;
  readonly requirements: readonly RequirementStatistics[];
  readonly distribution: Distribution;
  /** In the order of the roster. */
  readonly rows: readonly CohortRow[];
}

export interface RequirementStatistics {
  readonly id: string;
  readonly title: string;
  readonly weight: Weight;
  readonly effort: Effort;
  readonly why: string;
  readonly fix: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The commonest first, at most three. */
  readonly reasons: readonly CommonReason[];
  /** Of the best submission that meets it. */
  readonly example: Example | null;
}

export interface CommonReason {
  readonly reason: string;
  readonly count: number;
}

export interface Example {
  /** Of its row. */
  readonly key: string;
  readonly place: Evidence;
}

export interface Distribution {
  readonly judged: number;
  /** Shares from 0 to 1; null where nothing was judged. */
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  /** Submissions by tenths of the score; the last one holds 90 to 100 %. */
  readonly tenths: readonly number[];
  readonly readiness: Readonly<Record<Readiness, number>>;
}

/** Two submissions that share more than the starter code: a question for a conversation, and no verdict. */
export interface SimilarPair {
  readonly left: SimilarSide;
  readonly right: SimilarSide;
  /** Of the shape of the smaller one, as much is in the other one too: 0 to 1. */
  readonly share: number;
  /** Fingerprints that both hold. */
  readonly shared: number;
  /** The longest first. */
  readonly places: readonly { readonly left: CodeRange; readonly right: CodeRange }[];
}

export interface SimilarSide {
  readonly key: string;
  readonly learner: Learner;
  readonly repository: SubmittedRepository;
}

export interface CodeRange {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
}

/** For the mentor's eyes only, which is why it is no part of the report. */
export interface SimilarityReport {
  readonly schema: 1;
  readonly kind: 'cohort-similarity';
  readonly tool: Report['tool'];
  readonly title: string | null;
  /** Submissions that hold enough code to be compared. */
  readonly compared: number;
  /** The most alike first. */
  readonly pairs: readonly SimilarPair[];
  /** Pairs beyond those that are listed. */
  readonly more: number;
}
