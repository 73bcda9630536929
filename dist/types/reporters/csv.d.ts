/** One row per requirement, for the spreadsheet of somebody who has thirty repositories to look after (RFC 4180). */
import type { PortfolioReport } from '../model/portfolio.js';
import type { Report } from '../model.js';
export declare function reportCsv(report: Report): string;
/** The rows of all repositories; one that could not be audited has a row that says so. */
export declare function portfolioCsv({ projects, failures }: PortfolioReport): string;
