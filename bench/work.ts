/**
 * Counts the work of an audit, which is the same on every machine and in every run: how often functions of the program are
 * called, nodes of syntax trees visited, names resolved, patterns held against names, processes started, packages used.
 * Prints it per source file, for a tree and for one of four times its size, and which functions are called more often for
 * each file of the latter.
 *
 *   node bench/work.ts
 */
import childProcess from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installationAt } from '../src/commands/installation.ts';
import { openRepository } from '../src/repository/open.ts';
import { writeTree } from './tree.ts';

const SIZES = [100, 400] as const;
/** Calls for each file that may be more in a tree of four times the size: by a factor, and a few. */
const GROWTH = 1.3;
const FEW = 3;

/** Functions whose calls are counted, by the end of their file's address. */
const COUNTED: Readonly<Record<string, readonly (readonly [file: string, name: string])[]>> = {
  nodes: [
    ['tree-sitter.js', 'gotoFirstChild'],
    ['tree-sitter.js', 'gotoNextSibling'],
  ],
  names: [['src/program/link/resolver/resolver.ts', 'resolve']],
  patterns: [
    ['src/reading/glob.ts', 'matched'],
    ['src/program/link/values.ts', 'matchesName'],
    ['src/program/link/values.ts', 'matchesAny'],
  ],
};

interface Work {
  readonly files: number;
  /** Calls per source file. */
  readonly calls: number;
  readonly nodes: number;
  readonly names: number;
  readonly patterns: number;
  /** In all. */
  readonly processes: number;
  readonly packages: readonly string[];
}

export interface Found {
  readonly small: Work;
  readonly large: Work;
  readonly growing: readonly string[];
}

/** How many source files there are, and what was counted. */
type Counting = readonly [files: number, counted: readonly Counted[]];

interface Counted {
  readonly url: string;
  readonly name: string;
  readonly count: number;
}

function perFile(counted: readonly Counted[], files: number, processes: number): Work {
  const sum = (wanted: (one: Counted) => boolean): number =>
    Math.round(counted.filter(wanted).reduce((all, { count }) => all + count, 0) / files);
  const of = (kind: string): number =>
    sum(({ url, name }) =>
      (COUNTED[kind] ?? []).some(([file, wanted]) => url.endsWith(file) && name === wanted),
    );
  const packages = counted.flatMap(({ url, count }) => {
    const [, name] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
    return name === undefined || count === 0 ? [] : [name];
  });
  return {
    files,
    calls: sum(({ url }) => url.includes('/src/')),
    nodes: of('nodes'),
    names: of('names'),
    patterns: of('patterns'),
    processes,
    packages: [...new Set(packages)].sort(),
  };
}

/** Functions of the program that are called more often for each file where there are more of them. */
function growing([few, small]: Counting, [many, large]: Counting): readonly string[] {
  const before = perFunction(few, small);
  return [...perFunction(many, large)]
    .filter(([name, calls]) => calls > (before.get(name) ?? 0) * GROWTH + FEW)
    .map(([name, calls]) => `${name}: ${(before.get(name) ?? 0).toFixed(1)}, then ${calls.toFixed(1)}`);
}

function perFunction(files: number, counted: readonly Counted[]): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  for (const { url, name, count } of counted) {
    const [, path] = url.split('/src/');
    if (path !== undefined) calls.set(`${path} ${name}`, (calls.get(`${path} ${name}`) ?? 0) + count / files);
  }
  return calls;
}

let processes = 0;
const { spawn } = childProcess;
childProcess.spawn = ((...given: Parameters<typeof spawn>) => {
  processes += 1;
  return spawn(...given);
}) as typeof spawn;
syncBuiltinESMExports();

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const { audit } = await import('../src/audit.ts');
const here = installationAt(new URL('../src/', import.meta.url));
const { milestones, stacks, digest } = await here.rules();
const reading = await here.reading();

async function counted(files: number): Promise<{ readonly counting: Counting; readonly work: Work }> {
  const folder = mkdtempSync(join(tmpdir(), 'work-'));
  try {
    writeTree(folder, files);
    processes = 0;
    await session.post('Profiler.takePreciseCoverage');
    const repository = await openRepository(folder);
    await audit(repository, {
      milestones,
      stacks,
      milestoneId: 'blog-api',
      reading,
      tool: here.tool(digest),
    });
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const found = result.flatMap(({ url, functions }) =>
      functions.map(({ functionName: name, ranges }) => ({ url, name, count: ranges[0]?.count ?? 0 })),
    );
    return { counting: [files, found], work: perFile(found, files, processes) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const small = await counted(SIZES[0]);
const large = await counted(SIZES[1]);
const found: Found = {
  small: small.work,
  large: large.work,
  growing: growing(small.counting, large.counting),
};
console.log(JSON.stringify(found, null, 2));
