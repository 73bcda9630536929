/** The page of one repository. */
import type { Report } from '../../model.js';
import type { ReporterOptions } from '../reporter.js';
export declare function reportHtml(report: Report, { difference }: Pick<ReporterOptions, 'difference'>): string;
