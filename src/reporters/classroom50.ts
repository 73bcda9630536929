/**
 * result.json of Classroom 50 (`classroom50/result/v1`). Who submitted what is known to its runner alone, which says it in
 * the environment; without that, the identity is left out and the runner's check tells what is missing.
 */
import type { Report } from '../model.ts';
import { gradesOf } from './points.ts';
import type { ReporterOptions } from './reporter.ts';
import { escapeJson } from './visible.ts';

/** As Classroom 50 counts only whole points, and a partial requirement earns half of one. */
const WHOLE = 2;

export function reportClassroom50(
  report: Report,
  { submission }: Pick<ReporterOptions, 'submission'>,
): string {
  const grades = gradesOf(report);
  const { tests = [], possible = 0, earned = 0 } = grades ?? {};
  const result = {
    schema: 'classroom50/result/v1',
    ...submission,
    score: Math.floor(earned * WHOLE),
    'max-score': possible * WHOLE,
    tests: tests.map(({ requirement, earned: points, possible: most, message }) => ({
      'test-name': requirement.title,
      passed: requirement.verdict === 'met',
      score: points * WHOLE,
      'max-score': most * WHOLE,
      output: message,
    })),
  };
  return `${escapeJson(JSON.stringify(result, null, 2))}\n`;
}
