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

/** Characters that a reader takes in at a glance: some forty lines. */
const READABLE = 1600;

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

/** The case that is marked as the example, else the first that is short enough to read, else the shortest. */
function exampleOf(cases: readonly RuleCase[]): Example | null {
  const filled = cases.filter((one) => sizeOf(one) > 0);
  const chosen =
    filled.find(({ example }) => example) ??
    filled.find((one) => sizeOf(one) <= READABLE) ??
    [...filled].sort((a, b) => sizeOf(a) - sizeOf(b))[0];
  return chosen ? { name: chosen.name, files: chosen.files } : null;
}

function sizeOf({ files }: RuleCase): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}
