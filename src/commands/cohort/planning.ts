/** From what the user means to the plan: who hands in what, and which shard looks at it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CohortPlan, type Expected, expectedOf, sharded } from '../../cohort/plan.ts';
import { UserError } from '../../errors.ts';
import type { Report } from '../../model.ts';
import { type ListOnGitHub, listed } from './listing.ts';
import type { Cohort } from './what.ts';

/** More would take days. */
const MOST_SUBMISSIONS = 20_000;

/** Throws a UserError. */
export async function planOf(
  cohort: Cohort,
  {
    tool,
    shards,
    onGitHub,
  }: { readonly tool: Report['tool']; readonly shards: number; readonly onGitHub: ListOnGitHub },
): Promise<CohortPlan> {
  const expected: Expected[] = [];
  const strays: string[] = [];
  const { base, enrolled } = cohort;
  for (const [index, assignment] of cohort.assignments.entries()) {
    const { repositories } = assignment;
    const found = repositories === null ? null : await listed(repositories, base, onGitHub);
    const { entries, strays: left } = expectedOf(assignment, index, enrolled, found);
    expected.push(
      ...entries.map((one) => ({
        ...one,
        source: repositories === null ? seenFrom(base, one.source) : one.source,
      })),
    );
    strays.push(...left);
  }
  if (expected.length === 0) throw nobody();
  if (expected.length > MOST_SUBMISSIONS) throw tooMany(expected.length);
  checkKeys(expected);
  const { title, since } = cohort;
  return {
    schema: 1,
    kind: 'cohort-plan',
    tool,
    title,
    since,
    assignments: cohort.assignments.map((one) => ({ ...one, starter: seenFrom(base, one.starter) })),
    shards: Math.min(shards, expected.length),
    entries: sharded(expected, Math.min(shards, expected.length)),
    strays: strays.sort(),
  };
}

/** A folder is seen from the cohort file; `owner/name` and addresses are not. */
function seenFrom(base: string, source: string | null): string | null {
  if (source === null || base === '') return source;
  const path = join(base, source);
  return existsSync(path) ? path : source;
}

/** Two assignments with the same milestones would have one row for two submissions. */
function checkKeys(expected: readonly Expected[]): void {
  const seen = new Set<string>();
  for (const { key } of expected) {
    if (seen.has(key)) {
      throw new UserError({
        code: 'bad-config',
        message: `'${key}' is asked for twice`,
        hint: 'Give each milestone one assignment.',
        exitCode: 2,
      });
    }
    seen.add(key);
  }
}

function nobody(): UserError {
  return new UserError({
    code: 'empty',
    message: 'There is no submission to audit',
    hint: 'Check the pattern of the repositories and the roster.',
    exitCode: 3,
  });
}

function tooMany(count: number): UserError {
  return new UserError({
    code: 'bad-option',
    message: `${count} submissions are more than one cohort can hold`,
    hint: `Audit at most ${MOST_SUBMISSIONS} at a time.`,
    exitCode: 2,
  });
}
