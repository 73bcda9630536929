/** A badge for a README: an SVG drawn here, and the JSON that shields.io draws one from. */
import type { PortfolioReport } from '../model/portfolio.js';
import type { Report } from '../model.js';
import type { ReporterOptions } from './reporter.js';
type Compared = Pick<ReporterOptions, 'difference'>;
export declare function reportBadge(report: Report, options?: Compared): string;
export declare function reportShields(report: Report, options?: Compared): string;
export declare function portfolioBadge(portfolio: PortfolioReport): string;
export declare function portfolioShields(portfolio: PortfolioReport): string;
export {};
