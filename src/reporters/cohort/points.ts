/** A file of points per learner, as GitHub Classroom's graders and Gradescope's autograders leave them. */
import type { CohortReport, CohortRow, CohortSheet } from '../../model/cohort.ts';
import { classroomResult } from '../classroom.ts';
import { gradescopeResult } from '../gradescope.ts';
import { type Grades, graded, gradesFor } from '../points.ts';
import { judgedIn, placeIn, whyCell } from './said.ts';

export type Files = Readonly<Record<string, string>>;

export function cohortClassroom(report: CohortReport): Files {
  return filesOf(report, (grades) => classroomResult(grades));
}

export function cohortGradescope(report: CohortReport): Files {
  const { rules } = report.tool;
  return filesOf(report, (grades, row) =>
    gradescopeResult(grades, { revision: judgedIn(row)?.repository.revision ?? null, rules }),
  );
}

/** Nobody has a file whose work could not be audited: no points are not the same as none. */
function filesOf(report: CohortReport, worded: (grades: Grades | null, row: CohortRow) => string): Files {
  const files: Record<string, string> = {};
  for (const sheet of report.sheets) {
    for (const row of sheet.rows) {
      if (row.outcome.kind === 'failed' || sheet.milestone === null) continue;
      files[unused(`${sheet.milestone}/${fileName(row)}`, files)] = worded(gradesOfRow(row, sheet), row);
    }
  }
  return files;
}

function gradesOfRow(row: CohortRow, { requirements, title }: CohortSheet): Grades | null {
  const judged = judgedIn(row);
  if (judged === null) return null;
  const tests = judged.cells.flatMap((cell) => {
    const known = requirements.find(({ id }) => id === cell.requirement);
    if (known === undefined) return [];
    const { id, title: name, weight } = known;
    const evidence = cell.place === null ? [] : [cell.place];
    const message = [placeIn(cell), whyCell(cell)].filter((text) => text !== '').join('; ');
    return [graded({ id, title: name, weight, verdict: cell.verdict, evidence }, message)];
  });
  return gradesFor({ id: judged.milestone, title, score: judged.score }, tests);
}

/** A roster may hold anything; a file name holds letters, digits, dots, dashes and underscores. */
function fileName({ learner }: CohortRow): string {
  const name = (learner.github ?? learner.id).replace(/[^\p{L}\p{N}_.-]+/gu, '-').slice(0, 80);
  return name.replace(/^[.-]+/, '') || 'learner';
}

function unused(name: string, files: Files): string {
  let free = `${name}.json`;
  for (let count = 2; Object.hasOwn(files, free); count += 1) free = `${name}-${count}.json`;
  return free;
}
