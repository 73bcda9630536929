/** How GitHub is asked for what it knows, and what a refusal means. */
import type { Api } from '../../github/api.ts';
import { Trouble } from '../../github/retry.ts';
import type { Measured, Measurement, Unmeasured, What } from '../../model/measured.ts';
import { type Clock, measurement } from '../measurement.ts';

export interface Asking {
  readonly api: Api;
  readonly commit: string;
  readonly clock: Clock;
  /** This very run, which cannot be finished while it asks; null outside of a workflow. */
  readonly run: number | null;
}

export type Teller = <W extends What>(what: W, value: Measured[W] | Unmeasured) => Measurement;

export function tellerOf(source: string, clock: Clock): Teller {
  return (what, value) => measurement(what, source, clock, value);
}

/** The answer, or why there is none. */
export async function answered<T extends object>(question: () => Promise<T>): Promise<T | Unmeasured> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof Trouble) return { unmeasured: WHY[error.reason] };
    throw error;
  }
}

const WHY: Readonly<Record<Trouble['reason'], string>> = {
  forbidden: 'the token may not read it',
  'not found': 'there is none, or the token may not read it',
  invalid: 'GitHub refused the question',
  limited: 'the limit of requests to GitHub is reached',
  unavailable: 'GitHub did not answer',
};
