/** What it costs to be audited again while `--watch` runs, where a file is saved as it was. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, utimesSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const WAITING = 'Waiting for changes';
/** Clock ticks of Linux in a second. */
const TICKS = 100;

/** Seconds of a processor that a process has used so far. */
function usedBy({ pid }: ChildProcess): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = rest.split(' ').map(Number);
  // User and system, of the process and of those that it waited for.
  return [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0) / TICKS;
}

export async function watchCost(
  [program = '', ...words]: readonly string[],
  file: string,
): Promise<{ readonly first: number; readonly again: number }> {
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const waits = async (times: number): Promise<void> => {
    while (said.split(WAITING).length <= times) await pause(20);
  };
  try {
    await waits(1);
    const first = usedBy(child);
    await pause(300);
    utimesSync(file, new Date(), new Date());
    await waits(2);
    return { first, again: usedBy(child) - first };
  } finally {
    child.kill();
  }
}
