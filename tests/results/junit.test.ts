import { expect, it } from 'vitest';
import { readTestResults } from '../../src/results/junit.ts';
import { fixture } from './fixture.ts';

it.each([
  ['pytest-junit.xml', { total: 5, failed: 1, skipped: 1, failures: ['test_wrong'] }],
  ['jest-junit.xml', { total: 2, failed: 0, skipped: 0, failures: [] }],
  ['vitest-junit.xml', { total: 2, failed: 1, skipped: 0, failures: ['fails'] }],
])('%s', async (name, expected) => {
  expect(await readTestResults(fixture(name))).toEqual(expected);
});

it('sums that no test bears out are not believed', async () => {
  const claimed = '<testsuites tests="120" failures="0"><testsuite tests="120"/></testsuites>';
  expect(await readTestResults(claimed)).toEqual({ refused: 'it tells of no test' });
  for (const text of ['{"tests": 3}', '<coverage/>', 'ok'])
    expect(await readTestResults(text)).toEqual({ refused: 'it is no JUnit XML' });
});
