/** What every format says of a cohort in the same words. */
import type {
  Cell,
  CohortReport,
  CohortRow,
  CohortSheet,
  Judged,
  RequirementStatistics,
} from '../../model/cohort.ts';
import { inFile, placeOf } from '../places.ts';
import { counted, percent, READINESS } from '../words.ts';

/** Where a submission stands; a readiness, or why there is none. */
export type Standing = 'ready' | 'nearly ready' | 'on the way' | 'started' | 'not submitted' | 'not audited';

export const STANDINGS: readonly Standing[] = [
  'ready',
  'nearly ready',
  'on the way',
  'started',
  'not submitted',
  'not audited',
];

export function standingOf({ outcome }: CohortRow): Standing {
  if (outcome.kind === 'judged') return READINESS[outcome.score.readiness];
  return outcome.kind === 'absent' ? 'not submitted' : 'not audited';
}

export function rowsOf({ sheets }: CohortReport): readonly CohortRow[] {
  return sheets.flatMap(({ rows }) => rows);
}

export function judgedIn(row: CohortRow): Judged | null {
  return row.outcome.kind === 'judged' ? row.outcome : null;
}

export function cellOf(row: CohortRow, requirement: string): Cell | null {
  return judgedIn(row)?.cells.find((one) => one.requirement === requirement) ?? null;
}

/** `24 of 30 submitted, median 62 %, 5 ready, 3 stuck`. */
export function summaryOf(sheet: CohortSheet): string {
  const { distribution: spread, rows } = sheet;
  const stuck = rows.filter((row) => row.stuck).length;
  const submitted = rows.filter(({ outcome }) => outcome.kind !== 'absent').length;
  const parts = [
    `${submitted} of ${rows.length} submitted`,
    ...(spread.median === null ? [] : [`median ${percent(spread.median)} %`]),
    `${spread.readiness.ready} ready`,
    ...(stuck > 0 ? [`${stuck} stuck`] : []),
  ];
  return parts.join(', ');
}

/** Requirements that somebody lacks, the most-missed first. */
export function mostMissed({ requirements }: CohortSheet): readonly RequirementStatistics[] {
  return requirements
    .map((one, index) => ({ one, index, missed: missedShare(one) }))
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed || a.index - b.index)
    .map(({ one }) => one);
}

/** How much of the requirement the cohort lacks, 0 to 1. */
function missedShare({ counts }: RequirementStatistics): number {
  const asked = counts.met + counts.partial + counts.missing + counts.unverifiable;
  return asked === 0 ? 0 : (counts.missing + counts.partial / 2) / asked;
}

/** `12 lack it, 6 have a part`. */
export function missedBy({ counts }: RequirementStatistics): string {
  const lack = counts.missing === 1 ? '1 lacks it' : `${counts.missing} lack it`;
  const part = counts.partial === 1 ? '1 has a part' : `${counts.partial} have a part`;
  return [counts.missing > 0 ? lack : '', counts.partial > 0 ? part : '']
    .filter((text) => text !== '')
    .join(', ');
}

/** Why a cell is not met, and where to look: `not found; looked for …`. */
export function whyCell({ verdict, claimed, reason }: Cell): string {
  switch (verdict) {
    case 'met':
      return '';
    case 'partial':
      return reason === '' ? 'something of it is there' : `something of it is there; ${reason}`;
    case 'missing': {
      const found = claimed ? 'the README claims it, and the code does not show it' : 'not found';
      return reason === '' ? found : `${found}; ${reason}`;
    }
    case 'unverifiable':
      return `the files alone cannot decide it${reason === '' ? '' : `: ${reason}`}`;
    case 'waived':
      return reason === '' ? 'waived' : `waived: ${reason}`;
    default:
      return verdict satisfies never;
  }
}

export function placeIn({ place }: Cell): string {
  return place === null || !inFile(place) ? '' : placeOf(place);
}

/** Points of a hundred since the earlier report; null where there is nothing to compare with. */
export function gainOfRow({ outcome, change }: CohortRow): number | null {
  if (outcome.kind !== 'judged' || change === null || change.before === null) return null;
  return percent(outcome.score.low) - percent(change.before);
}

export function titleOf(report: CohortReport): string {
  const [only, ...others] = report.sheets;
  return report.title ?? (only !== undefined && others.length === 0 ? only.title : 'Cohort');
}

/** Learners, each once, whatever they hand in. */
export function learnersIn(rows: readonly CohortRow[]): string {
  return counted(new Set(rows.map(({ learner }) => learner.id)).size, 'learner');
}
