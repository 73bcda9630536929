/** JUnit's XML of test results: pytest, jest-junit, vitest, and most runners of other languages. Pure. */
import type { Refused } from './coverage.ts';
import { elementsIn, readXml } from './xml.ts';

export interface TestResults {
  readonly total: number;
  /** Those that failed, and those that ended in an error. */
  readonly failed: number;
  readonly skipped: number;
  /** Names of the first that failed, at most {@link MOST_NAMES}. */
  readonly failures: readonly string[];
}

const MOST_NAMES = 5;
const LONGEST_NAME = 120;

/** Cases are counted one by one: the sums that suites write are their own claim. */
export async function readTestResults(text: string): Promise<TestResults | Refused> {
  if (text.trim() === '') return { refused: 'it is empty' };
  if (!text.trimStart().startsWith('<')) return { refused: 'it is no JUnit XML' };
  const root = await readXml(text.trimStart());
  if ('refused' in root) return root;
  if (root.name !== 'testsuites' && root.name !== 'testsuite') return { refused: 'it is no JUnit XML' };
  const cases = [...elementsIn(root, 'testcase')];
  if (cases.length === 0) return { refused: 'it tells of no test' };
  const ended = (...names: readonly string[]) =>
    cases.filter(({ children }) => children.some(({ name }) => names.includes(name)));
  const failed = ended('failure', 'error');
  return {
    total: cases.length,
    failed: failed.length,
    skipped: ended('skipped').length,
    failures: failed
      .slice(0, MOST_NAMES)
      .map(({ attributes }) => (attributes.name ?? '').trim().slice(0, LONGEST_NAME)),
  };
}
