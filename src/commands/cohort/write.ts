/** From what the shards left to reports: rows are read one after the other, and fingerprints only where they are asked for. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CohortPlan } from '../../cohort/plan.ts';
import { type Earlier, earlierOf } from '../../cohort/progress.ts';
import { cohortReport } from '../../cohort/report.ts';
import { joined, type Results } from '../../cohort/results.ts';
import { similarity } from '../../cohort/similarity/pairs.ts';
import { UserError } from '../../errors.ts';
import type { CohortReport, SimilarityReport } from '../../model/cohort.ts';
import type { Report } from '../../model.ts';
import { COHORT_REPORTERS, type CohortFormat } from '../../reporters/cohort/index.ts';
import { visible } from '../../reporters/visible.ts';
import type { Rules } from '../installation.ts';
import { optionsFor, writeFile, writeFolder } from '../output.ts';
import type { ReportOptions } from './options.ts';
import { rowsIn } from './rows-file.ts';
import { outcomeShape } from './rows-shape.ts';

export interface Written {
  readonly plan: CohortPlan;
  /** Files of rows. */
  readonly parts: readonly string[];
  readonly rules: Rules;
  readonly tool: Report['tool'];
  readonly earlier: Earlier | null;
  readonly formats: readonly CohortFormat[];
  readonly similarity: { readonly path: string; readonly text: (report: SimilarityReport) => string } | null;
  readonly options: ReportOptions;
}

/** Answers how many submissions could not be audited. */
export async function writeReports(written: Written): Promise<{ readonly failed: number }> {
  const { plan, rules, tool, earlier, options, formats, parts } = written;
  const results = await resultsOf(parts);
  const { milestones } = rules;
  const report = cohortReport({ tool, plan, results, milestones, earlier, since: options.since ?? null });
  for (const format of formats) writeOne(report, format, formats.length > 1, options);
  if (written.similarity !== null) await writeSimilar(written, results, written.similarity);
  const all = report.sheets.flatMap(({ rows }) => rows);
  return { failed: all.filter(({ outcome }) => outcome.kind === 'failed').length };
}

/** Within a part the last row of a submission wins, and the best one among parts. */
async function resultsOf(parts: readonly string[]): Promise<Results> {
  let results: Results = new Map();
  for (const part of parts) {
    const own = new Map();
    for await (const { key, outcome } of rowsIn(part)) own.set(key, { key, outcome });
    results = joined(results, own);
  }
  return results;
}

function writeOne(
  report: CohortReport,
  format: CohortFormat,
  several: boolean,
  options: ReportOptions,
): void {
  const reporter = COHORT_REPORTERS[format];
  const { output, verbose } = options;
  if ('files' in reporter) {
    const files = Object.entries(reporter.files(report));
    for (const folder of new Set(files.map(([name]) => dirname(name))))
      writeFolder(
        join(output ?? '.', reporter.folder, folder),
        Object.fromEntries(
          files
            .filter(([name]) => dirname(name) === folder)
            .map(([name, text]) => [name.slice(folder.length + 1), text]),
        ),
      );
    return;
  }
  const text = reporter.text(report, optionsFor(output !== undefined, verbose));
  if (output === undefined) process.stdout.write(text);
  else if (several || isFolder(output)) writeFolder(output, { [reporter.file]: text });
  else writeFile(output, text);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A second reading: only one submission's fingerprints are held as text at a time. */
async function writeSimilar(
  { plan, parts, tool }: Written,
  results: Results,
  { path, text }: NonNullable<Written['similarity']>,
): Promise<void> {
  const entries = new Map(plan.entries.map((entry, order) => [entry.key, { ...entry, order }]));
  const all = similarity();
  const seen = new Set<string>();
  for (const part of parts) {
    for await (const { key, outcome, prints } of rowsIn(part)) {
      const entry = entries.get(key);
      const kept = results.get(key)?.outcome;
      if (entry === undefined || seen.has(key) || outcome.kind !== 'judged' || kept?.kind !== 'judged')
        continue;
      if (JSON.stringify(kept) !== JSON.stringify(outcome)) continue;
      seen.add(key);
      const { learner, assignment: group, order } = entry;
      all.add({ side: { key, learner, repository: outcome.repository }, order, prints, group });
    }
  }
  writeFile(path, text(all.report(tool, plan.title)));
}

const MOST_BYTES = 512 * 1024 * 1024;

/** An earlier report of the same cohort. Throws a UserError where it is none. */
export async function earlierCohort(path: string): Promise<Earlier> {
  const z = await import('zod');
  const row = z.looseObject({ key: z.string(), better: z.string().nullable(), outcome: outcomeShape(z) });
  const shape = z.looseObject({
    schema: z.literal(1),
    kind: z.literal('cohort'),
    asOf: z.string().nullable(),
    sheets: z.array(z.looseObject({ rows: z.array(row) })),
  });
  const read = shape.safeParse(parsed(path));
  if (read.success) return earlierOf(read.data as unknown as CohortReport);
  throw new UserError({
    code: 'bad-option',
    message: `--compare: ${visible(path)} cannot be compared with: it is no JSON report on a cohort`,
    hint: 'Give a file that was written with cohort --format json.',
    exitCode: 2,
  });
}

function parsed(path: string): unknown {
  try {
    return statSync(path).size > MOST_BYTES ? null : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
