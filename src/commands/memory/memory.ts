/**
 * What earlier runs found out, kept below the user's cache folder and never in the audited repository. Damaged, deleted,
 * full or shared by two processes: then something is found out anew, and nothing else.
 */
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

export interface Memory {
  /** What was kept under a key, which is plain JSON; undefined where there is nothing, or nothing that can be trusted. */
  recall(key: string): Promise<unknown>;
  keep(key: string, value: unknown): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Bytes that are kept at most, once it was tidied up; what was written longest ago goes first. */
const MOST_BYTES = 100_000_000;
/** Bytes; a value that is larger is found out anew each time. */
const LARGEST = 30_000_000;
/** One in so many values has it tidied up, by its digest: nobody has to count. */
const TIDIED_EVERY = 16;
/** Values that one process keeps at hand. */
const MOST_OF_A_PROCESS = 20;

/** Where caches of this user are: where the environment says, else where the system keeps them. */
export function cacheFolder(environment: Environment, platform = process.platform): string {
  const { XDG_CACHE_HOME: given, LOCALAPPDATA: local } = environment;
  const usual =
    platform === 'win32'
      ? (local ?? join(homedir(), 'AppData', 'Local'))
      : join(homedir(), ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
  return join(given !== undefined && isAbsolute(given) ? given : usual, 'milestone-auditor');
}

/** The memory at a folder; null where that lies in what is audited. `audited` is null where nothing lies on the disk. */
export function memoryAt(folder: string, audited: string | null): Memory | null {
  if (audited !== null && isWithin(folder, audited)) return null;
  return {
    async recall(key) {
      try {
        const { get } = await import('cacache');
        const { data } = await get(folder, key);
        return JSON.parse(gunzipSync(data, { maxOutputLength: LARGEST }).toString());
      } catch {
        // Never kept, gone since, or not as it was written: that would stand in the way of what is kept next.
        await forget(folder, key);
        return undefined;
      }
    },
    async keep(key, value) {
      try {
        const text = JSON.stringify(value);
        if (text.length > LARGEST) return;
        const { put } = await import('cacache');
        const integrity = await put(folder, key, gzipSync(text));
        if (integrity.charCodeAt(integrity.length - 3) % TIDIED_EVERY === 0) await tidy(folder);
      } catch {
        // A disk that is full or not ours: the audit itself is done.
      }
    },
  };
}

/** Answers of one process in front of another memory: the newest few, and each of them is handed on once. */
export function memoryOfProcess(behind: Memory | null): Memory {
  const kept = new Map<string, unknown>();
  return {
    recall: async (key) => kept.get(key) ?? behind?.recall(key),
    async keep(key, value) {
      const isNew = !kept.delete(key);
      kept.set(key, value);
      for (const oldest of [...kept.keys()].slice(0, -MOST_OF_A_PROCESS)) kept.delete(oldest);
      if (isNew) await behind?.keep(key, value);
    },
  };
}

async function forget(folder: string, key: string): Promise<void> {
  try {
    const { get, rm } = await import('cacache');
    const known = await get.info(folder, key);
    if (known !== null) await rm.content(folder, known.integrity);
  } catch {
    // Then it stays as it is, and nothing is read of it.
  }
}

async function tidy(folder: string): Promise<void> {
  const { ls, rm, verify } = await import('cacache');
  const kept = Object.values(await ls(folder)).sort((a, b) => b.time - a.time);
  let bytes = 0;
  for (const { key, size } of kept) {
    bytes += size;
    if (bytes > MOST_BYTES) await rm.entry(folder, key, { removeFully: true });
  }
  if (bytes > MOST_BYTES) await verify(folder);
}

function isWithin(folder: string, audited: string): boolean {
  const way = relative(realpathSync.native(audited), folder);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}
