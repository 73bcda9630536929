/** What the tests of this job ran of the application, by the reports that they left. */
import type { Measurement, Share } from '../model/measured.ts';
import { type CoverageReport, readCoverageReport } from '../results/coverage.ts';
import { type Ground, type Laid, laidOnto } from '../results/onto.ts';
import type { ResultFile } from './files.ts';
import { type Clock, measurement } from './measurement.ts';

/** Numbers of the lines of a file that a change wrote; null where nobody can tell. */
export type ChangedLines = (path: string) => Promise<ReadonlySet<number> | null>;

interface Used {
  readonly path: string;
  readonly digest: string;
  readonly report: CoverageReport;
  readonly laid: readonly Laid[];
}

/** One measurement of all reports together, and one for each that is refused. */
export async function measuredCoverage(
  files: readonly ResultFile[],
  ground: Ground,
  clock: Clock,
  changed: ChangedLines | null = null,
): Promise<readonly Measurement[]> {
  const used: Used[] = [];
  const refused: Measurement[] = [];
  const refuse = (path: string, reason: string): void =>
    void refused.push(measurement('coverage', path, clock, { unmeasured: reason }));
  for (const file of files) {
    if ('refused' in file) {
      refuse(file.path, file.refused);
      continue;
    }
    const report = await readCoverageReport(file.text);
    const laid = 'refused' in report ? report : laidOnto(report, ground);
    if ('refused' in laid || 'refused' in report) refuse(file.path, 'refused' in laid ? laid.refused : '');
    else used.push({ path: file.path, digest: file.digest, report, laid });
  }
  return used.length === 0 ? refused : [await together(used, ground, clock, changed), ...refused];
}

async function together(
  used: readonly Used[],
  ground: Ground,
  clock: Clock,
  changed: ChangedLines | null,
): Promise<Measurement> {
  const files = merged(used.flatMap(({ laid }) => laid));
  const lines = sum([...files.values()]);
  return measurement('coverage', used.map(({ path }) => path).join(', '), clock, {
    formats: used.map(({ report }) => report.format),
    digests: used.map(({ digest }) => digest),
    percent: Math.round((lines.covered / lines.found) * 10_000) / 100,
    lines,
    files: { covered: files.size, found: ground.application.size },
    changed: changed === null ? null : await changedShare(files, changed),
  });
}

interface Counted extends Share {
  readonly lines: ReadonlyMap<number, number>;
}

/** A file of several reports (unit tests and others) ran where any of them ran it. */
function merged(laid: readonly Laid[]): ReadonlyMap<string, Counted> {
  const files = new Map<string, Counted>();
  for (const { path, file } of laid) {
    const known = files.get(path);
    files.set(path, known === undefined ? file : both(known, file));
  }
  return files;
}

function both(one: Counted, other: Counted): Counted {
  // A summary has no lines: the better of the two is all that can be told.
  if (one.lines.size === 0 || other.lines.size === 0) return one.covered >= other.covered ? one : other;
  const lines = new Map(one.lines);
  for (const [line, hits] of other.lines) lines.set(line, Math.max(hits, lines.get(line) ?? 0));
  return { lines, found: lines.size, covered: [...lines.values()].filter((hits) => hits > 0).length };
}

/** null where the reports name no lines. */
async function changedShare(
  files: ReadonlyMap<string, Counted>,
  changed: ChangedLines,
): Promise<Share | null> {
  const parts: Share[] = [];
  for (const [path, { lines }] of files) {
    if (lines.size === 0) return null;
    const written = await changed(path);
    if (written === null) return null;
    const asked = [...lines].filter(([line]) => written.has(line));
    parts.push({ found: asked.length, covered: asked.filter(([, hits]) => hits > 0).length });
  }
  return sum(parts);
}

function sum(parts: readonly Share[]): Share {
  return {
    covered: parts.reduce((total, { covered }) => total + covered, 0),
    found: parts.reduce((total, { found }) => total + found, 0),
  };
}
