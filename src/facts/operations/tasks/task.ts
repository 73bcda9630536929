/** What every reader of named commands gives. */
import type { Runner } from './runners.ts';

/** One named command. */
export interface Task {
  readonly runner: Runner;
  readonly name: string;
  /** Where its file lies, and where it runs; '' for the root. */
  readonly folder: string;
  /** As they are written, in order; calls of other tasks among them. */
  readonly commands: readonly string[];
}
