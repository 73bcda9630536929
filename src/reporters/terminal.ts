/** The scorecard that a person reads: verdicts with evidence, what to do next, and one closing line. */
import type { Report } from '../model.ts';
import type { ReporterOptions } from './reporter.ts';
import { stepsIn } from './steps.ts';
import { changeLines } from './terminal/changes.ts';
import { claimLines } from './terminal/claims.ts';
import { closingLines, summaryLines } from './terminal/closing.ts';
import { headline } from './terminal/headline.ts';
import { measuredLines } from './terminal/measured.ts';
import { noteLines } from './terminal/notes.ts';
import { pageOf } from './terminal/page.ts';
import { requirementLines } from './terminal/requirement.ts';
import { stepLines } from './terminal/steps.ts';
import { withoutCommands } from './visible.ts';

export function reportTerminal(report: Report, options: ReporterOptions): string {
  const page = pageOf(options);
  const { difference, quiet = false, summary = false } = options;
  if (summary) return `${summaryLines(page, report).join('\n')}\n`;
  const steps = stepsIn(report, difference);
  const milestones = report.milestones.map((milestone, index) => [
    ...headline(page, report, milestone, index === 0),
    '',
    ...requirementLines(
      page,
      milestone.requirements.filter(({ verdict }) => !quiet || verdict !== 'met'),
    ),
  ]);
  const sections = [
    ...milestones,
    difference === undefined ? [] : changeLines(page, difference),
    ...(quiet
      ? []
      : [
          stepLines(page, steps),
          measuredLines(page, report),
          claimLines(page, report),
          noteLines(page, report),
        ]),
    closingLines(page, report, steps),
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trimEnd());
  return withoutCommands(`\n${text.join('\n\n')}\n`);
}
