/** What a reporter is: a pure function of the report. It neither prints nor looks at its surroundings. */

import type { Difference } from '../model/difference.ts';
import type { PortfolioDifference } from '../model/portfolio.ts';
import type { Report } from '../model.ts';

/** Colours, handed in by whoever prints. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const plainly = (text: string): string => text;

/** No colours at all. */
export const PLAIN: Palette = {
  bold: plainly,
  dim: plainly,
  red: plainly,
  green: plainly,
  yellow: plainly,
  cyan: plainly,
};

/** Whose work it is, as Classroom 50 names it: keys as its result has them. */
export interface Submission {
  readonly classroom: string;
  readonly assignment: string;
  readonly assignment_type: 'individual' | 'group';
  readonly owner: string;
  /** The tag, `submit/…`. */
  readonly submission: string;
  readonly commit: string;
  readonly release: string;
  readonly review: string;
  /** `2026-06-01T14:32:05Z`. */
  readonly datetime: string;
}

export interface ReporterOptions {
  /** Width of the page in terminal columns. */
  readonly columns: number;
  /** Symbols of plain ASCII. Text of the repository stays as it is. */
  readonly ascii: boolean;
  /** All evidence with its text, what was looked for, and why. */
  readonly verbose: boolean;
  readonly palette: Palette;
  /** Terminal only: what is not met and the closing line, or nothing but a line per milestone. */
  readonly quiet?: boolean;
  readonly summary?: boolean;
  /** Terminal only: the audited folder as the reader names it; '' for the working folder. */
  readonly base?: string;
  /** Terminal only: the address of a file, where the terminal takes links. */
  readonly address?: (path: string) => string;
  /** What changed since another report; reporters that have no place for it leave it out. */
  readonly difference?: Difference;
  /** Only for the result of Classroom 50. */
  readonly submission?: Submission;
  /** The same of a portfolio. */
  readonly changes?: PortfolioDifference;
}

export type Reporter = (report: Report, options: ReporterOptions) => string;
