/** The report as JSON, for other programs. Its keys are a contract: `Report` in model.ts. */
import type { Report } from '../model.ts';
import { escapeJson } from './visible.ts';

export function reportJson(report: Report): string {
  return `${escapeJson(JSON.stringify(report, null, 2))}\n`;
}
