/**
 * A class of any size, drawn by a seed: submissions to ten milestones, good, poor and broken ones, put together out of the
 * tiny repositories of the rule tests, and the roster and the cohort file of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Examples } from '../../src/rule-tests/examples.ts';

export type Pool = Readonly<Record<string, Readonly<Record<string, Examples>>>>;

const MILESTONES = [
  'cli-task-manager',
  'blog-api',
  'data-pipeline',
  'ml-api',
  'rag-system',
  'full-stack-ai-app',
  'production-deployment',
  'data-analysis-tool',
  'research-assistant',
  'realtime-chat',
];
type Files = Readonly<Record<string, string>>;

/** The same numbers for the same seed (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What an audit must survive: none of it is a submission that anybody would be proud of. */
const BROKEN: readonly ((draw: () => number) => Files | null)[] = [
  () => null,
  () => ({}),
  () => ({ 'main.py': 'def f(:\n  return\n\x00', 'README.md': '# Broken\n' }),
  () => ({ '.milestone.yml': 'milestone: [\n', 'main.py': 'print(1)\n' }),
  () => ({ 'analysis.ipynb': '{"cells": [', 'data.json': '{'.repeat(20_000) }),
  (draw) => ({
    'bundle.js': `var a=${Array.from({ length: 60_000 }, () => Math.floor(draw() * 1e6)).join('+')};`,
  }),
  () => ({ 'deep.py': `x = ${'('.repeat(900)}1${')'.repeat(900)}\n` }),
];

/** Writes COHORT.yml, roster.csv and a folder per submission. */
export function writeClass(folder: string, size: number, pool: Pool, seed = 1): void {
  const draw = drawn(seed);
  const roster = ['identifier,name,repository,milestone'];
  for (let number = 1; number <= size; number += 1) {
    const milestone = MILESTONES[number % MILESTONES.length] ?? 'blog-api';
    const source = `submissions/learner-${number}`;
    roster.push(`l${number},Learner ${number},${source},${milestone}`);
    const files = submission(milestone, pool, number, draw);
    if (files !== null) write(join(folder, source), files, number % 10 === 0);
  }
  writeFileSync(join(folder, 'roster.csv'), `${roster.join('\n')}\n`);
  const assignments = MILESTONES.map((id) => `  - milestone: ${id}\n`).join('');
  writeFileSync(
    join(folder, 'COHORT.yml'),
    `title: Drawn class\nroster: roster.csv\nsince: 2027-03-01\nassignments:\n${assignments}`,
  );
}

function submission(milestone: string, pool: Pool, number: number, draw: () => number): Files | null {
  if (draw() < 0.12) return BROKEN[Math.floor(draw() * BROKEN.length)]?.(draw) ?? null;
  const skill = draw();
  const files: Record<string, string> = { [`own_${number}.py`]: ownCode(number, draw) };
  for (const [id, { good, bad }] of Object.entries({ ...pool[milestone], ...pool.portfolio })) {
    const shown = draw() < skill ? good : draw() < 0.5 ? bad : null;
    for (const [path, text] of Object.entries(shown?.files ?? {}))
      files[path in files ? `parts/${id}/${path}` : path] = text;
  }
  return files;
}

/** Some hundred lines that nobody else has. */
function ownCode(number: number, draw: () => number): string {
  const functions = Array.from({ length: 4 + Math.floor(draw() * 12) }, (_, index) => {
    const lines = Array.from({ length: 2 + Math.floor(draw() * 6) }, () => {
      const [a, b] = [Math.floor(draw() * 99), Math.floor(draw() * 9)];
      return draw() < 0.5
        ? `    if value > ${a}:\n        value = value - ${b}`
        : `    rows.append(value * ${a} + ${b})`;
    });
    return `def step_${number}_${index}(value: int, rows: list[int]) -> int:\n${lines.join('\n')}\n    return value\n`;
  });
  return functions.join('\n\n');
}

function write(folder: string, files: Files, committed: boolean): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (!committed || Object.keys(files).length === 0) return;
  const day = '2027-03-04T05:06:07Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  const identity = [
    '-c',
    'user.name=learner',
    '-c',
    'user.email=learner@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'Hand in'],
  ])
    execFileSync('git', ['-C', folder, ...identity, ...words], { env, stdio: 'ignore' });
}
