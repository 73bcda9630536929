/** Every format in which a cohort can be reported. A new one needs one line here. */
import type { CohortReport } from '../../model/cohort.ts';
import { cohortHtml } from '../html/cohort/page.ts';
import type { ReporterOptions } from '../reporter.ts';
import { escapeJson } from '../visible.ts';
import { cohortCsv, cohortGrades } from './csv.ts';
import { cohortMarkdown } from './markdown.ts';
import { cohortClassroom, cohortGradescope, type Files } from './points.ts';
import { cohortTerminal } from './terminal.ts';

interface TextReporter {
  /** What its file is called. */
  readonly file: string;
  readonly text: (report: CohortReport, options: ReporterOptions) => string;
}

/** A file per learner. */
interface FilesReporter {
  readonly folder: string;
  readonly files: (report: CohortReport) => Files;
}

export type CohortReporter = TextReporter | FilesReporter;

export const COHORT_REPORTERS = {
  terminal: { file: 'cohort.txt', text: cohortTerminal },
  html: { file: 'cohort.html', text: cohortHtml },
  json: { file: 'cohort.json', text: (report) => `${escapeJson(JSON.stringify(report, null, 1))}\n` },
  markdown: { file: 'cohort.md', text: cohortMarkdown },
  csv: { file: 'cohort.csv', text: cohortCsv },
  grades: { file: 'grades.csv', text: cohortGrades },
  classroom: { folder: 'classroom', files: cohortClassroom },
  gradescope: { folder: 'gradescope', files: cohortGradescope },
} as const satisfies Readonly<Record<string, CohortReporter>>;

export type CohortFormat = keyof typeof COHORT_REPORTERS;

export const COHORT_FORMATS = Object.keys(COHORT_REPORTERS) as readonly CohortFormat[];
