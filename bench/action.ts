/**
 * Measures the Action beside the command line: whole processes, from their start to the end of an audit of 100 source
 * files, all its files and its summary written. Runs are interleaved, so that a busy machine is unfair to both alike.
 *
 *   npm run build && npm run bench:action [-- RUNS]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTree } from './tree.ts';

const FILES = 100;
const RUNS = Math.max(3, Number(process.argv[2] ?? 15) || 15);
/** What the Action may cost of what the command line costs. */
const MOST = 1.3;
const MILESTONE = 'blog-api';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

function measure(words: readonly string[], env: Readonly<Record<string, string>>): number {
  const start = process.hrtime.bigint();
  const done = spawnSync(process.execPath, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env,
  });
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr.slice(0, 400)}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function main(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'action-bench-'));
  try {
    const tree = join(scratch, 'tree');
    writeTree(tree, FILES);
    const sha = execFileSync('git', ['-C', tree, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    const event = join(scratch, 'event.json');
    writeFileSync(event, JSON.stringify({ after: sha }));
    const plain = { PATH: process.env.PATH ?? '', HOME: scratch };
    const runner = {
      ...plain,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_OUTPUT: join(scratch, 'output'),
      GITHUB_STEP_SUMMARY: join(scratch, 'summary.md'),
      GITHUB_REPOSITORY: 'owner/name',
      GITHUB_WORKSPACE: tree,
      GITHUB_SHA: sha,
      RUNNER_TEMP: scratch,
      INPUT_MILESTONE: MILESTONE,
    };
    const times = { cli: [] as number[], action: [] as number[] };
    for (let index = 0; index < RUNS; index += 1) {
      times.cli.push(
        measure([join(dist, 'cli.js'), 'audit', tree, '--milestone', MILESTONE, '--format', 'json'], plain),
      );
      times.action.push(measure([join(dist, 'action.js')], runner));
    }
    const ratio = median(times.action) / median(times.cli);
    console.log(
      `Node ${process.version}, ${FILES} source files, medians of ${RUNS} interleaved runs of whole processes.\n`,
    );
    console.log('| command line | Action | Action / command line | at most |');
    console.log('|---:|---:|---:|---:|');
    console.log(
      `| ${median(times.cli).toFixed(0)} ms | ${median(times.action).toFixed(0)} ms | ${ratio.toFixed(2)}× | ${MOST}× |`,
    );
    if (ratio > MOST) process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

main();
