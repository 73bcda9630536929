import type { PortfolioReport } from '../model/portfolio.js';
import type { Report } from '../model.js';
import type { ReporterOptions } from './reporter.js';
export declare function reportSarif(report: Report, { difference }?: Pick<ReporterOptions, 'difference'>): string;
/** One run per repository. What is more than a file may hold is told in the last one. */
export declare function portfolioSarif({ projects, failures }: PortfolioReport, { changes }?: Pick<ReporterOptions, 'changes'>): string;
