/** The cohort as Markdown that GitHub renders: for a job's summary, or an issue of the mentor. */
import type { CohortReport, CohortRow, CohortSheet, RequirementStatistics } from '../../model/cohort.ts';
import type { Verdict } from '../../model.ts';
import { code, linked, prose, row as tableRow } from '../markdown/escape.ts';
import { permalink } from '../permalinks.ts';
import { placeOf } from '../places.ts';
import { counted, percent, range } from '../words.ts';
import {
  cellOf,
  gainOfRow,
  judgedIn,
  missedBy,
  mostMissed,
  rowsOf,
  standingOf,
  summaryOf,
  titleOf,
} from './said.ts';

const SIGNS: Readonly<Record<Verdict, string>> = {
  met: '✅',
  partial: '🟡',
  missing: '❌',
  unverifiable: '❔',
  waived: '➖',
};
/** A summary holds a megabyte; the other formats hold everybody. */
const MOST_ROWS = 300;
const MOST_MISSED = 5;

export function cohortMarkdown(report: CohortReport): string {
  const parts = [
    `## ${prose(titleOf(report))}`,
    ...report.sheets.flatMap((sheet) => sheetParts(report, sheet)),
    people(report),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function sheetParts(report: CohortReport, sheet: CohortSheet): readonly string[] {
  const head = `### ${prose(sheet.title)}\n\n**${prose(summaryOf(sheet))}**${report.comparedWith === null ? '' : ` · compared with ${report.comparedWith}`}`;
  if (sheet.milestone === null) return [head];
  return [head, missed(sheet), heatMap(sheet)];
}

function missed(sheet: CohortSheet): string {
  const lines = mostMissed(sheet)
    .slice(0, MOST_MISSED)
    .map((one) => {
      const reasons = one.reasons.map(({ reason, count }) => `  - ${count} × ${prose(reason, 300)}`);
      return [`- **${prose(one.title)}**: ${missedBy(one)}${exampleOf(one, sheet)}`, ...reasons].join('\n');
    });
  return lines.length === 0 ? '' : `#### Most missed\n\n${lines.join('\n')}`;
}

function exampleOf({ example }: RequirementStatistics, { rows }: CohortSheet): string {
  const row = rows.find(({ key }) => key === example?.key);
  const judged = row === undefined ? null : judgedIn(row);
  if (example === null || row === undefined || judged === null) return '';
  const place = code(placeOf(example.place));
  return `; an example: ${prose(row.learner.name)}, ${linked(place, permalink(judged.repository, example.place))}`;
}

function heatMap({ requirements, rows }: CohortSheet): string {
  const header = ['Learner', 'Score', 'Since', ...requirements.map(({ title }) => prose(title))];
  const lines = rows.slice(0, MOST_ROWS).map((row) => {
    const judged = judgedIn(row);
    const gain = gainOfRow(row);
    return tableRow([
      `${prose(row.learner.name, 60)}${row.stuck ? ' · stuck' : ''}${row.isNew ? ' · new' : ''}`,
      judged === null ? standingOf(row) : range(judged.score),
      gain === null ? '' : signed(gain),
      ...requirements.map(({ id }) => {
        const cell = cellOf(row, id);
        return cell === null ? '' : SIGNS[cell.verdict];
      }),
    ]);
  });
  const met = requirements.map(({ counts }) => {
    const all = counts.met + counts.partial + counts.missing + counts.unverifiable + counts.waived;
    return all === 0 ? '' : `${percent(counts.met / all)} %`;
  });
  const more =
    rows.length > MOST_ROWS
      ? `\n\n${counted(rows.length - MOST_ROWS, 'more learner')}: see the other formats.`
      : '';
  return `#### Learners and requirements\n\n${[tableRow(header), tableRow(header.map(() => '---')), tableRow(['**met**', '', '', ...met]), ...lines].join('\n')}${more}`;
}

function people(report: CohortReport): string {
  const rows = rowsOf(report);
  const named = (
    title: string,
    wanted: (row: CohortRow) => boolean,
    why: (row: CohortRow) => string,
  ): string => {
    const found = rows.filter(wanted);
    if (found.length === 0) return '';
    const lines = found.slice(0, MOST_ROWS).map((row) => `- ${prose(row.learner.name, 60)}${why(row)}`);
    return `### ${title} (${found.length})\n\n${lines.join('\n')}`;
  };
  const reason = ({ outcome }: CohortRow): string =>
    outcome.kind === 'judged'
      ? ''
      : `: ${prose(outcome.reason, 300)}${outcome.kind === 'failed' && outcome.hint !== null ? `. ${prose(outcome.hint, 300)}` : ''}`;
  return [
    named('Not audited', ({ outcome }) => outcome.kind === 'failed', reason),
    named(
      'Stuck',
      ({ stuck }) => stuck,
      ({ better }) => ` (no better verdict since ${better ?? 'the first one'})`,
    ),
    named('Not submitted', ({ outcome }) => outcome.kind === 'absent', reason),
    named(
      'New',
      ({ isNew }) => isNew,
      () => '',
    ),
    report.strays.length === 0
      ? ''
      : `### Repositories that belong to nobody on the roster (${report.strays.length})\n\n${report.strays.map((one) => `- ${code(one)}`).join('\n')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** `+12`, `−3`, `0`. */
function signed(gain: number): string {
  return gain > 0 ? `+${gain}` : gain < 0 ? `−${-gain}` : '0';
}
