/** The report as JSON, for other programs. Its keys are a contract: `Report` in model.ts. */
import type { PortfolioReport } from '../model/portfolio.js';
import type { Report } from '../model.js';
import type { ReporterOptions } from './reporter.js';
export declare function reportJson(report: Report, { difference }?: Pick<ReporterOptions, 'difference'>): string;
/** The report on a portfolio as JSON: `PortfolioReport` in model/portfolio.ts. */
export declare function portfolioJson(portfolio: PortfolioReport, { changes }?: Pick<ReporterOptions, 'changes'>): string;
