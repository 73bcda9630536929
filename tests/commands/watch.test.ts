import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { watch } from '../../src/commands/watch.ts';
import { emptyFolder } from '../cli/run.ts';

/** Waits until something is so; a test that waits in vain fails by its own time limit. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

describe('watch', () => {
  it('runs at once, once for changes that belong together, and not for what tools write', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'a.py'), 'x = 1\n');
    const stop = new AbortController();
    let runs = 0;
    const ended = watch(
      [folder],
      async () => {
        runs += 1;
      },
      stop.signal,
    );
    await until(() => runs === 1);
    await pause(100);
    writeFileSync(join(folder, 'node_modules', 'b.js'), 'x\n');
    await pause(400);
    expect(runs).toBe(1);
    appendFileSync(join(folder, 'a.py'), 'y = 2\n');
    appendFileSync(join(folder, 'a.py'), 'z = 3\n');
    await until(() => runs === 2);
    await pause(400);
    expect(runs).toBe(2);
    stop.abort();
    await ended;
  });

  it('runs once more for what changed while it ran', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.py'), '');
    const stop = new AbortController();
    let runs = 0;
    const ended = watch(
      [folder],
      async () => {
        runs += 1;
        if (runs === 2) {
          appendFileSync(join(folder, 'a.py'), '# changed while it runs\n');
          await pause(400);
        }
      },
      stop.signal,
    );
    await until(() => runs === 1);
    await pause(100);
    appendFileSync(join(folder, 'a.py'), 'x = 1\n');
    await until(() => runs === 3);
    stop.abort();
    await ended;
  });

  it('hands on what went wrong', async () => {
    const folder = emptyFolder();
    const failed = watch([folder], async () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
  });
});
