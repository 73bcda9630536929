/** What a report says of the repository itself: which milestone it is, what it says of itself and does not keep. */
import type { Evidence, Score } from '../model.ts';

/** How the milestone was chosen when the user did not name one. */
export interface Recognition {
  readonly milestone: string | null;
  /** What it is as well, by ids: judged beside the first. */
  readonly also: readonly string[];
  /** 0 to 1: how far the first candidate is ahead. */
  readonly confidence: number;
  readonly candidates: readonly {
    readonly id: string;
    readonly share: number;
    readonly signals: readonly string[];
    /** The main job of such a project, where it is not there: then it is none. */
    readonly open: {
      readonly id: string;
      readonly title: string;
      /** It may be in code of a language that is not read. */
      readonly unread?: true;
    } | null;
    /** How far it would be as one of these; absent where there are no rules for it. */
    readonly as?: { readonly title: string; readonly score: Score };
  }[];
}

/** What judged, by its digests: the same ones and the same commit give the same report. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** Of the program's sources, with all that is bundled into it. */
  readonly program: string;
  /** Of the rules that were used. */
  readonly rules: string;
}

/** Which repository it is, and what it says of itself. */
export interface RepositoryReport {
  readonly name: string;
  /** The commit; null outside of Git. */
  readonly revision: string | null;
  /** Git's digest of all files of the commit, wherever its history comes from. */
  readonly tree: string | null;
  /** `https://host/owner/name`, for links to the code; null where no remote tells it. */
  readonly url: string | null;
  /** The audited folder below the root of `url`, with `/`; '' for the root itself. */
  readonly folder: string;
  readonly languages: readonly string[];
  /** The README's own first words, at most 300 characters; null without any. */
  readonly about: string | null;
  /** Where the README says that the program runs. Not visited. */
  readonly live: string | null;
  /** Who has written it and when, by its commits; null without any. */
  readonly history: {
    readonly commits: number;
    readonly authors: number;
    /** Days, `2026-05-06`; the first is null where the clone does not reach back to it. */
    readonly first: string | null;
    readonly last: string;
  } | null;
  /** Paths that are not as `revision` has them: the verdicts are those of the folder, and the commit has other lines. */
  readonly uncommitted: readonly string[];
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

/** A secret that everybody who clones the repository has. Never the secret itself. */
export interface LeakedSecret {
  /** 'GitHub token'. */
  readonly what: string;
  readonly path: string;
  readonly line: number;
}
