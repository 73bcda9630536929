/** What a walk through the data flow carries. */
import type { Value } from '../file.ts';
import type { CallRef, Site } from '../program.ts';

/** One value with the place where its names are looked up. */
export interface Origin {
  readonly value: Value;
  readonly site: Site;
  /** What of it is asked for, where keys are followed. */
  readonly keys?: Keys;
}

/** A value on the way, with the calls that were entered to get there, the innermost first. */
export interface Step extends Origin {
  readonly through: Entered | null;
  /** Of the value only what lies there is asked for: `["text"]` where `row["text"]` is what flows. */
  readonly keys: Keys;
  /** Whether keys are followed at all. */
  readonly byKey: boolean;
  /** Places whose writes this walk has handed on, outside of any call: once more would hand on the same. */
  readonly placed: Set<string>;
}

/** Keys and attributes that are still to be read, the nearest first. */
export type Keys = readonly string[];
/** All of a value. */
export const WHOLE: Keys = [];

export interface Entered {
  readonly call: CallRef;
  readonly before: Entered | null;
  readonly depth: number;
}

export type Push = (value: Value, site: Site, through: Entered | null, keys?: Keys) => void;
