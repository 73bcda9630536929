import type { Difference } from './model/difference.js';
import type { Milestone, Report } from './model.js';
import { type Format } from './reporters/formats.js';
import type { Repository } from './repository/repository.js';
export { differenceOf } from './difference.js';
export { UserError } from './errors.js';
export type { Change, Difference, MilestoneDifference } from './model/difference.js';
export type { Recognition } from './model/repository.js';
export type { Condition, Evidence, Milestone, MilestoneReport, NextStep, Note, Report, Requirement, RequirementReport, Score, Verdict, Weight, } from './model.js';
export { FORMATS, type Format } from './reporters/formats.js';
export { openRepository } from './repository/open.js';
export type { Entry, FileText, History, Repository } from './repository/repository.js';
export interface AuditOptions {
    /** Id of the milestone, or 'auto' to recognise it. By default what `.milestone.yml` says, else 'auto'. */
    readonly milestone?: string;
    /** Rule files or folders of your own, added to the built-in rules. */
    readonly rules?: readonly string[];
    /** A file to read instead of the project's `.milestone.yml`; false to read none. */
    readonly config?: string | false;
    /** Told what is being done, for whoever waits. */
    readonly onProgress?: (text: string) => void;
}
export interface RenderOptions {
    /** Width of the page in terminal columns; 80 by default. Only `terminal` looks at it. */
    readonly columns?: number;
    /** All evidence with its text, what was looked for, and why. */
    readonly verbose?: boolean;
    /** What changed since another report: see {@link differenceOf}. */
    readonly difference?: Difference;
}
/**
 * Audits a folder, or a repository that {@link openRepository} opened: the same files and rules give the same report.
 * Throws a {@link UserError} for what the caller can mend: a path that is not there, a milestone without rules, a rule
 * file with mistakes.
 */
export declare function audit(project: string | Repository, options?: AuditOptions): Promise<Report>;
/** A report in one of {@link FORMATS}, without colours. */
export declare function render(report: Report, format: Format, options?: RenderOptions): string;
/** The milestones with their requirements: the built-in ones, and those of rule files of your own. */
export declare function milestones(options?: {
    readonly rules?: readonly string[];
}): Promise<readonly Milestone[]>;
