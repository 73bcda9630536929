/** Judges the submissions of one shard, or of all, and leaves a row of each: goes on where an earlier run stopped. */
import type { CohortPlan, Entry } from '../../cohort/plan.ts';
import type { Outcome } from '../../model/cohort.ts';
import { percent, READINESS } from '../../reporters/words.ts';
import { crew } from './crew.ts';
import { appendRow, beginRows, rowsIn } from './rows-file.ts';
import type { ThreadOptions } from './thread.ts';
import type { Task } from './work.ts';

export interface ShardOptions extends Omit<ThreadOptions, 'waiting'> {
  readonly plan: CohortPlan;
  /** From 1; null for all of them. */
  readonly shard: number | null;
  readonly jobs: number;
  /** Where its rows are left. */
  readonly path: string;
  /** A line that stays, and one that is overwritten. */
  readonly say: (text: string) => void;
  readonly status: (text: string) => void;
}

export interface Tally {
  readonly judged: number;
  readonly absent: number;
  readonly failed: number;
  /** Of these, known from an earlier run. */
  readonly unchanged: number;
}

export async function runShard(options: ShardOptions): Promise<Tally> {
  const { plan, shard, path, say, status } = options;
  const entries = plan.entries.filter((one) => shard === null || one.shard === shard);
  const earlier = new Map<string, Pick<Task, 'stamp' | 'tag'> & { kind: Outcome['kind'] }>();
  if (beginRows(path, plan.tool))
    for await (const { key, stamp, tag, outcome } of rowsIn(path))
      earlier.set(key, { stamp, tag, kind: outcome.kind });
  const tally = { judged: 0, absent: 0, failed: 0, unchanged: 0 };
  let done = 0;
  const progress = (): string => `${done} of ${entries.length} done`;
  await crew(tasksOf(entries, earlier), {
    ...options,
    jobs: Math.max(1, Math.min(options.jobs, entries.length)),
    started: ({ entry }) => status(`${progress()}, reading ${entry.source ?? entry.learner.name} …`),
    waiting: (milliseconds) => say(`GitHub asks to wait ${inWords(milliseconds)}; ${progress()}`),
    finished: ({ entry }, row) => {
      done += 1;
      if (row !== null) appendRow(path, row);
      else tally.unchanged += 1;
      tally[row?.outcome.kind ?? earlier.get(entry.key)?.kind ?? 'judged'] += 1;
      say(
        `${done}/${entries.length} ${entry.source ?? entry.learner.name}: ${told(row?.outcome ?? null, plan)}`,
      );
    },
  });
  return tally;
}

/** One by one: what was found earlier is looked up when it is its turn. */
function* tasksOf(
  entries: readonly Entry[],
  earlier: ReadonlyMap<string, Pick<Task, 'stamp' | 'tag'>>,
): Generator<Task> {
  for (const entry of entries) {
    const known = earlier.get(entry.key);
    yield { entry, stamp: known?.stamp ?? null, tag: known?.tag ?? null };
  }
}

function told(outcome: Outcome | null, plan: CohortPlan): string {
  if (outcome === null) return 'as before';
  if (outcome.kind === 'absent') return `not submitted: ${outcome.reason}`;
  if (outcome.kind === 'failed') return `not audited: ${outcome.reason}`;
  const several = plan.assignments.length > 1 || plan.assignments[0]?.milestones.length !== 1;
  const { score, milestone } = outcome;
  return `${several ? `${milestone}, ` : ''}${percent(score.low)} %, ${READINESS[score.readiness]}`;
}

/** `40 s`, `12 min`. */
function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
