/** The types that every layer shares. Imports nothing but types of its own folder. */
import type { Evidence, Frame, Location, Reason } from './model/evidence.js';
import type { Measurement } from './model/measured.js';
import type { Claim, LeakedSecret, Recognition, RepositoryReport, Tool } from './model/repository.js';
export type { Evidence, Frame, Location, Reason };
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
export type Answer = {
    readonly answer: 'yes';
    readonly evidence: readonly Evidence[];
    readonly counter?: readonly Evidence[];
    readonly confidence?: Confidence;
} | {
    readonly answer: 'no';
    readonly lookedFor: string;
    /** Why, here: data, which is worded in one place. */
    readonly reasons?: readonly Reason[];
    readonly counter?: readonly Evidence[];
    readonly confidence?: Confidence;
} | {
    readonly answer: 'cannot tell';
    readonly reason: string;
};
/** A condition of a requirement: checks, combined. `parameters` were validated by the check's own schema. */
export type Condition = {
    readonly check: string;
    readonly parameters: unknown;
} | {
    readonly all: readonly Condition[];
} | {
    readonly any: readonly Condition[];
} | {
    readonly none: readonly Condition[];
};
export interface Requirement {
    readonly id: string;
    readonly title: string;
    readonly weight: Weight;
    /** It is what the milestone is about: while it is missing, no repository is recognised as this milestone. */
    readonly main: boolean;
    readonly effort: Effort;
    readonly met: Condition;
    readonly partial: Condition | null;
    /** What the conditions mean, in sentences of whoever wrote them. */
    readonly says: {
        readonly met: string;
        readonly partial: string | null;
    } | null;
    /** What a README says that claims it: parameters of the check `readme-says`; null where no sentence would. */
    readonly claim: unknown;
    /** Verdicts that are not certain whatever decided them: on code that nobody tuned for, too many of them were wrong. */
    readonly uncertain: readonly Verdict[];
    /** Words of what does it, in any form: where a repository uses them often, that it is missing is not certain. */
    readonly spoken: readonly string[];
    /** Requirements of the same milestone that come first, where somebody starts. */
    readonly after: readonly string[];
    readonly why: string;
    /** The first step, in words and code. */
    readonly fix: string;
    /** The stack that the code of `fix` is for: an id of `rules/stacks/`; null where it is for everybody. */
    readonly stack: string | null;
    /** What is drawn of the project itself to show how. */
    readonly drawn: 'architecture' | null;
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
export declare const MOST_COUNTER_EVIDENCE = 50;
/** What came of a requirement's conditions. */
export interface Judgement {
    readonly verdict: Verdict;
    /** `low` for whatever is unverifiable; a partial verdict with a `reason` may be more. */
    readonly confidence: Confidence;
    /** Of a met or partial requirement, at most 12 places, in the order of its conditions. */
    readonly evidence: readonly Evidence[];
    /** What speaks against it, at most MOST_COUNTER_EVIDENCE places. */
    readonly counterEvidence: readonly Evidence[];
    /** What `met` asks for and was not found. */
    readonly lookedFor: string | null;
    /** What could not be told, and why. */
    readonly reason: string | null;
    /** Why it is not met here, in a sentence: what is there, and what is not; null where it is. */
    readonly because: string | null;
}
/** What is judged of a project's files: the part of a requirement that measuring may change. */
export interface FileJudgement extends Judgement {
    /** The README says so, and neither the verdict nor any trace of it in the repository bears it out: "claimed, not found". */
    readonly unkept: boolean;
}
/** One judged requirement as the report carries it. */
export interface RequirementReport extends FileJudgement {
    readonly id: string;
    readonly title: string;
    readonly weight: Weight;
    readonly effort: Effort;
    /** Of the one that says what the milestone is about. */
    readonly main?: boolean;
    /** The README says so. */
    readonly claimed: boolean;
    /** The line of the README that says so. */
    readonly claim: Evidence | null;
    /** What the files alone say, where measuring says something else; absent where nothing was measured about it. */
    readonly byFiles?: FileJudgement;
    /** Present where the verdict is `waived`, null otherwise. */
    readonly waiver: Waiver | null;
    readonly why: string;
    readonly fix: string;
    readonly learn: readonly Link[];
    /** Requirements of the same milestone that come first, where somebody starts. */
    readonly after: readonly string[];
}
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
/** What to do next, and what it would add. */
export interface NextStep {
    readonly milestone: string;
    /** null for what holds the score down: committed secrets. */
    readonly requirement: string | null;
    /** As a share of the milestone's score. */
    readonly gain: number;
    /** In the points of requirements: core 3, high 2, optional 1. */
    readonly points: number;
}
export interface MilestoneReport {
    readonly id: string;
    readonly title: string;
    readonly score: Score;
    readonly requirements: readonly RequirementReport[];
}
/** The JSON report. Plain data, no clock, stable order: same commit, same bytes. */
export interface Report {
    readonly schema: 1;
    readonly tool: Tool;
    readonly repository: RepositoryReport;
    readonly recognition: Recognition | null;
    readonly milestones: readonly MilestoneReport[];
    readonly next: readonly NextStep[];
    /** Committed ones, all their places. */
    readonly secrets: readonly LeakedSecret[];
    /** By line of the README. */
    readonly claims: readonly Claim[];
    /** What could not be read or was cut by a limit: said, never skipped silently. */
    readonly notes: readonly Note[];
    /** What was measured beside the files; absent where nothing was. Without it a report is the same to the byte. */
    readonly measured?: readonly Measurement[];
}
export interface Note {
    readonly path: string | null;
    readonly line: number | null;
    readonly text: string;
}
