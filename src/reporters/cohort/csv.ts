/** One row per learner, for a spreadsheet; and the points in the columns of GitHub Classroom's own export. */
import type { CohortReport, CohortRow, CohortSheet } from '../../model/cohort.ts';
import { possiblePoints } from '../../score.ts';
import { csvTable } from '../csv-table.ts';
import { commitAddress } from '../permalinks.ts';
import { percent } from '../words.ts';
import { cellOf, gainOfRow, judgedIn, standingOf } from './said.ts';

type Column = readonly [string, (row: CohortRow, sheet: CohortSheet) => string | number | null];

const COLUMNS: readonly Column[] = [
  ['identifier', ({ learner }) => learner.id],
  ['name', ({ learner }) => learner.name],
  ['github_username', ({ learner }) => learner.github],
  ['section', ({ learner }) => learner.section],
  ['milestone', (_, { milestone }) => milestone],
  ['standing', standingOf],
  ['score_low', (row) => share(judgedIn(row)?.score.low)],
  ['score_high', (row) => share(judgedIn(row)?.score.high)],
  ['points', (row) => judgedIn(row)?.score.earned ?? null],
  ['points_possible', (row) => judgedIn(row)?.score.possible ?? null],
  ['change', gainOfRow],
  ['last_better', ({ better }) => better],
  ['stuck', ({ stuck }) => (stuck ? 'yes' : 'no')],
  ['new', ({ isNew }) => (isNew ? 'yes' : 'no')],
  ['next_step', nextStep],
  ['repository', ({ source, outcome }) => (outcome.kind === 'judged' ? outcome.repository.name : source)],
  ['commit', (row) => judgedIn(row)?.repository.revision ?? null],
  ['committed', (row) => judgedIn(row)?.repository.day ?? null],
  ['link', (row) => linkTo(row)],
  ['explanation', ({ outcome }) => (outcome.kind === 'judged' ? outcome.score.cap : outcome.reason)],
];

export function cohortCsv({ sheets }: CohortReport): string {
  const several = sheets.length > 1;
  const requirements = sheets.flatMap(({ milestone, requirements: all }) =>
    all.map(({ id }) => ({ milestone, id, name: several ? `${milestone}/${id}` : id })),
  );
  const header = [...COLUMNS.map(([name]) => name), ...requirements.map(({ name }) => name)];
  const rows = sheets.flatMap((sheet) =>
    sheet.rows.map((row) => [
      ...COLUMNS.map(([, of]) => String(of(row, sheet) ?? '')),
      ...requirements.map(({ milestone, id }) =>
        milestone === sheet.milestone ? (cellOf(row, id)?.verdict ?? '') : '',
      ),
    ]),
  );
  return csvTable([header, ...rows]);
}

const GRADES = [
  'assignment_name',
  'assignment_url',
  'starter_code_url',
  'github_username',
  'roster_identifier',
  'student_repository_name',
  'student_repository_url',
  'submission_timestamp',
  'points_awarded',
  'points_available',
];

/** As GitHub Classroom exports its grades, so that whatever reads those reads these. */
export function cohortGrades({ sheets }: CohortReport): string {
  const rows = sheets.flatMap(({ title, rows: all, requirements }) => {
    const available = requirements.reduce(
      (sum, { weight }) => sum + possiblePoints({ weight, verdict: 'missing' }),
      0,
    );
    return all.map((row) => {
      const judged = judgedIn(row);
      const { learner } = row;
      return [
        title,
        '',
        '',
        learner.github ?? '',
        learner.id,
        judged?.repository.name ?? '',
        judged?.repository.url ?? '',
        judged?.repository.day ?? '',
        // What could not be audited has no points, which is not the same as none.
        row.outcome.kind === 'failed' ? '' : String(judged?.score.earned ?? 0),
        String(judged?.score.possible ?? available),
      ];
    });
  });
  return csvTable([GRADES, ...rows]);
}

function share(low: number | undefined): number | null {
  return low === undefined ? null : percent(low);
}

function nextStep(row: CohortRow, { requirements }: CohortSheet): string {
  const next = judgedIn(row)?.next;
  return requirements.find(({ id }) => id === next?.requirement)?.title ?? '';
}

function linkTo(row: CohortRow): string | null {
  const judged = judgedIn(row);
  return judged === null ? null : commitAddress(judged.repository);
}
