/** How near verdicts come to labels: arithmetic. */
import type { Verdict } from '../../src/model.ts';
import type { Label } from './labels.ts';

export interface Compared {
  readonly label: Label;
  /** 'none' where the audit failed. */
  readonly said: Verdict | 'none';
}

/** Shares from 0 to 1. */
export interface Measures {
  readonly count: number;
  readonly agreement: number;
  /** Of the verdicts that the reviewer was sure of; null where there are none. */
  readonly sure: number | null;
  /** Cohen's kappa with quadratic weights over missing, partial, met: a step counts 1, two steps 4. */
  readonly kappa: number | null;
  /** Of what we call met, the part that the reviewer does; null where we never do. */
  readonly precision: number | null;
  /** Of what the reviewer calls met, the part that we do. */
  readonly recall: number | null;
  /** What always guessing a requirement's commonest verdict would reach. */
  readonly majority: number;
}

const LEVELS: readonly string[] = ['missing', 'partial', 'met'];

export function measure(rows: readonly Compared[]): Measures {
  const agreed = (some: readonly Compared[]): number =>
    some.filter(({ said, label }) => said === label.verdict).length;
  const sure = rows.filter(({ label }) => label.sure);
  const both = rows.filter(({ said, label }) => said === 'met' && label.verdict === 'met').length;
  return {
    count: rows.length,
    agreement: agreed(rows) / rows.length,
    sure: share(agreed(sure), sure.length),
    kappa: kappaOf(rows),
    precision: share(both, rows.filter(({ said }) => said === 'met').length),
    recall: share(both, rows.filter(({ label }) => label.verdict === 'met').length),
    majority: sum([...grouped(rows, requirementOf).values()].map(commonest)) / rows.length,
  };
}

export function requirementOf({ label }: Compared): string {
  return `${label.milestone}/${label.requirement}`;
}

/** Groups in the order of their keys. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function commonest(rows: readonly Compared[]): number {
  return Math.max(...[...grouped(rows, ({ label }) => label.verdict).values()].map((one) => one.length));
}

/** Rows that both sides decided; 1 where nobody ever differs from one verdict. */
function kappaOf(rows: readonly Compared[]): number | null {
  const pairs = rows
    .map(({ said, label }) => [LEVELS.indexOf(said), LEVELS.indexOf(label.verdict)] as const)
    .filter(([said, truth]) => said >= 0 && truth >= 0);
  if (pairs.length === 0) return null;
  const observed = sum(pairs.map(([said, truth]) => (said - truth) ** 2));
  const expected =
    sum(pairs.map(([said]) => sum(pairs.map(([, truth]) => (said - truth) ** 2)))) / pairs.length;
  return expected === 0 ? 1 : 1 - observed / expected;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
