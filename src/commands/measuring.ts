/** What a user wants measured beside the files, as options of the command line. */
import { type Command, Option } from 'commander';
import type { AuditRequest } from '../audit.ts';
import type { Api } from '../github/api.ts';
import { measuring } from '../measured/measuring.ts';
import { storedMeasurements } from '../measured/stored.ts';

/** As they were typed. */
export interface MeasuringOptions {
  readonly coverage: readonly string[];
  readonly testResults: readonly string[];
  readonly live: boolean;
  readonly offline: boolean;
  readonly measured?: string;
}

export function addMeasuringOptions(command: Command): void {
  command
    .option(
      '--coverage <file>',
      'coverage that your tests have just measured; a path or a glob',
      collected,
      [],
    )
    .option('--test-results <file>', 'JUnit XML of these tests; a path or a glob', collected, [])
    .option('--live', 'ask the documented addresses whether the program answers there', false)
    .addOption(
      new Option('--offline', 'ask nobody: neither GitHub nor any address').default(false).conflicts('live'),
    )
    .addOption(
      new Option(
        '--measured <file>',
        'measurements of an earlier JSON report, instead of measuring anew',
      ).conflicts(['coverage', 'testResults', 'live']),
    );
}

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

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
