/** How a measurement is put down, also where it came to nothing. */
import type { Measured, Measurement, Unmeasured, What } from '../model/measured.ts';

/** Tells when something was measured; the clock of the machine, handed in. */
export type Clock = () => Date;

export function measurement<W extends What>(
  what: W,
  source: string,
  clock: Clock,
  value: Measured[W] | Unmeasured,
): Measurement {
  const at = `${clock().toISOString().slice(0, 19)}Z`;
  // The union of all kinds cannot be told from one kind and its value.
  return { what, source: source.slice(0, LONGEST_SOURCE), at, value } as Measurement;
}

const LONGEST_SOURCE = 500;
