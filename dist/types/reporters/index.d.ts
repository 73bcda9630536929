/** Every format that `--format` knows. A new one needs one line here. */
import { reportBadge, reportShields } from './badge.js';
import { reportClassroom } from './classroom.js';
import { reportClassroom50 } from './classroom50.js';
import { reportCsv } from './csv.js';
import { reportGradescope } from './gradescope.js';
import { reportHtml } from './html/report.js';
import { reportJson } from './json.js';
import { reportJunit } from './junit.js';
import type { Reporter } from './reporter.js';
import { reportSarif } from './sarif.js';
import { reportTerminal } from './terminal.js';
export declare const REPORTERS: {
    readonly terminal: typeof reportTerminal;
    readonly json: typeof reportJson;
    readonly markdown: Reporter;
    readonly html: typeof reportHtml;
    readonly sarif: typeof reportSarif;
    readonly junit: typeof reportJunit;
    readonly csv: typeof reportCsv;
    readonly badge: typeof reportBadge;
    readonly shields: typeof reportShields;
    readonly classroom: typeof reportClassroom;
    readonly classroom50: typeof reportClassroom50;
    readonly gradescope: typeof reportGradescope;
};
export type Format = keyof typeof REPORTERS;
export declare const FORMATS: readonly Format[];
/** What the file of a format is called behind its dot, where several are written at once. */
export declare const FILE_ENDINGS: Readonly<Record<Format, string>>;
