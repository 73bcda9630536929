/** The report as JSON, for other programs. Its keys are a contract: `Report` in model.ts. */
import type { Report } from '../model.js';
export declare function reportJson(report: Report): string;
