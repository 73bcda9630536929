/** Whatever a submission does to the thread that judges it, the others get their rows. */
import { expect, it } from 'vitest';
import { crew } from '../../src/commands/cohort/crew.ts';
import type { Setting, Task } from '../../src/commands/cohort/work.ts';
import { TOOL } from '../reporters/cohort.ts';

const SETTING: Setting = { home: '', tool: TOOL, milestones: [], config: true, starters: [] };
const PATIENCE = 5;

function task(key: string): Task {
  const learner = { id: key, name: key, github: null, section: null };
  return {
    entry: { key, learner, assignment: 0, milestones: [], source: key, shard: 1 },
    stamp: null,
    tag: null,
  };
}

async function rowsOf(keys: readonly string[], jobs: number) {
  const rows = new Map<string, string>();
  const waits: number[] = [];
  let most = 0;
  let running = 0;
  await crew(keys.map(task).values(), {
    setting: SETTING,
    file: new URL('crew/misbehaving.ts', import.meta.url),
    patience: PATIENCE,
    memory: 60,
    jobs,
    waiting: (milliseconds) => waits.push(milliseconds),
    started: () => {
      running += 1;
      most = Math.max(most, running);
    },
    finished: ({ entry }, row) => {
      running -= 1;
      rows.set(entry.key, row?.outcome.kind === 'judged' ? '' : (row?.outcome.reason ?? ''));
    },
  });
  return { rows: Object.fromEntries(rows), waits, most };
}

it('costs its own row to hang, to hoard, to throw and to leave', async () => {
  const { rows, most } = await rowsOf(['a', 'hang', 'b', 'hoard', 'c', 'throw', 'd', 'leave', 'e'], 2);
  expect(rows).toEqual({
    a: 'a',
    b: 'b',
    c: 'c',
    d: 'd',
    e: 'e',
    hang: 'it took longer than 5 seconds',
    hoard: 'it needed more than 60 MB of memory',
    throw: 'this is our fault: out of its depth',
    leave: 'its thread ended without an answer',
  });
  expect(most).toBeLessThanOrEqual(2);
});

it('does not count the time for which GitHub asks to wait', async () => {
  expect(await rowsOf(['wait'], 1)).toMatchObject({ rows: { wait: 'wait' }, waits: [60_000] });
});
