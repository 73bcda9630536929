/** lcov's tracefile: `SF:` begins a file, `DA:line,count` tells of a line. Its totals are counted anew: not all write them. */
import { type CoverageReport, type FileCoverage, fileOf } from './coverage.ts';

export function readLcov(text: string): CoverageReport | null {
  const files: FileCoverage[] = [];
  let path: string | null = null;
  let lines: [number, number][] = [];
  const end = (): void => {
    if (path !== null) files.push(fileOf(path, lines));
    path = null;
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('SF:')) {
      end();
      path = line.slice(3).trim();
    } else if (line.startsWith('DA:')) {
      const [number, count] = line.slice(3).split(',');
      lines.push([Number(number), Number(count)]);
    } else if (line === 'end_of_record') end();
  }
  end();
  return files.length > 0 ? { format: 'lcov', sources: [], files } : null;
}
