/**
 * result.json of Classroom 50 (`classroom50/result/v1`). Who submitted what is known to its runner alone, which says it in
 * the environment; without that, the identity is left out and the runner's check tells what is missing.
 */
import type { Report } from '../model.js';
import type { ReporterOptions } from './reporter.js';
export declare function reportClassroom50(report: Report, { submission }: Pick<ReporterOptions, 'submission'>): string;
