/** results.json of a Gradescope autograder: a test per requirement, with its points and what was found. */
import type { Report } from '../model.ts';
import { gradesOf } from './points.ts';
import { escapeJson } from './visible.ts';
import { range } from './words.ts';

export function reportGradescope(report: Report): string {
  const grades = gradesOf(report);
  if (grades === null) return `${JSON.stringify({ score: 0, output: 'Nothing was judged.', tests: [] })}\n`;
  const { milestone, tests, earned, cap } = grades;
  const { score } = milestone;
  const lines = [
    `${milestone.title}: ${range(score)}, ${score.readiness}.`,
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
    extra_data: { milestone: milestone.id, revision: report.repository.revision, rules: report.tool.rules },
  };
  return `${escapeJson(JSON.stringify(results, null, 2))}\n`;
}
