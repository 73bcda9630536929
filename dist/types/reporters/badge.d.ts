/** A badge for a README: an SVG drawn here, and the JSON that shields.io draws one from. */
import type { PortfolioReport } from '../model/portfolio.js';
import type { Report } from '../model.js';
export declare function reportBadge(report: Report): string;
export declare function reportShields(report: Report): string;
export declare function portfolioBadge(portfolio: PortfolioReport): string;
export declare function portfolioShields(portfolio: PortfolioReport): string;
