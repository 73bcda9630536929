/** What a user wants measured beside the files, as options of the command line. */
import { type Command, Option } from 'commander';

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

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
