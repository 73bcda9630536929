/** One row per requirement (with the verdict before, where two reports are compared), for the spreadsheet of somebody who has thirty repositories to look after (RFC 4180). */
import type { PortfolioReport } from '../model/portfolio.js';
import type { Report } from '../model.js';
import type { ReporterOptions } from './reporter.js';
export declare function reportCsv(report: Report, { difference }?: Pick<ReporterOptions, 'difference'>): string;
/** The rows of all repositories; one that could not be audited has a row that says so. */
export declare function portfolioCsv({ projects, failures }: PortfolioReport, { changes }?: Pick<ReporterOptions, 'changes'>): string;
