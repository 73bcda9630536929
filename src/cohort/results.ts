/**
 * What was found of each submission, and how findings of several shards become one. Joining is associative, commutative
 * and idempotent: shards may be cut, lost, repeated and joined in any order, and give the same rows.
 */
import type { Outcome } from '../model/cohort.ts';

/** One submission, as a shard leaves it. */
export interface Result {
  readonly key: string;
  readonly outcome: Outcome;
}

export type Results = ReadonlyMap<string, Result>;

/** What was judged says more than that nothing was there, and that more than a failure. */
const RANK: Readonly<Record<Outcome['kind'], number>> = { judged: 2, absent: 1, failed: 0 };

export function joined(a: Results, b: Results): Results {
  const all = new Map(a);
  for (const [key, result] of b) {
    const other = all.get(key);
    all.set(key, other === undefined ? result : better(other, result));
  }
  return all;
}

/** Of two findings of one submission the one that knows more, and then the newer; where even that is equal, the text decides. */
function better(a: Result, b: Result): Result {
  const order = RANK[a.outcome.kind] - RANK[b.outcome.kind] || compared(dayOf(a), dayOf(b));
  if (order !== 0) return order > 0 ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

function dayOf({ outcome }: Result): string {
  return outcome.kind === 'judged' ? (outcome.repository.day ?? '') : '';
}

function compared(a: string, b: string): number {
  return a === b ? 0 : a > b ? 1 : -1;
}
