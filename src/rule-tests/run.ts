/** Runs rule tests: judges each tiny repository and says how the verdict differs from the wanted one. */
import type { Reading } from '../facts/read.ts';
import { readFacts } from '../facts/read.ts';
import { type Checks, judge } from '../milestones/judge.ts';
import type { Judgement, Milestone, Requirement, Verdict } from '../model.ts';
import { repositoryOf } from '../repository/memory.ts';
import type { RuleCase, RuleTests } from './cases.ts';

/**
 * `noisy`: the rule says more than it must (fires where it must not). `missing`: it says less (silent where it must
 * fire). `unshown`: the verdict is right, its evidence is not what was asked for.
 */
export type Outcome = 'right' | 'noisy' | 'missing' | 'unshown';

export interface CaseResult {
  readonly requirement: string;
  readonly case: RuleCase;
  readonly outcome: Outcome;
  readonly judgement: Judgement;
  /** Wanted evidence that was not shown, as `path:line`. */
  readonly unshown: readonly string[];
}

export interface RuleTestRun {
  readonly results: readonly CaseResult[];
  /** Cases that every requirement needs and does not have: `id: met`; and cases of requirements that do not exist. */
  readonly wanting: readonly string[];
}

const RANK: Readonly<Record<Verdict, number>> = {
  missing: 0,
  waived: 0,
  unverifiable: 1,
  partial: 2,
  met: 3,
};

export interface Engine {
  readonly reading: Reading;
  readonly checks: Checks;
}

export async function runRuleTests(
  milestone: Milestone,
  tests: RuleTests,
  engine: Engine,
): Promise<RuleTestRun> {
  const results: CaseResult[] = [];
  for (const requirement of milestone.requirements)
    for (const one of tests[requirement.id] ?? []) results.push(await runRuleCase(requirement, one, engine));
  return { results, wanting: wantingCases(milestone, tests) };
}

/** Judges one tiny repository. */
export async function runRuleCase(
  requirement: Requirement,
  one: RuleCase,
  { reading, checks }: Engine,
): Promise<CaseResult> {
  const facts = await readFacts(repositoryOf(one), reading);
  return compared(requirement.id, one, judge(requirement, facts, checks));
}

function compared(requirement: string, one: RuleCase, judgement: Judgement): CaseResult {
  const shown = new Set(judgement.evidence.map(({ path, line }) => `${path}:${line}`));
  const unshown = one.evidence.filter((place) => !shown.has(place));
  const distance = RANK[judgement.verdict] - RANK[one.verdict];
  const outcome =
    distance > 0 ? 'noisy' : distance < 0 ? 'missing' : unshown.length > 0 ? 'unshown' : 'right';
  return { requirement, case: one, outcome, judgement, unshown };
}

/** Every requirement needs a case that is met, partial (where it can be), missing, and one that tries to fool it. */
export function wantingCases(milestone: Milestone, tests: RuleTests): readonly string[] {
  const wanting = milestone.requirements.flatMap(({ id, partial }) => {
    const cases = tests[id] ?? [];
    const kinds = ['met', ...(partial ? ['partial'] : []), 'missing'].filter(
      (kind) => !cases.some((one) => one.verdict === kind),
    );
    if (!cases.some((one) => one.fools)) kinds.push('fools: true');
    return kinds.map((kind) => `${id}: no case with ${kind.includes(':') ? kind : `verdict: ${kind}`}`);
  });
  const known = new Set(milestone.requirements.map(({ id }) => id));
  const strangers = Object.keys(tests).filter((id) => !known.has(id));
  return [...wanting, ...strangers.map((id) => `${id}: no requirement of ${milestone.id}`)];
}
