/**
 * The result that GitHub Classroom's graders hand to its reporter (version 1). The reporter adds the scores up and prints
 * the messages; it takes the JSON in base64.
 */
import type { Report } from '../model.ts';
import { type Grades, gradesOf } from './points.ts';
import { escapeJson } from './visible.ts';

export function reportClassroom(report: Report): string {
  return classroomResult(gradesOf(report));
}

/** null where nothing was judged. */
export function classroomResult(grades: Grades | null): string {
  const { tests = [], possible = 0, earned = 0, cap = null } = grades ?? {};
  const sum = tests.reduce((total, test) => total + test.earned, 0);
  // It knows no total but the sum, so what holds the score down is a test that takes points away.
  const held =
    cap === null || sum <= earned
      ? []
      : [{ name: 'Nothing holds the score down', status: 'fail', score: earned - sum, message: cap }];
  const result = {
    version: 1,
    status:
      tests.every(({ requirement }) => requirement.verdict === 'met') && held.length === 0 ? 'pass' : 'fail',
    max_score: possible,
    tests: [
      ...tests.map(({ requirement, earned: score, message }) => ({
        name: requirement.title,
        status: requirement.verdict === 'met' ? 'pass' : 'fail',
        score,
        message,
        line_no: requirement.evidence[0]?.line ?? 0,
      })),
      ...held,
    ],
  };
  return `${escapeJson(JSON.stringify(result, null, 2))}\n`;
}
