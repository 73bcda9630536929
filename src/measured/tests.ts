/** How the tests of this job ended, by the results that they left. */
import type { Measurement } from '../model/measured.ts';
import { readTestResults, type TestResults } from '../results/junit.ts';
import type { ResultFile } from './files.ts';
import { type Clock, measurement } from './measurement.ts';

const MOST_NAMES = 5;

/** One measurement of all results together, and one for each file that is refused. */
export async function measuredTests(
  files: readonly ResultFile[],
  clock: Clock,
): Promise<readonly Measurement[]> {
  const used: { readonly path: string; readonly digest: string; readonly results: TestResults }[] = [];
  const refused: Measurement[] = [];
  for (const file of files) {
    const results = 'refused' in file ? file : await readTestResults(file.text);
    if ('refused' in results)
      refused.push(measurement('tests', file.path, clock, { unmeasured: results.refused }));
    else if ('digest' in file) used.push({ path: file.path, digest: file.digest, results });
  }
  if (used.length === 0) return refused;
  const sum = (count: (one: TestResults) => number): number =>
    used.reduce((total, { results }) => total + count(results), 0);
  const all = measurement('tests', used.map(({ path }) => path).join(', '), clock, {
    digests: used.map(({ digest }) => digest),
    total: sum(({ total }) => total),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
    failures: used.flatMap(({ results }) => results.failures).slice(0, MOST_NAMES),
  });
  return [all, ...refused];
}
