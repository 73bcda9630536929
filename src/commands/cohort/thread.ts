/** One thread, and what becomes of it: it answers, takes too long, or falls over its memory. */
import { Worker } from 'node:worker_threads';
import type { Stored } from './rows-file.ts';
import type { Said, Setting, Task } from './work.ts';

export interface ThreadOptions {
  readonly setting: Setting;
  /** The worker's program. */
  readonly file: URL;
  /** Seconds that one submission may take; waiting for GitHub does not count. */
  readonly patience: number;
  /** Megabytes that it may hold. */
  readonly memory: number;
  /** GitHub asks for a pause of so many milliseconds. */
  readonly waiting: (milliseconds: number) => void;
}

/** Megabytes of what was made last: with more, garbage is collected later, and an audit is no faster. */
const YOUNG = 24;

export type End = { readonly row: Stored | null } | { readonly stopped: string };

export interface Thread {
  /** Never rejects. Where it was stopped, the thread is gone. */
  readonly judge: (task: Task) => Promise<End>;
  readonly end: () => Promise<void>;
}

export function hired({ setting, file, patience, memory, waiting }: ThreadOptions): Thread {
  const worker = new Worker(file, {
    workerData: setting,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
    // What is printed there belongs to no report.
    stdout: true,
    stderr: true,
  });
  const end = async (): Promise<void> => {
    await worker.terminate();
  };
  const judge = (task: Task): Promise<End> =>
    new Promise((resolve) => {
      const stop = (stopped: string): void => {
        done();
        void end();
        resolve({ stopped });
      };
      const late = (): void => stop(`it took longer than ${patience} seconds`);
      let timer = setTimeout(late, patience * 1000);
      const heard = (said: Said): void => {
        if (said.said === 'waiting') {
          clearTimeout(timer);
          timer = setTimeout(late, said.milliseconds + patience * 1000);
          waiting(said.milliseconds);
          return;
        }
        done();
        resolve({ row: said.said === 'done' ? said.row : null });
      };
      const failed = (error: Error): void => stop(reasonOf(error, memory));
      const left = (): void => stop('its thread ended without an answer');
      const done = (): void => {
        clearTimeout(timer);
        worker.off('message', heard).off('error', failed).off('exit', left);
      };
      worker.on('message', heard).on('error', failed).on('exit', left);
      worker.postMessage(task);
    });
  return { judge, end };
}

function reasonOf(error: Error, memory: number): string {
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `it needed more than ${memory} MB of memory`;
  return `this is our fault: ${error.message.slice(0, 200)}`;
}
