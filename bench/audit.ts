/**
 * Measures whole processes, as a user waits for them: an audit of three trees beside ast-grep with forty rules on one
 * thread and beside a Node that does nothing. Runs are interleaved, so that a busy machine is unfair to all alike.
 *
 *   npm run build && npm run bench [-- RUNS]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { astGrepRules } from './patterns.ts';
import { writeTree } from './tree.ts';

const SIZES = [10, 100, 1000] as const;
const RUNS = Math.max(3, Number(process.argv[2] ?? 11) || 11);
/** Prints the peak of resident memory; where there is none, memory is not measured. */
const GNU_TIME = '/usr/bin/time';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');
const astGrep = join(root, 'node_modules', '.bin', 'ast-grep');

interface Subject {
  readonly name: string;
  readonly command: readonly string[];
  readonly milliseconds: number[];
  readonly megabytes: number[];
}

function subject(name: string, ...command: string[]): Subject {
  return { name, command, milliseconds: [], megabytes: [] };
}

function measure(one: Subject, scratch: string): void {
  const record = join(scratch, 'peak');
  const timed = existsSync(GNU_TIME);
  const [program = '', ...words] = timed ? [GNU_TIME, '-f', '%M', '-o', record, ...one.command] : one.command;
  const start = process.hrtime.bigint();
  const done = spawnSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  one.milliseconds.push(Number(process.hrtime.bigint() - start) / 1e6);
  if (done.status !== 0) throw new Error(`${one.command.join(' ')}: ${done.stderr.slice(0, 400)}`);
  if (timed) one.megabytes.push(Number(readFileSync(record, 'utf8').trim()) / 1024);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function main(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'audit-bench-'));
  try {
    const rules = join(scratch, 'rules.yml');
    writeFileSync(rules, astGrepRules());
    console.log(`Node ${process.version}, medians of ${RUNS} interleaved runs of whole processes.\n`);
    console.log(
      '| source files | bare Node | ast-grep, 40 rules, 1 thread | audit | audit / Node | audit / ast-grep | peak |',
    );
    console.log('|---:|---:|---:|---:|---:|---:|---:|');
    for (const size of SIZES) console.log(row(size, scratch, rules));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function row(size: number, scratch: string, rules: string): string {
  const tree = join(scratch, `tree-${size}`);
  writeTree(tree, size);
  const bare = subject('bare Node', process.execPath, '-e', '0');
  const other = subject(
    'ast-grep',
    astGrep,
    'scan',
    '--rule',
    rules,
    '--threads',
    '1',
    '--json=stream',
    tree,
  );
  const ours = subject(
    'audit',
    process.execPath,
    cli,
    'audit',
    tree,
    '--milestone',
    'blog-api',
    '--format',
    'json',
  );
  const all = [bare, other, ours];
  for (let index = 0; index < RUNS; index += 1) for (const one of all) measure(one, scratch);
  const time = (one: Subject): number => median(one.milliseconds);
  const peak = Math.max(...ours.megabytes);
  const cells = [
    String(size),
    ...all.map((one) => `${time(one).toFixed(0)} ms`),
    `${(time(ours) / time(bare)).toFixed(1)}×`,
    `${(time(ours) / time(other)).toFixed(2)}×`,
    Number.isFinite(peak) ? `${peak.toFixed(0)} MB` : 'not measured',
  ];
  return `| ${cells.join(' | ')} |`;
}

main();
