/** The JSON of coverage.py. Pure. */
import { type CoverageReport, type FileCoverage, fileOf } from './coverage.ts';
import { entriesOf, member, numberAt } from './json.ts';

export function readCoveragePy(data: unknown): CoverageReport | null {
  if (member(member(data, 'totals'), 'percent_covered') === undefined) return null;
  const files = entriesOf(member(data, 'files')).map(([path, file]): FileCoverage => {
    const named = fileOf(path, [...linesIn(file, 'executed_lines', 1), ...linesIn(file, 'missing_lines', 0)]);
    const [covered, found] = [
      numberAt(file, 'summary', 'covered_lines'),
      numberAt(file, 'summary', 'num_statements'),
    ];
    // Somebody may have kept the sums alone.
    return named.found === 0 && covered >= 0 && covered <= found ? { ...named, covered, found } : named;
  });
  return { format: 'coverage.py JSON', sources: [], files };
}

function linesIn(file: unknown, key: string, count: number): readonly (readonly [number, number])[] {
  const lines = member(file, key);
  return Array.isArray(lines) ? lines.map((line) => [Number(line), count] as const) : [];
}
