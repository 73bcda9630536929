/** Reports of coverage, whatever tool wrote them: lines and how often they ran, file by file. Pure. */
import { readClover } from './clover.ts';
import { readCobertura } from './cobertura.ts';
import { readCoveragePy } from './coverage-py.ts';
import { readIstanbul, readSummary } from './istanbul.ts';
import { readLcov } from './lcov.ts';
import { readXml, type XmlElement } from './xml.ts';

export interface FileCoverage {
  /** As the report writes it; `/` between folders. */
  readonly path: string;
  /** Times that each line ran; empty where the report only counts. Lines count from 1. */
  readonly lines: ReadonlyMap<number, number>;
  /** Lines that can run, and those that did. */
  readonly found: number;
  readonly covered: number;
}

export interface CoverageReport {
  /** 'Cobertura', 'lcov' … */
  readonly format: string;
  /** Folders that paths are seen from, where the report says so. */
  readonly sources: readonly string[];
  readonly files: readonly FileCoverage[];
}

/** Why a text is no report that could be used; ends a sentence. */
export interface Refused {
  readonly refused: string;
}

/** Told by its content, never by its name: everybody names these files as they like. */
export async function readCoverageReport(text: string): Promise<CoverageReport | Refused> {
  const start = text.trimStart();
  if (start === '') return { refused: 'it is empty' };
  const report = start.startsWith('<')
    ? await fromXml(start)
    : start.startsWith('{')
      ? fromJson(start)
      : readLcov(start);
  if (report === null) {
    return {
      refused:
        'it is no coverage report that is known here: Cobertura or Clover XML, JSON of coverage.py or Istanbul (c8, nyc, vitest, jest), lcov',
    };
  }
  if ('refused' in report) return report;
  return report.files.some(({ found }) => found > 0) ? report : { refused: 'it counts no line of any file' };
}

async function fromXml(text: string): Promise<CoverageReport | Refused | null> {
  const root = await readXml(text);
  if ('refused' in root) return root;
  if (root.name !== 'coverage') return null;
  return root.children.some(({ name }: XmlElement) => name === 'project')
    ? readClover(root)
    : readCobertura(root);
}

function fromJson(text: string): CoverageReport | Refused | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { refused: 'its JSON ends too early or is damaged' };
  }
  return readCoveragePy(data) ?? readSummary(data) ?? readIstanbul(data);
}

/** A line that is told twice ran as often as the higher count says. */
export function fileOf(path: string, lines: Iterable<readonly [number, number]>): FileCoverage {
  const hits = new Map<number, number>();
  for (const [line, count] of lines) {
    // coverage.py names a line 0 of an empty file.
    if (Number.isInteger(line) && line > 0 && count >= 0)
      hits.set(line, Math.max(count, hits.get(line) ?? 0));
  }
  const covered = [...hits.values()].filter((count) => count > 0).length;
  return { path: path.replaceAll('\\', '/'), lines: hits, found: hits.size, covered };
}
