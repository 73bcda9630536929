/** One thing that a milestone looks like from outside. */

export interface Signal {
  readonly milestone: string;
  readonly weight: number;
  /** A word or phrase of the repository's name or of the README's title, in lower case, words apart by one space. */
  readonly title?: RegExp;
  /** The same in the first sentences of the README. */
  readonly intro?: RegExp;
  /** Imported modules or direct dependencies; '*' at the end matches any rest. */
  readonly uses?: readonly string[];
  /** `METHOD /path` of a route. */
  readonly route?: RegExp;
  /** A verb of the command line. */
  readonly command?: RegExp;
  /** Path of a file, in lower case. */
  readonly file?: RegExp;
}
