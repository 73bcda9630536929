/** The report as JSON, for other programs. Its keys are a contract: `Report` in model.ts. */

import type { PortfolioReport } from '../model/portfolio.ts';
import type { Report } from '../model.ts';
import type { ReporterOptions } from './reporter.ts';
import { escapeJson } from './visible.ts';

export function reportJson(report: Report, { difference }: Pick<ReporterOptions, 'difference'> = {}): string {
  return textOf(difference === undefined ? report : { ...report, difference });
}

/** The report on a portfolio as JSON: `PortfolioReport` in model/portfolio.ts. */
export function portfolioJson(
  portfolio: PortfolioReport,
  { changes }: Pick<ReporterOptions, 'changes'> = {},
): string {
  return textOf(changes === undefined ? portfolio : { ...portfolio, changes });
}

function textOf(data: unknown): string {
  return `${escapeJson(JSON.stringify(data, null, 2))}\n`;
}
