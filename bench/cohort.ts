/**
 * Measures a class of generated repositories as one process and as shards that are merged, and compares the bytes.
 *
 *   npm run build && npm run bench:cohort [-- SIZE [SHARDS]]      1,000 and 20 where they are left out
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Pool, writeClass } from './cohort/class.ts';

const SIZE = Number(process.argv[2] ?? 1_000);
const SHARDS = Number(process.argv[3] ?? 20);
const SMALL = 50;
const FORMATS = ['html', 'json', 'csv', 'markdown', 'grades'] as const;
const FILES = ['cohort.html', 'cohort.json', 'cohort.csv', 'cohort.md', 'grades.csv'] as const;

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');

interface Measured {
  readonly seconds: number;
  /** Megabytes, by the kernel's own high-water mark. */
  readonly peak: number;
}

/** Never more than two at a time: a measurement that shares its processors measures its neighbours. */
function measured(cwd: string, words: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, [cli, 'cohort', ...words], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let peak = 0;
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2_000);
    });
    const timer = setInterval(() => {
      peak = Math.max(peak, highWater(child.pid ?? 0));
    }, 100);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === null || code > 1) return reject(new Error(said));
      resolve({ seconds: Number(process.hrtime.bigint() - start) / 1e9, peak });
    });
  });
}

function highWater(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

async function oneProcess(cwd: string): Promise<Measured> {
  return measured(cwd, [
    'COHORT.yml',
    '--jobs',
    '2',
    '-f',
    FORMATS.join(','),
    '-o',
    'one',
    '--similarity',
    'one-similar.json',
  ]);
}

async function inShards(cwd: string): Promise<readonly Measured[]> {
  const all = [await measured(cwd, ['plan', 'COHORT.yml', '--shards', String(SHARDS), '-o', 'plan.json'])];
  for (let shard = 1; shard <= SHARDS; shard += 1) {
    const name = `${shard}/${SHARDS}`;
    all.push(
      await measured(cwd, [
        'audit',
        '--plan',
        'plan.json',
        '--shard',
        name,
        '--jobs',
        '2',
        '-o',
        `parts/${shard}.jsonl`,
      ]),
    );
  }
  all.push(
    await measured(cwd, [
      'merge',
      '--plan',
      'plan.json',
      'parts',
      '-f',
      FORMATS.join(','),
      '-o',
      'many',
      '--similarity',
      'many-similar.json',
    ]),
  );
  return all;
}

const scratch = mkdtempSync(join(tmpdir(), 'cohort-bench-'));
const pool = JSON.parse(readFileSync(join(root, 'dist', 'examples.json'), 'utf8')) as Pool;
const classOf = (size: number): string => {
  const folder = join(scratch, String(size));
  mkdirSync(folder);
  writeClass(folder, size, pool);
  return folder;
};
try {
  const [small, large] = [classOf(SMALL), classOf(SIZE)];
  const few = await oneProcess(small);
  const one = await oneProcess(large);
  const again = await oneProcess(large);
  const shards = await inShards(large);
  const differing = [
    ...FILES.map((file) => [`one/${file}`, `many/${file}`] as const),
    ['one-similar.json', 'many-similar.json'] as const,
  ].filter(([a, b]) => !readFileSync(join(large, a)).equals(readFileSync(join(large, b))));
  const longest = shards.slice(1, -1).reduce((most, part) => Math.max(most, part.seconds), 0);
  const highest = shards.reduce((most, part) => Math.max(most, part.peak), 0);
  const row = (name: string, { seconds, peak }: Measured): string =>
    `| ${name} | ${seconds.toFixed(1)} s | ${peak.toFixed(0)} MB |`;
  console.log(`Node ${process.version}, ${availableParallelism()} processors, two threads.\n`);
  console.log('| what | time | peak of memory |\n|---|---:|---:|');
  console.log(row(`${SMALL} submissions, one process`, few));
  console.log(row(`${SIZE} submissions, one process`, one));
  console.log(row('the same again: nothing changed', again));
  console.log(
    `| ${SHARDS} shards, each | ${longest.toFixed(1)} s at most | ${highest.toFixed(0)} MB at most |`,
  );
  console.log(row('merge and report', shards.at(-1) ?? few));
  console.log(`\nMemory at ${SIZE} is ${(one.peak / few.peak).toFixed(2)} of that at ${SMALL}.`);
  console.log(
    differing.length === 0
      ? 'One process and shards: the same bytes in every format.'
      : `DIFFERENT: ${differing.flat().join(', ')}`,
  );
  process.exitCode = differing.length === 0 && one.peak <= few.peak * 1.3 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
