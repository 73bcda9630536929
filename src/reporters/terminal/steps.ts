/** What to do next, the best first, each with its first concrete action. */
import type { NextStep, Report, RequirementReport } from '../../model.ts';
import { cut } from '../width.ts';
import { gainOf, requirementOf, TIME } from '../words.ts';
import { type Page, paragraph } from './page.ts';

const STEPS = 3;
const INDENT = 5;
const CODE_LINES = 8;
const CODE_INDENT = '    ';
const FENCE = '```';

export function stepLines(page: Page, report: Report): string[] {
  const steps = report.next.slice(0, STEPS).flatMap((step) => {
    const requirement = requirementOf(report, step);
    return requirement ? [{ step, requirement }] : [];
  });
  if (steps.length === 0) return [];
  const lines = steps.flatMap(({ step, requirement }, index) =>
    oneStep(page, report, index + 1, step, requirement),
  );
  return [page.palette.bold('Next steps, the best first'), ...lines];
}

function oneStep(
  page: Page,
  report: Report,
  number: number,
  step: NextStep,
  requirement: RequirementReport,
): string[] {
  const { palette, symbols } = page;
  const worth = `${gainOf(report, step)}, ${TIME[requirement.effort]}`;
  const [head = '', ...rest] = paragraph(page, INDENT, `${requirement.title} ${symbols.dot} ${worth}`);
  return [
    `  ${palette.bold(`${number}.`)} ${palette.bold(head.trimStart())}`,
    ...rest.map(palette.bold),
    ...firstAction(page, requirement.fix),
  ];
}

/** The first paragraph of a fix, and the code that it introduces. */
function firstAction(page: Page, fix: string): string[] {
  const lines = fix.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0) return [];
  const end = endOf(lines, start, (line) => line.trim() === '' || line.startsWith(FENCE));
  const prose = paragraph(page, INDENT, lines.slice(start, end).join(' '), page.verbose ? 40 : 4);
  return [...prose, ...codeLines(page, codeAfter(lines, end))];
}

/** The indented or fenced code that follows, or nothing where prose goes on. */
function codeAfter(lines: readonly string[], from: number): readonly string[] {
  const start = from + lines.slice(from).findIndex((line) => line.trim() !== '');
  const first = lines[start] ?? '';
  if (start < from) return [];
  if (first.startsWith(FENCE)) {
    return lines.slice(
      start + 1,
      endOf(lines, start + 1, (line) => line.startsWith(FENCE)),
    );
  }
  if (!first.startsWith(CODE_INDENT)) return [];
  const end = endOf(lines, start, (line) => line.trim() !== '' && !line.startsWith(CODE_INDENT));
  return lines.slice(start, end).map((line) => line.slice(CODE_INDENT.length));
}

function codeLines(page: Page, code: readonly string[]): string[] {
  const last = code.findLastIndex((line) => line.trim() !== '');
  const most = page.verbose ? last + 1 : Math.min(CODE_LINES, last + 1);
  const indent = ' '.repeat(INDENT + 2);
  const room = page.columns - indent.length;
  const shown = code
    .slice(0, most)
    .map((line) => indent + cut(page.text(line.trimEnd()), room, page.symbols.more));
  if (last + 1 > most) shown.push(indent + page.symbols.more);
  return shown.map((line) => (line.trim() === '' ? '' : page.palette.cyan(line)));
}

/** Where the first line after `from` stands that ends something; the number of lines where none does. */
function endOf(lines: readonly string[], from: number, ends: (line: string) => boolean): number {
  const found = lines.slice(from).findIndex(ends);
  return found < 0 ? lines.length : from + found;
}
