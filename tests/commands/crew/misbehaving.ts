/** A worker that does what a hostile submission might make ours do: the key of its entry says what. */
import { parentPort } from 'node:worker_threads';
import type { Task } from '../../../src/commands/cohort/work.ts';

parentPort?.on('message', ({ entry }: Task) => {
  const what = entry.key;
  if (what === 'hang') for (;;) Math.sqrt(2);
  if (what === 'hoard') {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
  }
  if (what === 'throw') throw new Error('out of its depth');
  if (what === 'leave') process.exit(0);
  if (what === 'wait') parentPort?.postMessage({ said: 'waiting', milliseconds: 60_000 });
  setTimeout(
    () => {
      const outcome = { kind: 'absent', reason: what };
      const row = { key: what, stamp: null, tag: null, outcome, prints: { files: [], marks: [] } };
      parentPort?.postMessage({ said: 'done', row });
    },
    what === 'wait' ? 6_000 : 0,
  );
});
