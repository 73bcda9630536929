/** Threads that judge submissions, each bounded in time and memory: whoever goes beyond it costs only its own row. */
import { NO_PRINTS } from '../../cohort/similarity/prints.ts';
import type { Stored } from './rows-file.ts';
import { hired, type Thread, type ThreadOptions } from './thread.ts';
import type { Task } from './work.ts';

export interface CrewOptions extends ThreadOptions {
  /** Submissions at the same time. */
  readonly jobs: number;
  readonly started: (task: Task) => void;
  /** null where what was found earlier stands. */
  readonly finished: (task: Task, row: Stored | null) => void;
}

/** A thread is let go after so many: what parsers keep of one submission after the other does not add up. */
const MOST_TASKS = 25;

/** Takes one task after the other, so that they need not all be there at once. */
export async function crew(tasks: Iterator<Task>, options: CrewOptions): Promise<void> {
  const member = async (): Promise<void> => {
    let thread: Thread | null = null;
    let judged = 0;
    for (let next = tasks.next(); next.done !== true; next = tasks.next()) {
      const task = next.value;
      if (judged === MOST_TASKS) {
        await thread?.end();
        thread = null;
        judged = 0;
      }
      thread ??= hired(options);
      judged += 1;
      options.started(task);
      const end = await thread.judge(task);
      if ('stopped' in end) thread = null;
      options.finished(task, 'stopped' in end ? stoppedRow(task, end.stopped) : end.row);
    }
    await thread?.end();
  };
  await Promise.all(Array.from({ length: options.jobs }, member));
}

function stoppedRow({ entry }: Task, reason: string): Stored {
  const hint = 'Audit it alone to see what it holds, or leave paths out by its .milestone.yml.';
  return {
    key: entry.key,
    stamp: null,
    tag: null,
    outcome: { kind: 'failed', reason, hint },
    prints: NO_PRINTS,
  };
}
