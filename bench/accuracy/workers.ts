/** Hands audits to a few long-lived processes: parsers and rules are loaded once, and a crash costs one repository. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './version.ts';

export interface Task {
  /** Folder of the program that audits. */
  readonly program: string;
  readonly folder: string;
  readonly milestone: string;
}

export interface Answer {
  readonly outcome: Outcome;
  readonly rules: string;
  readonly requirements: readonly string[];
  /** The most that this process has used so far. */
  readonly peakKilobytes: number;
}

const PATIENCE = 300_000;
const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** The answers in the order of the tasks; null where the process died or took more than five minutes. */
export async function runAll(
  tasks: readonly Task[],
  count: number,
  said: (done: number) => void,
): Promise<readonly (Answer | null)[]> {
  const answers: (Answer | null)[] = tasks.map(() => null);
  let next = 0;
  let done = 0;
  const serve = async (): Promise<void> => {
    let worker: ChildProcess | null = null;
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (!task) continue;
      worker ??= fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      const answer = await ask(worker, task);
      answers[index] = answer;
      if (answer === null) {
        worker.kill('SIGKILL');
        worker = null;
      }
      done += 1;
      said(done);
    }
    worker?.disconnect();
  };
  await Promise.all(Array.from({ length: Math.max(1, count) }, serve));
  return answers;
}

function ask(worker: ChildProcess, task: Task): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | null): void => {
      clearTimeout(timer);
      worker.off('message', answered);
      worker.off('exit', died);
      resolve(answer);
    };
    const answered = (message: unknown): void => settle(message as Answer);
    const died = (): void => settle(null);
    const timer = setTimeout(died, PATIENCE);
    worker.on('message', answered);
    worker.on('exit', died);
    worker.send(task);
  });
}
