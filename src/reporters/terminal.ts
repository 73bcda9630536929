/** The scorecard that a person reads: verdicts with evidence, then what to do next. */
import type { Report } from '../model.ts';
import type { ReporterOptions } from './reporter.ts';
import { changeLines } from './terminal/changes.ts';
import { claimLines } from './terminal/claims.ts';
import { headline } from './terminal/headline.ts';
import { measuredLines } from './terminal/measured.ts';
import { noteLines } from './terminal/notes.ts';
import { pageOf } from './terminal/page.ts';
import { requirementLines } from './terminal/requirement.ts';
import { stepLines } from './terminal/steps.ts';
import { withoutCommands } from './visible.ts';

export function reportTerminal(report: Report, options: ReporterOptions): string {
  const page = pageOf(options);
  const milestones = report.milestones.map((milestone, index) => [
    ...headline(page, report, milestone, index === 0),
    '',
    ...requirementLines(page, milestone.requirements),
  ]);
  const { difference } = options;
  const changes = difference === undefined ? [] : changeLines(page, difference);
  const sections = [
    ...milestones,
    changes,
    stepLines(page, report),
    measuredLines(page, report),
    claimLines(page, report),
    noteLines(page, report),
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trimEnd());
  return withoutCommands(`\n${text.join('\n\n')}\n`);
}
