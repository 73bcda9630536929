/** What a milestone is about, where a project that is judged by it does not do it. */
import type { Condition, Milestone, RequirementReport } from '../model.ts';
import type { Checks } from './judge.ts';

/**
 * The title of the main requirement, where it is missing and code would do it: an image that is not there leaves a program
 * as whole as it is.
 */
export function missingJob(
  { requirements }: Milestone,
  judged: readonly Pick<RequirementReport, 'id' | 'verdict'>[],
  checks: Checks,
): string | null {
  const main = requirements.find((one) => one.main);
  const missing = judged.some(({ id, verdict }) => id === main?.id && verdict === 'missing');
  return main && missing && asksCode(main.met, checks) ? main.title : null;
}

function asksCode(condition: Condition, checks: Checks): boolean {
  if ('check' in condition) return checks.get(condition.check)?.reads.includes('code') ?? false;
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : condition.none;
  return parts.some((part) => asksCode(part, checks));
}
