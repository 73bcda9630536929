/** Every format that `--format` knows. A new one needs one line here. */
import { reportBadge, reportShields } from './badge.ts';
import { reportClassroom } from './classroom.ts';
import { reportClassroom50 } from './classroom50.ts';
import { reportCsv } from './csv.ts';
import { reportGradescope } from './gradescope.ts';
import { reportHtml } from './html/report.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { reportSarif } from './sarif.ts';
import { reportTerminal } from './terminal.ts';

export const REPORTERS = {
  terminal: reportTerminal,
  json: reportJson,
  markdown: reportMarkdown,
  html: reportHtml,
  sarif: reportSarif,
  junit: reportJunit,
  csv: reportCsv,
  badge: reportBadge,
  shields: reportShields,
  classroom: reportClassroom,
  classroom50: reportClassroom50,
  gradescope: reportGradescope,
} as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

/** What the file of a format is called behind its dot, where several are written at once. */
export const FILE_ENDINGS: Readonly<Record<Format, string>> = {
  terminal: 'txt',
  json: 'json',
  markdown: 'md',
  html: 'html',
  sarif: 'sarif',
  junit: 'junit.xml',
  csv: 'csv',
  badge: 'svg',
  shields: 'shields.json',
  classroom: 'classroom.json',
  classroom50: 'classroom50.json',
  gradescope: 'gradescope.json',
};
