/** One thing that a milestone looks like from outside. */
import type { WidgetKind } from '../../facts/interfaces/interfaces.ts';
import type { Work } from '../../facts/operations/pipelines/model.ts';

export interface Signal {
  readonly milestone: string;
  readonly weight: number;
  /** A word or phrase of the repository's name or of the README's title, in lower case, words apart by one space. */
  readonly title?: RegExp;
  /** The same in the first sentences of the README. */
  readonly intro?: RegExp;
  /** Imported modules or direct dependencies; '*' at the end matches any rest. */
  readonly uses?: readonly string[];
  /** It runs a language model, or keeps vectors; or it brings the library for it. */
  readonly holds?: 'model' | 'vectors';
  /** A heading of the README, spelt as a title. */
  readonly heading?: RegExp;
  /** What a pipeline really does: 'deploy', 'image-push'. */
  readonly pipeline?: Work;
  /** Kinds of widgets that the user interface has, all of them. */
  readonly widgets?: readonly WidgetKind[];
  /** `METHOD /path` of a route. */
  readonly route?: RegExp;
  /** A verb of the command line. */
  readonly command?: RegExp;
  /** Path of a file, in lower case. */
  readonly file?: RegExp;
}
