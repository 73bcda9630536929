/** results.json of a Gradescope autograder: a test per requirement, with its points and what was found. */
import type { Report } from '../model.ts';
import { type Grades, gradesOf } from './points.ts';
import { escapeJson } from './visible.ts';
import { READINESS, range } from './words.ts';

export function reportGradescope(report: Report): string {
  return gradescopeResult(gradesOf(report), {
    revision: report.repository.revision,
    rules: report.tool.rules,
  });
}

/** `grades` is null where nothing was judged. */
export function gradescopeResult(
  grades: Grades | null,
  origin: { readonly revision: string | null; readonly rules: string },
): string {
  if (grades === null) return `${JSON.stringify({ score: 0, output: 'Nothing was judged.', tests: [] })}\n`;
  const { milestone, tests, earned, cap } = grades;
  const { score } = milestone;
  const lines = [
    `${milestone.title}: ${range(score)}, ${READINESS[score.readiness]}.`,
    ...(cap === null ? [] : [`The score is held down: ${cap}.`]),
  ];
  const results = {
    score: earned,
    output: lines.join('\n'),
    output_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests: tests.map(({ requirement, earned: points, possible, message }, index) => ({
      number: String(index + 1),
      name: requirement.title,
      name_format: 'text',
      score: points,
      max_score: possible,
      status: requirement.verdict === 'met' ? 'passed' : 'failed',
      output: message,
      output_format: 'text',
      visibility: 'visible',
      tags: [requirement.id, requirement.weight, requirement.verdict],
    })),
    extra_data: { milestone: milestone.id, ...origin },
  };
  return `${escapeJson(JSON.stringify(results, null, 2))}\n`;
}
