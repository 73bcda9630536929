/** What a walk through the data flow carries. */
import type { Value } from '../file.ts';
import type { CallRef, Site } from '../program.ts';

/** One value with the place where its names are looked up. */
export interface Origin {
  readonly value: Value;
  readonly site: Site;
}

/** A value on the way, with the calls that were entered to get there, the innermost first. */
export interface Step extends Origin {
  readonly through: Entered | null;
}

export interface Entered {
  readonly call: CallRef;
  readonly before: Entered | null;
  readonly depth: number;
}

export type Push = (value: Value, site: Site, through: Entered | null) => void;
