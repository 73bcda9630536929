/** What whole processes cost: time of all processors, time on the clock, and the peak of memory. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Cost {
  /** Seconds. */
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
}

const GNU_TIME = '/usr/bin/time';

function costOf([program = '', ...words]: readonly string[], environment: NodeJS.ProcessEnv): Cost {
  const record = join(tmpdir(), `cost-${process.pid}`);
  const done = spawnSync(GNU_TIME, ['-f', '%e %U %S %M', '-o', record, program, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: environment,
  });
  if (done.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${done.stderr.slice(0, 400)}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(record, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  return { cpu: user + system, wall, megabytes: kilobytes / 1024 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Medians; the runs of all commands take turns, so that a busy machine is unfair to all alike. */
export function costsOf<Name extends string>(
  commands: Readonly<Record<Name, readonly string[]>>,
  runs: number,
  environment: NodeJS.ProcessEnv,
): Readonly<Record<Name, Cost>> {
  const names = Object.keys(commands) as Name[];
  const rounds = Array.from({ length: runs }, () => names.map((name) => costOf(commands[name], environment)));
  const of = (at: number, key: keyof Cost): number =>
    median(rounds.map((round) => round[at]?.[key] ?? Number.NaN));
  return Object.fromEntries(
    names.map((name, at) => [
      name,
      { cpu: of(at, 'cpu'), wall: of(at, 'wall'), megabytes: of(at, 'megabytes') },
    ]),
  ) as Record<Name, Cost>;
}
