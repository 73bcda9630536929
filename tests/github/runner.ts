/** A step of a job in a test: what it leaves is taken away when the test ends. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { REPORT } from '../cli/contract.ts';
import { type Job, runStep, type Step } from './step.ts';

export type { Job, Step } from './step.ts';

export async function runAction(job: Job): Promise<Step> {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  onTestFinished(() => rmSync(temp, { recursive: true, force: true }));
  return runStep(job, temp);
}

/** The JSON report that a step left, as its contract has it; a comparison stands beside it. */
export function reportOf(step: Step) {
  const text = readFileSync(step.outputs['report-path'] ?? '', 'utf8');
  const { difference: _, ...report } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return REPORT.parse(report);
}
