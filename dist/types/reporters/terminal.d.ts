/** The scorecard that a person reads: verdicts with evidence, what to do next, and one closing line. */
import type { Report } from '../model.js';
import type { ReporterOptions } from './reporter.js';
export declare function reportTerminal(report: Report, options: ReporterOptions): string;
