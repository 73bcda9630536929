/**
 * How much of a file is taken for code that somebody wrote. What is longer is data or generated, or made to hurt: all
 * that asks the program may count on these figures. What they cut is told in the report.
 */
import type { CodeFile } from './file.ts';

/** A place where a bound cut something off. */
export interface Cut {
  readonly line: number;
  /** Ends the sentence "not read whole: …". */
  readonly reason: string;
}

/** Values next to each other: arguments, items, entries, parameters. */
export const MOST_VALUES = 5000;
/** Characters of a qualified name: what is nested in what is nested would take the square of its depth. */
const MOST_OF_A_NAME = 500;

/** The dotted path of a definition in another one; of what is nested beyond all reason the path around it. */
export function qualified(outer: string, name: string): string {
  if (outer === '' || outer.length > MOST_OF_A_NAME) return outer || name;
  return name === '' ? outer : `${outer}.${name}`;
}

/** Decorators of one definition: each may be a route that the others guard. */
export const MOST_DECORATORS = 64;

export const TOO_MANY_VALUES = `more than ${MOST_VALUES} values in a row`;
export const TOO_MANY_DECORATORS = `more than ${MOST_DECORATORS} decorators on one definition`;

/** Of one file. The longest that people write have a twentieth. */
const MOST_OF_A_FILE = {
  calls: 20_000,
  definitions: 10_000,
  assignments: 20_000,
  statements: 20_000,
  blocks: 20_000,
  imports: 5_000,
  exports: 10_000,
} as const;
/** All of these together, of one program. */
export const MOST_OF_A_PROGRAM = 120_000;

const KINDS = Object.keys(MOST_OF_A_FILE) as (keyof typeof MOST_OF_A_FILE)[];

/** How much there is to ask of a file. */
export function weightOf(file: CodeFile): number {
  return KINDS.reduce((sum, kind) => sum + file[kind].length, 0);
}

/** What stands in a file that holds nothing. */
export const NOTHING = {
  imports: [],
  exports: [],
  definitions: [],
  blocks: [],
  calls: [],
  assignments: [],
  statements: [],
  comments: [],
} as const satisfies Partial<CodeFile>;

/** The file; without anything in it where it holds more than a file of code does. */
export function bounded(file: CodeFile): CodeFile {
  const over = KINDS.find((kind) => file[kind].length > MOST_OF_A_FILE[kind]);
  if (over === undefined) return file;
  const reason = `more than ${MOST_OF_A_FILE[over]} ${over} in one file: it was taken for data`;
  return { ...file, ...NOTHING, cuts: [{ line: 1, reason }] };
}

/** Collects cuts, each reason once. */
export function cutter(): { readonly cuts: Cut[]; readonly cut: (line: number, reason: string) => void } {
  const cuts: Cut[] = [];
  return {
    cuts,
    cut: (line, reason) => {
      if (!cuts.some((one) => one.reason === reason)) cuts.push({ line, reason });
    },
  };
}
