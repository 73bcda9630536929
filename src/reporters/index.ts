/** Every format that `--format` knows. A new one needs one line here. */
import { reportJson } from './json.ts';
import { reportMarkdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { reportTerminal } from './terminal.ts';

export const REPORTERS = {
  terminal: reportTerminal,
  json: reportJson,
  markdown: reportMarkdown,
} as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];
