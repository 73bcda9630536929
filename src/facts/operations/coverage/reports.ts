/** Committed coverage results: Cobertura, Clover, lcov, JSON, HTML and terminal output. */

import { linesOf, type TextFile } from '../../../reading/text-file.ts';
import type { CoverageFindings } from './coverage.ts';

interface Found {
  readonly percent: number;
  readonly line: number;
}

interface ReportKind {
  readonly name: RegExp;
  readonly what: string;
  readonly read: (text: string) => Found | null | Promise<Found | null>;
}

/** One line per format. The first name that matches decides. */
const KINDS: readonly ReportKind[] = [
  {
    name: /(?:^|\/)(?:[\w-]{0,40}coverage[\w-]{0,40}|cobertura[\w-]{0,40}|clover)\.xml$/i,
    what: 'XML report',
    read: readXml,
  },
  {
    name: /(?:^|\/)(?:[\w.-]{0,40}lcov[\w.-]{0,40}\.info|coverage\.lcov|lcov)$/i,
    what: 'lcov report',
    read: readLcov,
  },
  { name: /(?:^|\/)coverage-summary\.json$/i, what: 'coverage summary', read: readSummary },
  { name: /(?:^|\/)coverage-final\.json$/i, what: 'istanbul report', read: readIstanbul },
  { name: /(?:^|\/)coverage[\w-]{0,40}\.json$/i, what: 'coverage.py report', read: readCoveragePy },
  {
    name: /(?:^|\/)[\w-]{0,40}(?:cov|coverage|lcov-report)[\w-]{0,40}\/(?:[\w-]{1,60}\/){0,3}index\.html$/i,
    what: 'HTML report',
    read: readHtml,
  },
  { name: /(?:^|\/)[\w-]{0,40}coverage[\w-]{0,40}\.txt$/i, what: 'terminal report', read: readTerminal },
];

/** XML is read only so far: the totals stand in the first elements. */
const XML_HEAD = 64_000;

/** By its path it is a coverage result. */
export function isReport(path: string): boolean {
  return KINDS.some((kind) => kind.name.test(path));
}

export async function readReport(file: TextFile, findings: CoverageFindings): Promise<void> {
  const kind = KINDS.find((one) => one.name.test(file.path));
  if (kind === undefined) return;
  let found: Found | null = null;
  try {
    found = await kind.read(file.text);
  } catch (error) {
    // Reports come from tools of any version: what does not read as one is said, not fatal.
    const reason = error instanceof Error ? error.message : 'not readable';
    findings.errors.push({ path: file.path, line: 1, reason: `${kind.what}: ${reason.slice(0, 200)}` });
  }
  if (found === null || !(found.percent >= 0 && found.percent <= 100)) return;
  const percent = Math.round(found.percent * 100) / 100;
  findings.list.push({ kind: 'report', percent, what: kind.what, path: file.path, line: found.line });
}

/** Cobertura has its share in the root element, Clover counts in its first `metrics`. */
async function readXml(text: string): Promise<Found | null> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  let found: Found | null = null;
  // A cut text ends in an error; what was read before it is what matters.
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    if (found !== null) return;
    const rate = attributes['line-rate'];
    const [all, covered] = [Number(attributes.statements), Number(attributes.coveredstatements)];
    if (name === 'coverage' && rate !== undefined) found = { percent: Number(rate) * 100, line: parser.line };
    else if (name === 'metrics' && all > 0) found = { percent: (covered / all) * 100, line: parser.line };
  });
  parser.write(text.slice(0, XML_HEAD)).close();
  return found;
}

function readLcov(text: string): Found | null {
  // Totals of a file may be left out: its lines say the same.
  let [found, hit, lines, run] = [0, 0, 0, 0];
  for (const line of linesOf(text)) {
    if (line.startsWith('LF:')) found += Number(line.slice(3));
    else if (line.startsWith('LH:')) hit += Number(line.slice(3));
    else if (line.startsWith('DA:')) {
      lines += 1;
      if (Number(line.split(',')[1]) > 0) run += 1;
    }
  }
  if (found > 0) return { percent: (hit / found) * 100, line: 1 };
  return lines > 0 ? { percent: (run / lines) * 100, line: 1 } : null;
}

function readSummary(text: string): Found | null {
  const total = member(JSON.parse(text), 'total');
  const percent = member(member(total, 'lines'), 'pct') ?? member(member(total, 'statements'), 'pct');
  return typeof percent === 'number' ? { percent, line: lineWith(text, '"total"') } : null;
}

function readIstanbul(text: string): Found | null {
  const files: unknown = JSON.parse(text);
  if (typeof files !== 'object' || files === null) return null;
  let [all, hit] = [0, 0];
  for (const file of Object.values(files)) {
    const counts = member(file, 's');
    if (typeof counts !== 'object' || counts === null) continue;
    for (const count of Object.values(counts)) {
      all += 1;
      if (typeof count === 'number' && count > 0) hit += 1;
    }
  }
  return all > 0 ? { percent: (hit / all) * 100, line: 1 } : null;
}

function readCoveragePy(text: string): Found | null {
  const percent = member(member(JSON.parse(text), 'totals'), 'percent_covered');
  return typeof percent === 'number' ? { percent, line: lineWith(text, '"totals"') } : null;
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

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function lineWith(text: string, needle: string): number {
  const at = text.indexOf(needle);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
