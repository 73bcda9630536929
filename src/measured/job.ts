/** What the user's own steps left behind: coverage and test results. */
import type { Measurable } from '../facts/measurable.ts';
import type { Measurement } from '../model/measured.ts';
import { type ChangedLines, measuredCoverage } from './coverage.ts';
import { resultFiles } from './files.ts';
import type { Clock } from './measurement.ts';
import { measuredTests } from './tests.ts';

export interface JobResults {
  /** Paths or globs, seen from `root`. */
  readonly coverage: readonly string[];
  readonly tests: readonly string[];
  readonly root: string;
  /** Lines that the change under review wrote; null where there is none. */
  readonly changed: ChangedLines | null;
}

export async function measuredJob(
  { coverage, tests, root, changed }: JobResults,
  { ground }: Measurable,
  clock: Clock,
): Promise<readonly Measurement[]> {
  const reports = await resultFiles(coverage, root);
  const results = await resultFiles(tests, root);
  return [
    ...(await measuredCoverage(reports, ground, clock, changed)),
    ...(await measuredTests(results, clock)),
  ];
}
