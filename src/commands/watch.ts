/** Runs something now and again after every change of files, until the program is ended. */
import { type FSWatcher, watch as watchPath } from 'node:fs';

/** Editors write a file in several steps: what follows within this time is one change. */
const SETTLE_MS = 120;
/** Changes in these folders are never of interest, and there are many of them. */
const NOISE = /(^|[\\/])(\.git|node_modules|__pycache__|\.venv|venv|dist|build)([\\/]|$)/;

/**
 * Runs `work` once and then after each change below the paths; changes during a run lead to one more run. Ends when
 * `signal` aborts, or with the program.
 */
export async function watch(
  paths: readonly string[],
  work: () => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  await work();
  await new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    let again = false;
    const run = async (): Promise<void> => {
      if (running) {
        again = true;
        return;
      }
      running = true;
      try {
        do {
          again = false;
          await work();
        } while (again);
      } finally {
        running = false;
      }
    };
    const changed = (_: string, name: string | null): void => {
      if (name !== null && NOISE.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => run().catch(end), SETTLE_MS);
    };
    const watchers: FSWatcher[] = paths.map((path) => watchPath(path, { recursive: true }, changed));
    const end = (error?: unknown): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      if (error === undefined) resolve();
      else reject(error);
    };
    for (const watcher of watchers) watcher.on('error', end);
    signal?.addEventListener('abort', () => end());
  });
}
