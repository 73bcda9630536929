/** How a project came to be, by the verdicts of its own commits. Plain data: the same commits and rules, the same bytes. */
import type { Readiness, Report, Verdict, Weight } from '../model.ts';

export interface HistoryReport {
  readonly schema: 1;
  readonly kind: 'history';
  readonly tool: Report['tool'];
  readonly repository: { readonly name: string; readonly url: string | null };
  readonly milestone: { readonly id: string; readonly title: string };
  /** Commits of the line that was followed, audited or not. */
  readonly commits: number;
  /** Those that were audited, oldest first. */
  readonly points: readonly HistoryPoint[];
  /** In the milestone's order. */
  readonly requirements: readonly RequirementHistory[];
}

/** A commit as its author left it. */
export interface Moment {
  readonly revision: string;
  /** ISO 8601, the author's. */
  readonly date: string;
  readonly subject: string;
  readonly tags: readonly string[];
}

export interface HistoryPoint extends Moment {
  /** Shares from 0 to 1. */
  readonly low: number;
  readonly high: number;
  readonly readiness: Readiness;
  readonly met: number;
  readonly total: number;
}

export interface RequirementHistory {
  readonly id: string;
  readonly title: string;
  readonly weight: Weight;
  /** At the newest commit. */
  readonly now: Verdict;
  /** Oldest first: met, lost, met again. */
  readonly turns: readonly Turn[];
}

export interface Turn extends Pick<Moment, 'revision' | 'date' | 'subject'> {
  readonly to: 'met' | 'lost';
  /** false where commits before this one were not audited: it may have been one of those. */
  readonly exact: boolean;
}
