/**
 * `npm run fuzz -- COUNT [SEED]`: audits so many repositories that nobody would write, and fails where one crashes, takes
 * more than ten seconds, or needs more than 400 MB. `npm run fuzz -- --only INDEX [SEED]` writes one as JSON, to look at.
 *
 * They are audited in batches, each in a process of its own, whose highest memory is measured.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { filesOf, mutants } from '../tests/fuzz/mutants.ts';
import { auditMutant, seeds } from '../tests/fuzz/run.ts';

const BATCH = 100;
const LONGEST_MS = 10_000;
const MOST_MB = 400;
/** What the built program takes before it audits; here it runs from its sources, which take much more. */
const IDLE_MB = 100;
/** The heap ends below that, so that what needs more ends the process, and what is only not collected yet does not. */
const NODE = ['--semi-space-growth-factor=1', '--max-old-space-size=280'];
const SEED = 17;

interface Result {
  readonly index: number;
  readonly fault: string | null;
  /** Of the processor: how busy the machine is does not count. */
  readonly milliseconds: number;
  /** The most that the process has taken so far. */
  readonly megabytes: number;
}

/** In a process of its own: audits mutants from `from` on, and prints a line for each. */
async function batch(from: number, count: number, seed: number): Promise<void> {
  const repositories = await seeds();
  const idle = peak();
  for (const [offset, mutant] of mutants(from + count, seed)
    .slice(from)
    .entries()) {
    const before = process.cpuUsage();
    const { fault } = await auditMutant(mutant, repositories);
    const { user, system } = process.cpuUsage(before);
    const result: Result = {
      index: from + offset,
      fault,
      milliseconds: (user + system) / 1000,
      megabytes: peak() - idle + IDLE_MB,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    // The next one starts anew: a process keeps what it once took.
    if (result.megabytes > MOST_MB) break;
  }
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** What came of a batch; where its process ended early, the mutant that ended it is one of the results, and the last. */
function inProcess(from: number, count: number, seed: number): Promise<readonly Result[]> {
  const words = [...NODE, fileURLToPath(import.meta.url), '--batch', from, count, seed];
  const child = spawn(process.execPath, words.map(String), { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const results = text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Result);
      const index = from + results.length;
      const fault = `the process ended with ${code ?? 'a signal'}: out of memory?`;
      resolve(code === 0 ? results : [...results, { index, fault, milliseconds: 0, megabytes: 0 }]);
    });
  });
}

/** What ended a process, or went over a bound, may have paid for those before it: it is asked again by itself. */
async function alone(results: readonly Result[], seed: number): Promise<readonly Result[]> {
  const found: Result[] = [];
  for (const one of results) found.push(...(isWrong(one) ? await inProcess(one.index, 1, seed) : [one]));
  return found;
}

function isWrong({ fault, milliseconds, megabytes }: Result): boolean {
  return fault !== null || milliseconds > LONGEST_MS || megabytes > MOST_MB;
}

async function fuzz(count: number, seed: number): Promise<number> {
  const starts = Array.from({ length: Math.ceil(count / BATCH) }, (_, at) => at * BATCH);
  const wrong: string[] = [];
  const tell = (text: string): void => {
    wrong.push(text);
    console.log(text);
  };
  const times: number[] = [];
  let highest = 0;
  const worker = async (): Promise<void> => {
    for (let from = starts.shift(); from !== undefined; from = starts.shift()) {
      const end = Math.min(count, (Math.floor(from / BATCH) + 1) * BATCH);
      const results = await alone(await inProcess(from, end - from, seed), seed);
      const next = from + results.length;
      if (next < end) starts.unshift(next);
      for (const { index, fault, milliseconds, megabytes } of results) {
        times.push(milliseconds);
        if (fault !== null) tell(`${index}: ${fault}`);
        if (milliseconds > LONGEST_MS) tell(`${index}: ${(milliseconds / 1000).toFixed(1)} s`);
        if (megabytes > MOST_MB) tell(`${index}: ${megabytes.toFixed(0)} MB`);
        highest = Math.max(highest, megabytes);
      }
      process.stderr.write(`${times.length} of ${count}, ${wrong.length} wrong\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): string =>
    `${((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1000).toFixed(2)} s`;
  console.log(
    `${count} mutants of seed ${seed}: ${wrong.length} wrong; median ${at(0.5)}, 99 of 100 below ${at(0.99)}, longest ${at(1)}, highest ${highest.toFixed(0)} MB`,
  );
  return wrong.length === 0 ? 0 : 1;
}

const [first = '200', second, third, fourth] = process.argv.slice(2);
if (first === '--batch') await batch(Number(second), Number(third), Number(fourth));
else if (first === '--only') {
  const index = Number(second);
  const mutant = mutants(index + 1, Number(third ?? SEED))[index];
  if (mutant !== undefined)
    console.log(JSON.stringify({ mutant, files: filesOf(mutant, await seeds()) }, null, 2));
} else process.exitCode = await fuzz(Number(first), Number(second ?? SEED));
