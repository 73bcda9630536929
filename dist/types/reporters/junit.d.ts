/**
 * JUnit XML, which every CI server shows: a suite per milestone, a test case per requirement. There is no clock in a
 * report, so the times that the format demands are zero.
 */
import type { PortfolioReport } from '../model/portfolio.js';
import type { Report } from '../model.js';
import type { ReporterOptions } from './reporter.js';
export declare function reportJunit(report: Report, { difference }?: Pick<ReporterOptions, 'difference'>): string;
/** The suites of all repositories; one that could not be audited is a test case with an error. */
export declare function portfolioJunit({ projects, failures }: PortfolioReport, { changes }?: Pick<ReporterOptions, 'changes'>): string;
