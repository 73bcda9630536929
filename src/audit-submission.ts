/** The audit of one submission of a cohort: its report, and the fingerprints of its code. */
import { type AuditRequest, factsOf, reportOn } from './audit.ts';
import { givenPrints, type Prints, printsOf } from './cohort/similarity/prints.ts';
import { UserError } from './errors.ts';
import type { Facts } from './facts/facts.ts';
import { likenesses } from './milestones/likeness.ts';
import type { Report } from './model.ts';
import type { CodeFile } from './program/file.ts';
import type { Repository } from './repository/repository.ts';

export interface SubmissionRequest extends Omit<AuditRequest, 'milestoneId' | 'also' | 'memory'> {
  /** Ids: one is recognised among several, and among all where there is none. */
  readonly choices: readonly string[];
}

export interface AuditedSubmission {
  readonly report: Report;
  readonly prints: Prints;
}

/** Throws as `audit` does. */
export async function auditSubmission(
  repository: Repository,
  { choices, ...request }: SubmissionRequest,
): Promise<AuditedSubmission> {
  const [only = 'auto', ...others] = choices;
  const alone = others.length === 0;
  const facts = await factsOf(repository, { ...request, milestoneId: alone ? only : 'auto' });
  const milestoneId = alone ? only : recognisedAmong(choices, facts, repository.name);
  return {
    report: reportOn(repository, facts, { ...request, milestoneId }),
    prints: printsOf(codeOf(facts)),
  };
}

/** Fingerprints of code that was given to everybody. */
export async function starterPrints(
  repository: Repository,
  request: Pick<AuditRequest, 'milestones' | 'reading' | 'tool'>,
): Promise<readonly number[]> {
  return givenPrints(codeOf(await factsOf(repository, { ...request, milestoneId: 'auto' })));
}

/** What the learner wrote: no tests, no examples, nothing generated or copied in. */
function codeOf({ program }: Facts): readonly CodeFile[] {
  return program.filesOf('application');
}

function recognisedAmong(choices: readonly string[], facts: Facts, name: string): string {
  const found = likenesses(facts, name).find(({ id }) => choices.includes(id));
  if (found) return found.id;
  throw new UserError({
    code: 'unknown-milestone',
    message: `Cannot tell which of ${choices.join(', ')} this is`,
    hint: 'Name it in the column milestone of the roster, or give each milestone an assignment of its own.',
    exitCode: 2,
  });
}
