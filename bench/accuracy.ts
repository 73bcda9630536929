/**
 * How right the verdicts are, on real repositories that reviewers labelled; and what a change of the program does to them.
 *
 *   npm run accuracy -- --labels FILE.tsv --mirrors DIR [--scratch DIR] [--only owner/name] [--milestone ID …] [--verbose]
 *   npm run accuracy -- --labels FILE.tsv --mirrors DIR --against REVISION|FOLDER    every verdict that differs
 *   npm run accuracy -- --against REVISION|FOLDER --folder DIR … [--milestone ID]     the same, of folders without labels
 *
 * DIR holds bare repositories as `owner+name/repo`; checked out trees are kept in the scratch folder where one is named.
 * A run over all labels writes docs/accuracy.md (`--output FILE` writes it elsewhere); the day is today's or `--date`'s.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PORTFOLIO } from '../src/milestones/catalogue.ts';
import { checkout, programAt } from './accuracy/checkouts.ts';
import { documentOf, type Sample } from './accuracy/document.ts';
import { flipLines, flipsOf } from './accuracy/flips.ts';
import { byRepository, type Labelled, parseLabels } from './accuracy/labels.ts';
import { failureOf, resultOf } from './accuracy/result.ts';
import { summaryLines } from './accuracy/summary.ts';
import { runAll, type Task } from './accuracy/workers.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { values: options } = parseArgs({
  options: {
    labels: { type: 'string' },
    mirrors: { type: 'string' },
    scratch: { type: 'string' },
    folder: { type: 'string', multiple: true },
    only: { type: 'string', multiple: true },
    milestone: { type: 'string', multiple: true },
    program: { type: 'string', default: ROOT },
    against: { type: 'string' },
    workers: { type: 'string' },
    date: { type: 'string' },
    output: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

interface Tree {
  readonly labelled: Labelled;
  readonly folder: string;
}

/** What is to be audited, and how many labelled repositories are not at hand. */
/** First sight of every sample, as it was written down. */
function samples(): readonly Sample[] {
  return JSON.parse(
    readFileSync(new URL('./accuracy/samples.json', import.meta.url), 'utf8'),
  ) as readonly Sample[];
}

function treesIn(scratch: string): { readonly trees: readonly Tree[]; readonly skipped: number } {
  const { folder: folders = [], labels, mirrors = '', only, milestone } = options;
  const loose = folders.map((path): Tree => {
    const labelled = {
      repository: basename(path),
      commit: '',
      milestone: milestone?.[0] ?? 'auto',
      labels: [],
    };
    return { labelled, folder: resolve(path) };
  });
  if (labels === undefined) return { trees: loose, skipped: 0 };
  const wanted = byRepository(parseLabels(readFileSync(labels, 'utf8')), PORTFOLIO)
    .filter((one) => !only || only.includes(one.repository))
    .filter((one) => !milestone || milestone.includes(one.milestone));
  const found = wanted.flatMap((labelled): Tree[] => {
    const folder = checkout(mirrors, scratch, labelled.repository, labelled.commit);
    return folder === null ? [] : [{ labelled, folder }];
  });
  return { trees: [...loose, ...found], skipped: wanted.length - found.length };
}

async function main(): Promise<number> {
  const temporary = mkdtempSync(join(tmpdir(), 'accuracy-'));
  try {
    const { trees, skipped } = treesIn(options.scratch ? resolve(options.scratch) : join(temporary, 'trees'));
    if (trees.length === 0) {
      console.error('Nothing to compare. Usage: npm run accuracy -- --labels FILE.tsv --mirrors DIR');
      return 2;
    }
    const programs = [resolve(options.program)];
    if (options.against !== undefined) programs.unshift(programAt(ROOT, options.against, temporary));
    const tasks = trees.flatMap(({ labelled, folder }) =>
      programs.map((program): Task => ({ program, folder, milestone: labelled.milestone })),
    );
    const count = Number(options.workers ?? Math.min(2, availableParallelism())) || 1;
    const answers = await runAll(tasks, count, (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${tasks.length} audits`);
    });
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    const at = (tree: number, program: number) => answers[tree * programs.length + program] ?? null;
    if (programs.length === 2) {
      const flips = trees.flatMap(({ labelled }, tree) => {
        const [before, after] = [at(tree, 0), at(tree, 1)];
        for (const one of [before, after]) {
          for (const line of failureOf(labelled.repository, one)) console.error(line);
        }
        return flipsOf(
          labelled.repository,
          before?.outcome.verdicts ?? {},
          after?.outcome.verdicts ?? {},
          labelled.labels,
        );
      });
      for (const line of flipLines(flips)) console.log(line);
      return 0;
    }
    const audited = trees.map(({ labelled }, tree) => ({ labelled, answer: at(tree, 0) }));
    const result = resultOf(audited, skipped);
    for (const line of summaryLines(result, options.verbose)) console.log(line);
    const whole = !options.only && !options.milestone && !options.folder && skipped === 0;
    const output = options.output ?? (whole ? join(ROOT, 'docs', 'accuracy.md') : null);
    const date = options.date ?? new Date().toISOString().slice(0, 10);
    if (output !== null) writeFileSync(output, documentOf(result, date, samples()));
    return 0;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

process.exitCode = await main();
