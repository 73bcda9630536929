/** Why a repository got a verdict: the conditions of one requirement with what each of them answered. */
import { CHECKS } from './checks/index.ts';
import type { Facts } from './facts/facts.ts';
import { type Reading, readFacts } from './facts/read.ts';
import { firstSteps } from './judged.ts';
import { evaluate, judge, type Trace } from './milestones/judge.ts';
import { likenesses } from './milestones/likeness.ts';
import type { Stack } from './milestones/stacks.ts';
import type { Judgement, Milestone, Requirement } from './model.ts';
import type { Repository } from './repository/repository.ts';

export interface Explanation {
  readonly judgement: Judgement;
  readonly met: Trace;
  readonly partial: Trace | null;
}

/** The requirement as this project is told it: its first step in what the project is made with. */
export function toldTo(
  facts: Facts,
  { id }: Milestone,
  requirement: Requirement,
  stacks: readonly Stack[],
): Requirement {
  return { ...requirement, fix: firstSteps(id, facts, stacks)(requirement) };
}

export function factsFor(repository: Repository, reading: Reading): Promise<Facts> {
  return readFacts(repository, reading);
}

/** The milestone that a repository most looks like, however close the next one is. */
export function likelyMilestone(repository: Repository, facts: Facts): string | null {
  return likenesses(facts, repository.name)[0]?.id ?? null;
}

/** Judges one requirement, and keeps what each condition answered. */
export function explainVerdict(facts: Facts, requirement: Requirement): Explanation {
  return {
    judgement: judge(requirement, facts, CHECKS),
    met: evaluate(requirement.met, facts, CHECKS),
    partial: requirement.partial ? evaluate(requirement.partial, facts, CHECKS) : null,
  };
}
