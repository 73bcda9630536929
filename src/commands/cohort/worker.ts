/**
 * A thread that judges one submission after the other. It has a heap of its own and can be ended from outside: what a
 * hostile repository does to it, it does to nobody else.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { installationAt } from '../installation.ts';
import { openSubmission } from './open.ts';
import { type Opening, rowOf } from './submission.ts';
import type { Said, Setting, Task } from './work.ts';

const setting = workerData as Setting;
const reading = installationAt(new URL(setting.home)).reading();
const say = (said: Said): void => parentPort?.postMessage(said);

const open = (task: Task): Promise<Opening> =>
  openSubmission(task, (milliseconds) => say({ said: 'waiting', milliseconds }));

parentPort?.on('message', async (task: Task) => {
  const row = await rowOf(task, setting, { open, reading: await reading });
  say(row === null ? { said: 'unchanged' } : { said: 'done', row });
});
