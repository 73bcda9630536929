/** One row per requirement (with the verdict before, where two reports are compared), for the spreadsheet of somebody who has thirty repositories to look after (RFC 4180). */

import type { Change, Difference } from '../model/difference.ts';
import type { PortfolioReport } from '../model/portfolio.ts';
import type { MilestoneReport, Report, RequirementReport } from '../model.ts';
import { changeOf, differenceIn } from './changed.ts';
import { csvTable } from './csv-table.ts';
import { permalink } from './permalinks.ts';
import { inFile, placeOf, whyNot } from './places.ts';
import { howRecognised } from './recognised.ts';
import type { ReporterOptions } from './reporter.ts';
import { percent } from './words.ts';

const COLUMNS = [
  'repository',
  'revision',
  'uncommitted',
  'milestone',
  'recognised',
  'score_low',
  'score_high',
  'readiness',
  'requirement',
  'title',
  'weight',
  'verdict',
  'before',
  'confidence',
  'claimed',
  'claim',
  'evidence',
  'link',
  'against',
  'explanation',
] as const;

export function reportCsv(report: Report, { difference }: Pick<ReporterOptions, 'difference'> = {}): string {
  return csvTable([COLUMNS, ...rowsOf(report, difference)]);
}

/** The rows of all repositories; one that could not be audited has a row that says so. */
export function portfolioCsv(
  { projects, failures }: PortfolioReport,
  { changes }: Pick<ReporterOptions, 'changes'> = {},
): string {
  const rows = projects.flatMap(({ source, report }) => rowsOf(report, differenceIn(changes, source)));
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
  return csvTable([COLUMNS, ...rows, ...failed]);
}

type Row = readonly string[];

function rowsOf(report: Report, difference: Difference | undefined): readonly Row[] {
  return report.milestones.flatMap((milestone) =>
    milestone.requirements.map((one) =>
      rowOf(report, milestone, one, changeOf(difference, milestone.id, one.id)),
    ),
  );
}

function rowOf(
  report: Report,
  { id, score }: MilestoneReport,
  one: RequirementReport,
  change: Change | undefined,
): Row {
  const { repository } = report;
  const [first] = one.evidence;
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    repository: repository.name,
    revision: repository.revision ?? '',
    uncommitted: repository.uncommitted.length > 0 ? 'yes' : 'no',
    milestone: id,
    recognised: howRecognised(report) ?? '',
    score_low: String(percent(score.low)),
    score_high: String(percent(score.high)),
    readiness: score.readiness,
    requirement: one.id,
    title: one.title,
    weight: one.weight,
    verdict: one.verdict,
    confidence: one.confidence,
    before: change?.before ?? '',
    claimed: one.unkept ? 'not found' : one.claimed ? 'yes' : 'no',
    claim: one.claim === null ? '' : `${placeOf(one.claim)} ${one.claim.text}`,
    evidence: one.evidence.map(placeOf).join(' | '),
    link: first && inFile(first) ? (permalink(repository, first) ?? '') : '',
    against: one.counterEvidence.slice(0, 5).map(placeOf).join(' | '),
    explanation: one.verdict === 'met' ? '' : whyNot(one),
  };
  return COLUMNS.map((column) => cells[column]);
}
