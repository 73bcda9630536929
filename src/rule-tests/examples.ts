/** A good and a bad example of each requirement: cases of its tests, so that they are known to be what they are said to be. */
import type { RuleCase, RuleTests } from './cases.ts';

/** A tiny repository that shows what is meant. */
export interface Example {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface Examples {
  readonly good: Example | null;
  /** Further good ones, written to teach: the same in another language. */
  readonly more?: readonly Example[];
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
        ...goodOf(cases.filter(({ verdict }) => verdict === 'met')),
        bad: exampleOf(preferFooling(cases.filter(({ verdict }) => verdict === 'missing'))),
      },
    ]),
  );
}

function goodOf(cases: readonly RuleCase[]): Pick<Examples, 'good' | 'more'> {
  const [, ...rest] = cases.filter(({ example }) => example);
  const more = rest.map(({ name, files }) => ({ name, files }));
  return { good: exampleOf(cases), ...(more.length > 0 ? { more } : {}) };
}

const ENDINGS: Readonly<Record<string, RegExp>> = {
  python: /\.(?:py|ipynb)$/,
  typescript: /\.tsx?$/,
  javascript: /\.[jt]sx?$/,
};

/** The same with a good example in the language of a project, where there is one. */
export function inLanguage(examples: Examples | null, language: string | undefined): Examples | null {
  const ending = ENDINGS[language ?? ''];
  if (examples === null || ending === undefined) return examples;
  const all = [...(examples.good ? [examples.good] : []), ...(examples.more ?? [])];
  const good = all.find(({ files }) => Object.keys(files).some((path) => ending.test(path)));
  return { ...examples, good: good ?? examples.good };
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
