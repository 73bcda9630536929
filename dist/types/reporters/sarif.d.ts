import type { PortfolioReport } from '../model/portfolio.js';
import type { Report } from '../model.js';
export declare function reportSarif(report: Report): string;
/** One run per repository. What is more than a file may hold is told in the last one. */
export declare function portfolioSarif({ projects, failures }: PortfolioReport): string;
