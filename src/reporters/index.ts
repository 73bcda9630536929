/** What writes each format. A new one needs a line here and one in formats.ts. */
import { reportBadge, reportShields } from './badge.ts';
import { reportClassroom } from './classroom.ts';
import { reportClassroom50 } from './classroom50.ts';
import { reportCsv } from './csv.ts';
import type { Format } from './formats.ts';
import { reportGradescope } from './gradescope.ts';
import { reportHtml } from './html/report.ts';
import { reportJson } from './json.ts';
import { reportJunit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { reportSarif } from './sarif.ts';
import { reportTerminal } from './terminal.ts';

export const REPORTERS: Readonly<Record<Format, Reporter>> = {
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
};
