/** Who hands in what, and which shard looks at it: learners and repositories put together. Pure. */
import type { Learner } from '../model/cohort.ts';
import type { Report } from '../model.ts';
import type { Assignment } from './file.ts';
import type { Enrolled } from './learners.ts';

export interface CohortPlan {
  readonly schema: 1;
  readonly kind: 'cohort-plan';
  readonly tool: Report['tool'];
  readonly title: string | null;
  readonly since: string | null;
  readonly assignments: readonly Assignment[];
  readonly shards: number;
  /** In the order of the roster. */
  readonly entries: readonly Entry[];
  /** Repositories that fit the pattern and belong to nobody on the roster. */
  readonly strays: readonly string[];
}

/** One submission that is expected. */
export interface Entry {
  readonly key: string;
  readonly learner: Learner;
  /** Index into the assignments. */
  readonly assignment: number;
  /** Ids of what it may be judged by: those of the assignment, or the one that the roster names. */
  readonly milestones: readonly string[];
  /** A folder, `owner/name` or an address; null where there is none. */
  readonly source: string | null;
  /** From 1. */
  readonly shard: number;
}

/** A repository that a pattern finds. */
export interface Listed {
  readonly source: string;
  /** What stands for the learner: the part of the name behind the `*`. */
  readonly stem: string;
  /** Of any unit; 0 where it is not known. */
  readonly size: number;
}

export interface Expected extends Omit<Entry, 'shard'> {
  readonly size: number;
}

/** Everybody on the roster has an entry, and without a roster everything that is listed. */
export function expectedOf(
  assignment: Assignment,
  index: number,
  roster: readonly Enrolled[] | null,
  listed: readonly Listed[] | null,
): { readonly entries: readonly Expected[]; readonly strays: readonly string[] } {
  const entry = (learner: Learner, source: string | null, size: number, named: string | null): Expected => {
    const milestones = named === null ? assignment.milestones : [named];
    return { key: keyOf(milestones, learner), learner, assignment: index, milestones, source, size };
  };
  if (roster === null) {
    const entries = (listed ?? []).map(({ source, stem, size }) => entry(nameless(stem), source, size, null));
    return { entries, strays: [] };
  }
  const left = new Map((listed ?? []).map((one) => [one.stem.toLowerCase(), one]));
  const mine = roster.filter(({ milestone }) => milestone === null || fits(assignment, milestone));
  const entries = mine.map(({ learner, repository, milestone }) => {
    const own = namesOf(learner).find((name) => left.has(name));
    const found = own === undefined ? undefined : left.get(own);
    if (own !== undefined) left.delete(own);
    if (repository !== null && found?.source !== repository) return entry(learner, repository, 0, milestone);
    return entry(learner, found?.source ?? null, found?.size ?? 0, milestone);
  });
  const named = new Set(mine.map(({ repository }) => repository?.toLowerCase()));
  const strays = [...left.values()].map(({ source }) => source);
  return { entries, strays: strays.filter((source) => !named.has(source.toLowerCase())) };
}

/** The same in every plan of the same cohort, whatever stands beside it. */
function keyOf(milestones: readonly string[], { id }: Learner): string {
  return `${milestones.length === 0 ? 'any' : milestones.join('+')}/${id}`;
}

function nameless(stem: string): Learner {
  return { id: stem, name: stem, github: null, section: null };
}

/** Whether a submission to this milestone belongs to the assignment. */
export function fits({ milestones }: Assignment, milestone: string): boolean {
  return milestones.length === 0 || milestones.includes(milestone);
}

/** What a platform may have called the repository after. */
function namesOf({ id, name, github }: Learner): readonly string[] {
  const all = [github, id, name].flatMap((one) => (one === null ? [] : [one.toLowerCase()]));
  return [...new Set(all.flatMap((one) => [one, one.replace(/[^\p{L}\p{N}]+/gu, '-')]))];
}

/**
 * Shards of about the same size: the largest repository goes first, each to the shard that has least. What has no size
 * is taken for one of middle size. The same entries give the same shards.
 */
export function sharded(expected: readonly Expected[], shards: number): readonly Entry[] {
  const known = expected.map(({ size }) => size).filter((size) => size > 0);
  const middle = known.sort((a, b) => a - b)[Math.floor(known.length / 2)] ?? 1;
  const load = Array.from({ length: shards }, () => 0);
  const largestFirst = expected
    .map((one, index) => ({ index, size: one.size > 0 ? one.size : middle }))
    .sort((a, b) => b.size - a.size || a.index - b.index);
  const shardOf: number[] = [];
  for (const { index, size } of largestFirst) {
    const least = load.indexOf(Math.min(...load));
    load[least] = (load[least] ?? 0) + size;
    shardOf[index] = least + 1;
  }
  return expected.map(({ size: _, ...entry }, index) => ({ ...entry, shard: shardOf[index] ?? 1 }));
}
