/** The cohort on a terminal: a line per learner, what most of them miss, and who needs a word. */
import type { CohortReport, CohortRow, CohortSheet } from '../../model/cohort.ts';
import type { ReporterOptions } from '../reporter.ts';
import { oneLine, type Page, pageOf, paragraph } from '../terminal/page.ts';
import { cut, pad, widthOf } from '../width.ts';
import { percent, range } from '../words.ts';
import {
  cellOf,
  gainOfRow,
  judgedIn,
  learnersIn,
  missedBy,
  mostMissed,
  rowsOf,
  standingOf,
  summaryOf,
  titleOf,
} from './said.ts';

const MOST_MISSED = 5;

export function cohortTerminal(report: CohortReport, options: ReporterOptions): string {
  const page = pageOf(options);
  const rows = rowsOf(report);
  const since =
    report.comparedWith === null ? '' : ` ${page.symbols.dot} compared with ${report.comparedWith}`;
  const sections = [
    [page.palette.bold(oneLine(page, 0, titleOf(report))), oneLine(page, 0, `${learnersIn(rows)}${since}`)],
    ...report.sheets.flatMap((sheet) => [heatLines(page, sheet), missedLines(page, sheet)]),
    peopleLines(
      page,
      'Not audited',
      rows.filter(({ outcome }) => outcome.kind === 'failed'),
    ),
    peopleLines(
      page,
      'Not submitted',
      rows.filter(({ outcome }) => outcome.kind === 'absent'),
    ),
    peopleLines(
      page,
      `Stuck since ${report.since ?? ''}`,
      rows.filter(({ stuck }) => stuck),
    ),
    peopleLines(
      page,
      'New',
      rows.filter(({ isNew }) => isNew),
    ),
    strayLines(page, report.strays),
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trimEnd());
  return `\n${text.join('\n\n')}\n`;
}

function heatLines(page: Page, sheet: CohortSheet): string[] {
  const { title, requirements, rows } = sheet;
  const head = [
    page.palette.bold(oneLine(page, 0, title)),
    page.palette.dim(oneLine(page, 0, summaryOf(sheet))),
  ];
  const longest = Math.max(...rows.map(({ learner }) => widthOf(page.text(learner.name))));
  const names = Math.min(longest, Math.floor(page.columns * 0.3));
  const lines = rows.map((row) => {
    const judged = judgedIn(row);
    const name = pad(cut(page.text(row.learner.name), names, page.symbols.more), names);
    if (judged === null) return page.palette.dim(oneLine(page, 2, `${name}  ${standingOf(row)}`));
    const signs = requirements.map(({ id }) => {
      const verdict = cellOf(row, id)?.verdict;
      return verdict === undefined ? ' ' : page.symbols.verdict[verdict];
    });
    const gain = gainOfRow(row);
    const moved = gain === null || gain === 0 ? '' : gain > 0 ? `+${gain}` : String(gain);
    return oneLine(
      page,
      2,
      `${name}  ${pad(range(judged.score, page.symbols.dash), 8)} ${pad(moved, 4)} ${signs.join(' ')}`,
    );
  });
  const legend = requirements.map((one, index) => `${index + 1} ${one.title}`).join(', ');
  return [
    ...head,
    ...lines,
    ...(legend === '' ? [] : paragraph(page, 2, `The signs: ${legend}`, 3).map(page.palette.dim)),
  ];
}

function missedLines(page: Page, sheet: CohortSheet): string[] {
  const missed = mostMissed(sheet).slice(0, MOST_MISSED);
  if (missed.length === 0) return [];
  const lines = missed.flatMap((one) => [
    oneLine(page, 2, `${one.title}: ${missedBy(one)}`),
    ...one.reasons
      .slice(0, page.verbose ? 3 : 1)
      .flatMap(({ reason, count }) =>
        paragraph(page, 4, `${count} ${page.text('×')} ${reason}`, 2).map(page.palette.dim),
      ),
  ]);
  return [page.palette.bold('Most missed'), ...lines];
}

function peopleLines(page: Page, title: string, rows: readonly CohortRow[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap(({ learner, outcome }) => {
    if (outcome.kind === 'judged')
      return [oneLine(page, 2, `${learner.name}, ${percent(outcome.score.low)} %`)];
    const hint = outcome.kind === 'failed' && outcome.hint !== null ? `. ${outcome.hint}` : '';
    return paragraph(page, 2, `${learner.name}: ${outcome.reason}${hint}`);
  });
  return [page.palette.bold(`${title} (${rows.length})`), ...lines];
}

function strayLines(page: Page, strays: readonly string[]): string[] {
  if (strays.length === 0) return [];
  return [
    page.palette.bold(`Repositories of nobody on the roster (${strays.length})`),
    ...strays.map((one) => oneLine(page, 2, one)),
  ];
}
