/**
 * Where the time of an audit goes: runs one of a folder, or of a tree of a thousand files, under the profiler of V8, and
 * prints the functions that took most by themselves and those that took most with all that they call. From the sources, so
 * that functions have their names.
 *
 *   npm run profile [-- FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTree } from './tree.ts';

const SHOWN = 30;

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds between the samples. */
  readonly timeDeltas: readonly number[];
}

/** Milliseconds by function, itself alone and with all that it calls. */
function timesOf({ nodes, samples, timeDeltas }: Profile): Record<'alone' | 'all', Map<string, number>> {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`,
    ]),
  );
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((one) => [one, id] as const)),
  );
  const alone = new Map<string, number>();
  const all = new Map<string, number>();
  const add = (times: Map<string, number>, name: string, time: number): void =>
    void times.set(name, (times.get(name) ?? 0) + time / 1000);
  for (const [index, sample] of samples.entries()) {
    const time = timeDeltas[index] ?? 0;
    const above = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id))
      above.add(names.get(id) ?? '');
    add(alone, names.get(sample) ?? '', time);
    for (const name of above) add(all, name, time);
  }
  return { alone, all };
}

const scratch = mkdtempSync(join(tmpdir(), 'profile-'));
try {
  const folder = process.argv[2] ?? join(scratch, 'tree');
  if (process.argv[2] === undefined) writeTree(folder, 1000);
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
  const words = [
    '--cpu-prof',
    `--cpu-prof-dir=${scratch}`,
    cli,
    folder,
    '-m',
    'blog-api',
    '--no-cache',
    '-q',
  ];
  spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [file = ''] = readdirSync(scratch).filter((name) => name.endsWith('.cpuprofile'));
  const times = timesOf(JSON.parse(readFileSync(join(scratch, file), 'utf8')) as Profile);
  for (const [title, found] of [
    ['by itself', times.alone],
    ['with all that it calls', times.all],
  ] as const) {
    console.log(`\nms ${title}`);
    const most = [...found].sort((a, b) => b[1] - a[1]).slice(0, SHOWN);
    for (const [name, time] of most) console.log(`${time.toFixed(0).padStart(7)}  ${name}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
