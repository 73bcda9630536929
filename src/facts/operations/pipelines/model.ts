/** The shapes of continuous integration, whatever system runs it. Lines count from 1. */

export type System =
  | 'github-actions'
  | 'gitlab-ci'
  | 'jenkins'
  | 'azure-pipelines'
  | 'circleci'
  | 'bitbucket'
  | 'travis';

/** What a step really does. `pages` publishes a static site of documents; `release` a package. */
export type Work =
  | 'test'
  | 'lint'
  | 'build'
  | 'image-build'
  | 'image-push'
  | 'deploy'
  | 'coverage'
  | 'security'
  | 'pages'
  | 'release';

export interface Done {
  readonly what: Work;
  readonly line: number;
}

export interface Trigger {
  readonly on:
    | 'push'
    | 'pull_request'
    | 'tag'
    | 'schedule'
    | 'manual'
    | 'workflow_run'
    | 'workflow_call'
    | 'release'
    | 'other';
  /** Branch or tag patterns; empty means all. */
  readonly branches: readonly string[];
  readonly line: number;
}

export interface Step {
  readonly line: number;
  readonly name: string;
  /** Shell commands, '' for an action. */
  readonly run: string;
  /** Line of the first command. */
  readonly runLine: number;
  /** An action, task, orb or pipe with its version; '' for commands. */
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
  /** Empty for a step that only echoes, prepares or is switched off. */
  readonly does: readonly Work[];
  /** The same with the line of each command. */
  readonly work: readonly Done[];
}

export interface Job {
  readonly name: string;
  readonly line: number;
  readonly steps: readonly Step[];
  /** The deployment environment it names, or null. */
  readonly environment: string | null;
  readonly needs: readonly string[];
  readonly if: string | null;
  readonly runsOn: readonly string[];
  /** A reusable workflow that it calls, or null. */
  readonly uses: string | null;
  /** Switched off: `if: false`, `when: never`. */
  readonly disabled: boolean;
  /** Only started by hand. */
  readonly manual: boolean;
  /** Of its steps, and of the workflow or local actions that it calls. */
  readonly work: readonly Done[];
}

export interface Pipeline {
  readonly path: string;
  readonly system: System;
  readonly name: string;
  readonly triggers: readonly Trigger[];
  readonly jobs: readonly Job[];
  /** Nothing but comments and white space. */
  readonly empty: boolean;
  /** Never runs: all jobs are switched off, nothing triggers it, or it lies where its system does not look. */
  readonly disabled: boolean;
  /** What its jobs do, disabled ones left out; each line once. */
  readonly work: readonly Done[];
  /** Why it could not be read in full. */
  readonly errors: readonly { readonly line: number; readonly reason: string }[];
}
