/** A good and a bad example of each requirement: cases of its tests, so that they are known to be what they are said to be. */
import type { RuleCase, RuleTests } from './cases.ts';

/** A tiny repository that shows what is meant. */
export interface Example {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface Examples {
  readonly good: Example | null;
  readonly bad: Example | null;
}

/** Examples by the id of the requirement. */
export function examplesOf(tests: RuleTests): Readonly<Record<string, Examples>> {
  return Object.fromEntries(
    Object.entries(tests).map(([id, cases]) => [
      id,
      {
        good: exampleOf(cases.filter(({ verdict }) => verdict === 'met')),
        bad: exampleOf(preferFooling(cases.filter(({ verdict }) => verdict === 'missing'))),
      },
    ]),
  );
}

/** What looks right and is not teaches most. */
function preferFooling(cases: readonly RuleCase[]): readonly RuleCase[] {
  const fooling = cases.filter(({ fools }) => fools);
  return fooling.length > 0 ? fooling : cases;
}

/** The case that is marked as the example, else the shortest that shows more than one line. */
function exampleOf(cases: readonly RuleCase[]): Example | null {
  const chosen =
    cases.find(({ example }) => example) ??
    [...cases].sort((a, b) => sizeOf(a) - sizeOf(b)).find((one) => sizeOf(one) > 0);
  return chosen ? { name: chosen.name, files: chosen.files } : null;
}

function sizeOf({ files }: RuleCase): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}
