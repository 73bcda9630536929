/** Why a repository got a verdict: the conditions of one requirement with what each of them answered. */
import { CHECKS } from './checks/index.ts';
import { type Reading, readFacts } from './facts/read.ts';
import { evaluate, type Judgement, judge, type Trace } from './milestones/judge.ts';
import type { Requirement } from './model.ts';
import type { Repository } from './repository/repository.ts';

export interface Explanation {
  readonly judgement: Judgement;
  readonly met: Trace;
  readonly partial: Trace | null;
}

/** Reads the repository and judges one requirement of it. */
export async function explainVerdict(
  repository: Repository,
  requirement: Requirement,
  reading: Reading,
): Promise<Explanation> {
  const facts = await readFacts(repository, reading);
  return {
    judgement: judge(requirement, facts, CHECKS),
    met: evaluate(requirement.met, facts, CHECKS),
    partial: requirement.partial ? evaluate(requirement.partial, facts, CHECKS) : null,
  };
}
