/**
 * What was measured, beside what the files say: plain data, with the time and the source of each. A report that holds
 * measurements can be made again from them: nothing is measured twice.
 */

/** By what was measured. A new kind is a row here, a shape in measured/shape.ts and a sentence in measured-words.ts. */
export interface Measured {
  /** Lines that the tests of this job ran. */
  readonly coverage: {
    /** The tool's format of each report: 'Cobertura', 'lcov'. */
    readonly formats: readonly string[];
    /** `sha256:…` of each report, in the same order. */
    readonly digests: readonly string[];
    /** Of the application's own lines, 0 to 100 with two decimals. */
    readonly percent: number;
    readonly lines: Share;
    /** Of the application's code files, those that the reports count. */
    readonly files: Share;
    /** Of the lines that a change wrote; null where there is no change to look at. */
    readonly changed: Share | null;
  };
  /** Results of the tests of this job. */
  readonly tests: {
    readonly digests: readonly string[];
    readonly total: number;
    readonly failed: number;
    readonly skipped: number;
    /** Names of the first that failed. */
    readonly failures: readonly string[];
  };
  /** What a documented address answered. */
  readonly address: {
    /** null where nothing answered. */
    readonly status: number | null;
    /** Why it surely does not work, as the end of a sentence; null where it does. */
    readonly down: string | null;
    /** Where its redirects ended. */
    readonly url: string | null;
    /** It slept, as free plans do, and got one long wait. */
    readonly waited: boolean;
    /** 'refused': it has one that is not valid. null without TLS. */
    readonly certificate: { readonly issuer: string; readonly until: string } | 'refused' | null;
    /** Path at which it says that it is well. */
    readonly health: string | null;
    /** Path of its own documentation. */
    readonly docs: string | null;
    /** Of the operations that it describes, those that the code answers too. */
    readonly operations: Share | null;
  };
  /** The newest finished run of a workflow on the default branch. */
  readonly pipeline: {
    /** Of the workflow's file. */
    readonly path: string;
    readonly branch: string;
    readonly commit: string;
    /** GitHub's word: success, failure, cancelled, timed_out … */
    readonly conclusion: string;
    readonly jobs: readonly { readonly name: string; readonly conclusion: string }[];
  };
  /** The check runs of the audited commit, this program's own left out. */
  readonly checks: {
    readonly commit: string;
    readonly passed: number;
    readonly failed: number;
    /** Not finished yet. */
    readonly running: number;
    readonly failures: readonly string[];
  };
  /** The newest deployment of an environment. */
  readonly deployment: {
    readonly environment: string;
    /** GitHub's word: success, failure, inactive, in_progress … */
    readonly state: string;
    readonly url: string | null;
    readonly commit: string;
    /** Not one of a pull request or of a trial. */
    readonly production: boolean;
  };
  readonly pages: { readonly url: string; readonly https: boolean };
  readonly releases: { readonly count: number; readonly latest: string | null; readonly on: string | null };
  readonly repository: {
    readonly homepage: string | null;
    readonly topics: readonly string[];
    readonly branch: string;
  };
  /** What the default branch asks of a change. */
  readonly protection: {
    readonly branch: string;
    readonly protected: boolean;
    /** Names of the checks that must pass. */
    readonly required: readonly string[];
  };
}

export interface Share {
  readonly covered: number;
  readonly found: number;
}

/** Asked for, and not to be had: told, never taken for a no. */
export interface Unmeasured {
  /** Why, as the end of a sentence: 'the token may not read deployments'. */
  readonly unmeasured: string;
}

export type What = keyof Measured;

export type Measurement = {
  readonly [W in What]: {
    readonly what: W;
    /** The file, the address or the page that was asked. */
    readonly source: string;
    /** ISO 8601, UTC, whole seconds. */
    readonly at: string;
    readonly value: Measured[W] | Unmeasured;
  };
}[What];
