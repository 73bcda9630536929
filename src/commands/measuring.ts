/** What a user wants measured beside the files. */
import type { AuditRequest } from '../audit.ts';
import type { Api } from '../github/api.ts';
import { measuring } from '../measured/measuring.ts';
import { storedMeasurements } from '../measured/stored.ts';
import type { MeasuringOptions } from './measuring-options.ts';

/** A commit on GitHub, where the audited code comes from there. */
export interface OnGitHub {
  readonly api: Api;
  readonly commit: string;
}

/** Nothing where nothing is asked for: then the files alone are judged. */
export function measureOf(options: MeasuringOptions, origin: OnGitHub | null): Pick<AuditRequest, 'measure'> {
  const { coverage, testResults: tests, live, offline, measured } = options;
  if (measured !== undefined) return { measure: () => storedMeasurements(measured, '--measured') };
  const left = coverage.length + tests.length > 0;
  const measure = measuring({
    job: left ? { coverage, tests, root: process.cwd(), changed: null } : null,
    github: origin === null || offline ? null : { ...origin, run: null },
    live,
  });
  return measure === null ? {} : { measure };
}
