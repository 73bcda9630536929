/** One row per requirement, for the spreadsheet of somebody who has thirty repositories to look after (RFC 4180). */

import type { PortfolioReport } from '../model/portfolio.ts';
import type { MilestoneReport, Report, RequirementReport } from '../model.ts';
import { permalink } from './permalinks.ts';
import { inFile, placeOf, whyNot } from './places.ts';
import { visible } from './visible.ts';
import { percent } from './words.ts';

const COLUMNS = [
  'repository',
  'revision',
  'milestone',
  'score_low',
  'score_high',
  'readiness',
  'requirement',
  'title',
  'weight',
  'verdict',
  'claimed',
  'evidence',
  'link',
  'against',
  'explanation',
] as const;

/** Without it, spreadsheets take UTF-8 for the letters of last century. */
const BYTE_ORDER_MARK = '\ufeff';

export function reportCsv(report: Report): string {
  return tableOf(rowsOf(report, report.repository.name));
}

/** The rows of all repositories; one that could not be audited has a row that says so. */
export function portfolioCsv({ projects, failures }: PortfolioReport): string {
  const rows = projects.flatMap(({ report }) => rowsOf(report, report.repository.name));
  const failed = failures.map(({ source, reason }) =>
    COLUMNS.map((column) =>
      column === 'repository'
        ? source
        : column === 'verdict'
          ? 'not audited'
          : column === 'explanation'
            ? reason
            : '',
    ),
  );
  return tableOf([...rows, ...failed]);
}

type Row = readonly string[];

function rowsOf(report: Report, name: string): readonly Row[] {
  return report.milestones.flatMap((milestone) =>
    milestone.requirements.map((one) => rowOf(report, name, milestone, one)),
  );
}

function rowOf(report: Report, name: string, { id, score }: MilestoneReport, one: RequirementReport): Row {
  const { repository } = report;
  const [first] = one.evidence;
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    repository: name,
    revision: repository.revision ?? '',
    milestone: id,
    score_low: String(percent(score.low)),
    score_high: String(percent(score.high)),
    readiness: score.readiness,
    requirement: one.id,
    title: one.title,
    weight: one.weight,
    verdict: one.verdict,
    claimed: one.claimed ? 'yes' : 'no',
    evidence: one.evidence.map(placeOf).join(' | '),
    link: first && inFile(first) ? (permalink(repository, first) ?? '') : '',
    against: one.counterEvidence.slice(0, 5).map(placeOf).join(' | '),
    explanation: one.verdict === 'met' ? '' : whyNot(one),
  };
  return COLUMNS.map((column) => cells[column]);
}

function tableOf(rows: readonly Row[]): string {
  const lines = [COLUMNS, ...rows].map((row) => row.map(cell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** Signs with which spreadsheets begin a formula, full-width ones included. */
const FORMULA = /^[\s'"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/;

/** In quotes, and never a formula: spreadsheets show the apostrophe's cell as text. */
function cell(value: string): string {
  const text = visible(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
