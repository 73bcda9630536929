/** Istanbul's JSON, as c8, nyc, jest and vitest write it: `coverage-final.json`, and the summary. Pure. */
import { type CoverageReport, type FileCoverage, fileOf } from './coverage.ts';
import { entriesOf, member, numberAt } from './json.ts';

/** Each statement with its place, and how often it ran. */
export function readIstanbul(data: unknown): CoverageReport | null {
  const files = entriesOf(data).flatMap(([key, file]): readonly FileCoverage[] => {
    const counts = member(file, 's');
    const places = member(file, 'statementMap');
    if (counts === undefined || places === undefined) return [];
    const path = member(file, 'path');
    const lines = entriesOf(counts).map(([id, count]): [number, number] => [
      numberAt(places, id, 'start', 'line'),
      Number(count),
    ]);
    return [fileOf(typeof path === 'string' ? path : key, highestFirst(lines))];
  });
  return files.length > 0 ? { format: 'Istanbul JSON', sources: [], files } : null;
}

/** Statements of one line count as the line's most frequent one, as Istanbul itself counts. */
function highestFirst(lines: readonly [number, number][]): readonly [number, number][] {
  return lines.toSorted(([, a], [, b]) => b - a);
}

/** Counts only, no lines. */
export function readSummary(data: unknown): CoverageReport | null {
  if (member(member(data, 'total'), 'lines') === undefined) return null;
  const files = entriesOf(data).flatMap(([path, file]): readonly FileCoverage[] => {
    const [found, covered] = [numberAt(file, 'lines', 'total'), numberAt(file, 'lines', 'covered')];
    if (path === 'total' || !(found >= 0 && covered >= 0 && covered <= found)) return [];
    return [{ path: path.replaceAll('\\', '/'), lines: new Map(), found, covered }];
  });
  return { format: 'Istanbul summary', sources: [], files };
}
