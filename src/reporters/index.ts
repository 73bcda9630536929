/** Every format that `--format` knows. A new one needs one line here. */
import { reportBadge, reportShields } from './badge.ts';
import { reportCsv } from './csv.ts';
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
} as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];
