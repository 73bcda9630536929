/**
 * Says how many tests passed and failed, out of the test runner's own JSON report. Fails where one failed, where a file
 * of tests could not be run at all, and where nothing passed. `node scripts/tally.ts REPORT.json`
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const REPORT = z.object({
  numPassedTests: z.int().min(0),
  numFailedTests: z.int().min(0),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const report = REPORT.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
/** Failed without a failed test of its own: it did not load, or a hook failed. */
const broken = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
const failed = report.numFailedTests + broken.length;
console.log(`${report.numPassedTests} passed, ${failed} failed`);
if (failed > 0 || report.numPassedTests === 0) process.exitCode = 1;
