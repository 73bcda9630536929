/** The types that every layer shares. Imports nothing but types of its own folder. */
import type { Measurement } from './model/measured.ts';

/** A place in the audited repository. Lines count from 1; `path` uses `/` and is relative to the root. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly endLine?: number;
}

/** Something a reader can look at: a line with its text, or a whole file (`line` 1, `text` empty). */
export interface Evidence extends Location {
  /** The trimmed source line, or a short statement about it. At most 200 characters. */
  readonly text: string;
  /** It was measured, and lies in no file; absent for what the files show. */
  readonly measured?: true;
}

/** What the engine decides of one requirement. `waived` never counts as met. */
export type Verdict = 'met' | 'partial' | 'missing' | 'unverifiable' | 'waived';

/** The roadmap's own tags: Core Skill, High ROI, Optional. */
export type Weight = 'core' | 'high' | 'optional';

/** How long the first concrete step takes: under an hour, an afternoon, days. */
export type Effort = 'small' | 'medium' | 'large';

export interface Link {
  readonly title: string;
  readonly url: string;
}

/**
 * How sure an answer or a verdict is. `high`: resolved names, flows, files and settings decided. `low`: a word, a default
 * or a guess about unknown parts did, or something that could hold more was unread or of a kind that is not read.
 */
export type Confidence = 'high' | 'low';

/** What a check answers. Nothing matched is `no`; what could not be read is `cannot tell`. Without a word it is sure. */
export type Answer =
  | {
      readonly answer: 'yes';
      readonly evidence: readonly Evidence[];
      readonly counter?: readonly Evidence[];
      readonly confidence?: Confidence;
    }
  | {
      readonly answer: 'no';
      readonly lookedFor: string;
      readonly counter?: readonly Evidence[];
      readonly confidence?: Confidence;
    }
  | { readonly answer: 'cannot tell'; readonly reason: string };

/** A condition of a requirement: checks, combined. `parameters` were validated by the check's own schema. */
export type Condition =
  | { readonly check: string; readonly parameters: unknown }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] };

export interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly weight: Weight;
  readonly effort: Effort;
  readonly met: Condition;
  readonly partial: Condition | null;
  /** README words that would claim it, lower case. */
  readonly claim: readonly string[];
  readonly why: string;
  readonly fix: string;
  readonly learn: readonly Link[];
}

export interface Milestone {
  readonly id: string;
  readonly title: string;
  /** Phase of the roadmap; 0 for the portfolio rules. */
  readonly phase: number;
  readonly summary: string;
  readonly requirements: readonly Requirement[];
}

/** Why a requirement is not asked of a project, as its `.milestone.yml` says. It explains a gap and fills none. */
export interface Waiver {
  readonly reason: string;
  /** The last day on which it holds (`2026-12-31`), by the audited commit's date; null for no end. */
  readonly until: string | null;
}

/** Places against one requirement that a report keeps; where there are so many, there may be more. */
export const MOST_COUNTER_EVIDENCE = 50;

/** One judged requirement as the report carries it. */
export interface RequirementReport {
  readonly id: string;
  readonly title: string;
  readonly weight: Weight;
  readonly effort: Effort;
  readonly verdict: Verdict;
  /** `low` for whatever is unverifiable; a partial verdict with a `reason` may be more. */
  readonly confidence: Confidence;
  /** The README claims it. Claimed and `missing` is shown as "claimed, not found". */
  readonly claimed: boolean;
  readonly evidence: readonly Evidence[];
  readonly counterEvidence: readonly Evidence[];
  readonly lookedFor: string | null;
  readonly reason: string | null;
  /** What the files alone say, where measuring says something else; absent where nothing was measured about it. */
  readonly byFiles?: FileJudgement;
  /** Present where the verdict is `waived`, null otherwise. */
  readonly waiver: Waiver | null;
  readonly why: string;
  readonly fix: string;
  readonly learn: readonly Link[];
}

/** What is judged from files alone: the part of a requirement that measuring may change. */
export type FileJudgement = Pick<
  RequirementReport,
  'verdict' | 'confidence' | 'evidence' | 'counterEvidence' | 'lookedFor' | 'reason'
>;

/** How far a milestone is: by score and by its core requirements. Defined in docs/scoring.md. */
export type Readiness = 'ready' | 'nearly' | 'on the way' | 'started';

/** Shares from 0 to 1; points are weights (core 3, high 2, optional 1). */
export interface Score {
  readonly earned: number;
  readonly possible: number;
  /** Every unverifiable requirement counted as missing. */
  readonly low: number;
  /** Every unverifiable requirement counted as met. */
  readonly high: number;
  readonly decided: number;
  /** Of the decided ones, those whose verdict is not certain. */
  readonly uncertain: number;
  readonly total: number;
  readonly readiness: Readiness;
  /** Why the score is held below what it would be (a committed secret), or null. */
  readonly cap: string | null;
}

/** What to do next: the requirement and the points (share of the milestone's score) that it would add. */
export interface NextStep {
  readonly milestone: string;
  readonly requirement: string;
  readonly gain: number;
}

export interface MilestoneReport {
  readonly id: string;
  readonly title: string;
  readonly score: Score;
  readonly requirements: readonly RequirementReport[];
}

/** How the milestone was chosen when the user did not name one. */
export interface Recognition {
  readonly milestone: string | null;
  /** 0 to 1: how far the first candidate is ahead. */
  readonly confidence: number;
  readonly candidates: readonly {
    readonly id: string;
    readonly share: number;
    readonly signals: readonly string[];
  }[];
}

/** Which repository it is, and what it says of itself. */
export interface RepositoryReport {
  readonly name: string;
  readonly revision: string | null;
  /** `https://host/owner/name`, for links to the code; null where no remote tells it. */
  readonly url: string | null;
  /** The audited folder below the root of `url`, with `/`; '' for the root itself. */
  readonly folder: string;
  readonly languages: readonly string[];
  /** The README's own first words, at most 300 characters; null without any. */
  readonly about: string | null;
  /** Where the README says that the program runs. Not visited. */
  readonly live: string | null;
}

/** What the README says and the repository does not bear out. */
export interface Claim {
  /** 'test coverage of 95 %'. */
  readonly claim: string;
  /** The line that says so. */
  readonly said: Evidence;
  /** What would bear it out, and was not found. */
  readonly lookedFor: string;
}

/** The JSON report. Plain data, no clock, stable order: same commit, same bytes. */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: string; readonly version: string; readonly rules: string };
  readonly repository: RepositoryReport;
  readonly recognition: Recognition | null;
  readonly milestones: readonly MilestoneReport[];
  readonly next: readonly NextStep[];
  /** By line of the README. */
  readonly claims: readonly Claim[];
  /** What could not be read or was cut by a limit: said, never skipped silently. */
  readonly notes: readonly Note[];
  /** What was measured beside the files; absent where nothing was. Without it a report is the same to the byte. */
  readonly measured?: readonly Measurement[];
}

/** What changed from one report to another of the same project. */
export interface Difference {
  /** The revision that was compared with. */
  readonly base: string | null;
  /** Both were judged by the same version and rules: only then a changed verdict is the code's doing. */
  readonly sameRules: boolean;
  /** Those of the later report, in its order. */
  readonly milestones: readonly MilestoneDifference[];
}

export interface MilestoneDifference {
  readonly id: string;
  readonly title: string;
  /** null where the earlier report does not judge this milestone. */
  readonly before: Score | null;
  readonly after: Score;
  /** Changed verdicts: what got worse first, then what got better. */
  readonly changes: readonly Change[];
  /** Requirements that only one of the two reports judges. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** What speaks against a requirement now and did not before. */
  readonly against: readonly { readonly requirement: string; readonly evidence: readonly Evidence[] }[];
}

/** A verdict that is not what it was. */
export interface Change {
  readonly requirement: string;
  readonly title: string;
  readonly before: Verdict;
  readonly after: Verdict;
  /** By the points that it surely earns and those that it may earn. */
  readonly effect: 'better' | 'worse' | 'neither';
}

export interface Note {
  readonly path: string | null;
  readonly line: number | null;
  readonly text: string;
}
