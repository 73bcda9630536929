/** Git's object store: contents by their id, from one process that answers as long as it is asked. */
import { type ChildProcess, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { callOf, GitSilent, type WorkTree } from './git.ts';

export interface Objects {
  /** The bytes of a blob, or null where the store does not hold it. Ask only for what is known to be small. */
  blob(id: string): Promise<Uint8Array | null>;
}

interface Question {
  readonly id: string;
  readonly resolve: (bytes: Uint8Array | null) => void;
  readonly reject: (error: Error) => void;
}

const ID = /^[0-9a-f]{40,64}$/;
const NEWLINE = 10;
/** Of one blob: far above the limits of a file, so that a wrong size cannot fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;
const SILENCE_MS = 20_000;

/** The store behind a work tree. Its process starts with the first question and ends with this one. */
export function objectsOf(tree: WorkTree): Objects {
  const waiting: Question[] = [];
  let process: ChildProcess | null = null;
  let received: Buffer[] = [];
  let broken = false;
  let silence: NodeJS.Timeout | undefined;

  /** While nobody waits, the store keeps nobody from ending. */
  function hold(held: boolean): void {
    if (process === null) return;
    const sides = [process, process.stdin, process.stdout] as readonly ({
      ref?(): void;
      unref?(): void;
    } | null)[];
    for (const side of sides) held ? side?.ref?.() : side?.unref?.();
  }

  function fail(): void {
    broken = true;
    process?.kill();
    clearTimeout(silence);
    for (const one of waiting.splice(0)) one.reject(new GitSilent('Git could not read the repository'));
  }

  function start(): ChildProcess {
    const { place, config, environment } = callOf(tree);
    const settings = config.flatMap((setting) => ['-c', setting]);
    const child = spawn('git', [...settings, ...place, '--no-pager', 'cat-file', '--batch'], {
      // Not the audited folder: on Windows a program `git.exe` lying there would be started instead of Git.
      cwd: dirname(globalThis.process.execPath),
      env: environment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.on('error', fail);
    child.on('exit', fail);
    child.stdin.on('error', fail);
    child.stdout.on('data', (chunk: Buffer) => {
      received.push(chunk);
      answer();
    });
    return child;
  }

  /** Answers come in the order of the questions: `<id> blob <size>`, the bytes, and a line end; or `<id> missing`. */
  function answer(): void {
    let buffer = received.length === 1 ? received[0] : Buffer.concat(received);
    while (buffer !== undefined && waiting.length > 0) {
      const end = buffer.indexOf(NEWLINE);
      if (end < 0) break;
      const [, kind, size] = buffer.toString('latin1', 0, end).split(' ');
      const bytes = Number(size);
      if (kind === 'missing') {
        waiting.shift()?.resolve(null);
        buffer = buffer.subarray(end + 1);
        continue;
      }
      if (kind === undefined || !(bytes >= 0 && bytes <= MOST_BYTES)) {
        fail();
        return;
      }
      if (buffer.length < end + 1 + bytes + 1) break;
      const content = buffer.subarray(end + 1, end + 1 + bytes);
      waiting.shift()?.resolve(kind === 'blob' ? new Uint8Array(content) : null);
      buffer = buffer.subarray(end + 1 + bytes + 1);
    }
    received = buffer === undefined || buffer.length === 0 ? [] : [buffer];
    clearTimeout(silence);
    if (waiting.length === 0) hold(false);
    else silence = setTimeout(fail, SILENCE_MS);
  }

  return {
    blob(id) {
      if (!ID.test(id)) return Promise.resolve(null);
      if (broken) return Promise.reject(new GitSilent('Git could not read the repository'));
      process ??= start();
      hold(true);
      clearTimeout(silence);
      silence = setTimeout(fail, SILENCE_MS);
      return new Promise((resolve, reject) => {
        waiting.push({ id, resolve, reject });
        process?.stdin?.write(`${id}\n`);
      });
    },
  };
}
