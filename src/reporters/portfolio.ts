/** Every format in which a portfolio can be reported. A new one needs one line here. */
import type { PortfolioReport } from '../model/portfolio.ts';
import { portfolioBadge, portfolioShields } from './badge.ts';
import { portfolioCsv } from './csv.ts';
import { portfolioHtml } from './html/portfolio.ts';
import { portfolioJson } from './json.ts';
import { portfolioJunit } from './junit.ts';
import { portfolioMarkdown } from './markdown-portfolio.ts';
import type { ReporterOptions } from './reporter.ts';
import { portfolioSarif } from './sarif.ts';
import { portfolioTerminal } from './terminal-portfolio.ts';

type PortfolioReporter = (portfolio: PortfolioReport, options: ReporterOptions) => string;

export const PORTFOLIO_REPORTERS = {
  terminal: portfolioTerminal,
  json: portfolioJson,
  markdown: portfolioMarkdown,
  html: portfolioHtml,
  csv: portfolioCsv,
  sarif: portfolioSarif,
  junit: portfolioJunit,
  badge: portfolioBadge,
  shields: portfolioShields,
} as const satisfies Readonly<Record<string, PortfolioReporter>>;

export type PortfolioFormat = keyof typeof PORTFOLIO_REPORTERS;

export const PORTFOLIO_FORMATS = Object.keys(PORTFOLIO_REPORTERS) as readonly PortfolioFormat[];
