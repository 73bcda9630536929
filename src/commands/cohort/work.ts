/** What a worker is told and what it answers: plain data, as it crosses from thread to thread. */
import type { Entry } from '../../cohort/plan.ts';
import type { Milestone, Report } from '../../model.ts';
import type { Stored } from './rows-file.ts';

/** What all submissions have in common. */
export interface Setting {
  /** Folder of the program, with its grammars. */
  readonly home: string;
  readonly tool: Report['tool'];
  readonly milestones: readonly Milestone[];
  /** Whether the `.milestone.yml` of a submission is read. */
  readonly config: boolean;
  /** Starter code of the assignments, by index; null where there is none. */
  readonly starters: readonly (Starter | null)[];
}

/** Code that everybody was given. */
export interface Starter {
  /** Digest of what it holds. */
  readonly digest: string;
  /** Paths and content ids of its files. */
  readonly files: readonly string[];
  readonly prints: readonly number[];
}

export interface Task {
  readonly entry: Entry;
  /** What was found earlier, so that it is not done again. */
  readonly stamp: string | null;
  readonly tag: string | null;
}

export type Said =
  | { readonly said: 'done'; readonly row: Stored }
  /** The same commit by the same rules: what was found stands. */
  | { readonly said: 'unchanged' }
  /** GitHub asks for a pause. */
  | { readonly said: 'waiting'; readonly milliseconds: number };
