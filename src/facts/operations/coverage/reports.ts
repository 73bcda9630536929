/** Committed coverage results: what tools write for tools, HTML pages and terminal output. */
import { linesOf, type TextFile } from '../../../reading/text-file.ts';
import { type Refused, readCoverageReport } from '../../../results/coverage.ts';
import { type Ground, laidOnto } from '../../../results/onto.ts';
import type { RepositoryFile } from '../../project/roles.ts';
import type { CoverageFindings } from './coverage.ts';

interface Found {
  readonly percent: number;
  readonly line: number;
}

type Reader = (text: string, ground: Ground) => Found | Refused | Promise<Found | Refused>;

interface ReportKind {
  readonly name: RegExp;
  readonly what: string;
  readonly read: Reader;
}

/** One line per format. The first name that matches decides. */
const KINDS: readonly ReportKind[] = [
  {
    name: /(?:^|\/)(?:[\w-]{0,40}coverage[\w-]{0,40}|cobertura[\w-]{0,40}|clover)\.xml$/i,
    what: 'XML report',
    read: readReported,
  },
  {
    name: /(?:^|\/)(?:[\w.-]{0,40}lcov[\w.-]{0,40}\.info|coverage\.lcov|lcov)$/i,
    what: 'lcov report',
    read: readReported,
  },
  { name: /(?:^|\/)coverage-summary\.json$/i, what: 'coverage summary', read: readReported },
  { name: /(?:^|\/)coverage-final\.json$/i, what: 'istanbul report', read: readReported },
  { name: /(?:^|\/)coverage[\w-]{0,40}\.json$/i, what: 'coverage.py report', read: readReported },
  {
    name: /(?:^|\/)[\w-]{0,40}(?:cov|coverage|lcov-report)[\w-]{0,40}\/(?:[\w-]{1,60}\/){0,3}index\.html$/i,
    what: 'HTML report',
    read: shown(readHtml),
  },
  {
    name: /(?:^|\/)[\w-]{0,40}coverage[\w-]{0,40}\.txt$/i,
    what: 'terminal report',
    read: shown(readTerminal),
  },
];

/** By its path it is a coverage result. */
export function isReport(path: string): boolean {
  return KINDS.some((kind) => kind.name.test(path));
}

/** What a report must be about: the code that is here. Old reports count lines that are gone, so lengths are not asked. */
export function groundOf(tree: readonly RepositoryFile[]): Ground {
  const code = tree.filter(({ role, kind }) => role === 'application' && kind === 'code');
  return {
    paths: tree.map(({ path }) => path),
    application: new Set(code.map(({ path }) => path)),
    linesOf: () => null,
  };
}

export async function readReport(file: TextFile, ground: Ground, findings: CoverageFindings): Promise<void> {
  const kind = KINDS.find((one) => one.name.test(file.path));
  if (kind === undefined) return;
  const found = await kind.read(file.text, ground);
  if ('refused' in found) {
    findings.notes.push({ path: file.path, line: null, text: `no proof of coverage: ${found.refused}` });
    return;
  }
  if (!(found.percent >= 0 && found.percent <= 100)) return;
  const percent = Math.round(found.percent * 100) / 100;
  findings.list.push({ kind: 'report', percent, what: kind.what, path: file.path, line: found.line });
}

/** The share of the application's lines, at the line where the report has its own sum. */
async function readReported(text: string, ground: Ground): Promise<Found | Refused> {
  const report = await readCoverageReport(text);
  const laid = 'refused' in report ? report : laidOnto(report, ground);
  if ('refused' in laid) return laid;
  const sum = (count: 'covered' | 'found'): number => laid.reduce((all, { file }) => all + file[count], 0);
  const place = ['<coverage', '"totals"', '"total"'].find((needle) => text.includes(needle));
  return {
    percent: (sum('covered') / sum('found')) * 100,
    line: place === undefined ? 1 : lineWith(text, place),
  };
}

/** Made for people: its figure counts where it names a file of the application. */
function shown(read: (text: string) => Found | null): Reader {
  return (text, { application }) => {
    const found = read(text);
    if (found === null) return { refused: 'there is no figure in it' };
    const names = [...application].map((path) => path.slice(path.lastIndexOf('/') + 1));
    return names.some((name) => text.includes(name))
      ? found
      : { refused: 'it counts no file of the application' };
  };
}

/** coverage.py: `<span class="pc_cov">87%</span>`; istanbul: `<span class="strong">87.5% </span> … Lines`. */
function readHtml(text: string): Found | null {
  const lines = linesOf(text)
    .slice(0, 2000)
    .map((line) => line.slice(0, 2000));
  const python = lines.findIndex((line) => line.includes('pc_cov'));
  if (python >= 0) return percentIn(`${lines[python]} ${lines[python + 1] ?? ''}`, python + 1);
  if (!text.includes('istanbul') && !text.includes('coverage-summary') && !text.includes('"strong"'))
    return null;
  const label = lines.findIndex((line) => />\s*Lines\s*</.test(line));
  for (let index = label; index >= 0 && index > label - 4; index -= 1) {
    const found = percentIn(lines[index] ?? '', index + 1);
    if (found !== null) return found;
  }
  return null;
}

/** The `TOTAL … 87%` line of coverage.py, the `All files | 87.5 |` line of istanbul. */
function readTerminal(text: string): Found | null {
  const lines = linesOf(text).slice(0, 20_000);
  const total = lines.findLastIndex((line) => /^TOTAL\s/.test(line));
  if (total >= 0) return percentIn(lines[total] ?? '', total + 1);
  const all = lines.findLastIndex((line) => /^All files\s*\|/.test(line));
  const cells = (lines[all] ?? '').split('|');
  return all >= 0 ? { percent: Number(cells[4] ?? cells[1]), line: all + 1 } : null;
}

function percentIn(line: string, number: number): Found | null {
  const percent = /(\d{1,3}(?:\.\d{1,6})?)\s?%/.exec(line)?.[1];
  return percent === undefined ? null : { percent: Number(percent), line: number };
}

function lineWith(text: string, needle: string): number {
  const at = text.indexOf(needle);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
