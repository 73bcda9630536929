/** The engine: conditions asked of facts, three-valued, and the verdict that follows. */
import type { Check } from '../checks/define.ts';
import type { Facts } from '../facts/facts.ts';
import type { Answer, Condition, Evidence, Requirement, Verdict } from '../model.ts';

/** A condition with what came of it: what `explain` shows. */
export type Trace =
  | { readonly check: string; readonly parameters: unknown; readonly answer: Answer }
  | { readonly group: 'all' | 'any' | 'none'; readonly of: readonly Trace[]; readonly answer: Answer };

export interface Judgement {
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly counterEvidence: readonly Evidence[];
  readonly lookedFor: string | null;
  readonly reason: string | null;
}

export type Checks = ReadonlyMap<string, Check>;

/** More evidence than this helps nobody; counter-evidence is counted, so it is kept longer. */
const MOST_EVIDENCE = 12;
const MOST_COUNTER = 50;

function distinct(evidence: readonly Evidence[], most: number): readonly Evidence[] {
  const seen = new Set<string>();
  return evidence
    .filter(({ path, line }) => !seen.has(`${path}:${line}`) && seen.add(`${path}:${line}`))
    .slice(0, most);
}

function counterOf(answer: Answer): readonly Evidence[] {
  return answer.answer === 'cannot tell' ? [] : (answer.counter ?? []);
}

function askCheck(name: string, parameters: unknown, facts: Facts, checks: Checks): Answer {
  const check = checks.get(name);
  if (!check) return { answer: 'cannot tell', reason: `there is no check "${name}"` };
  try {
    const answer = check.ask(facts, parameters);
    // Nothing shown is never a pass.
    if (answer.answer === 'yes' && answer.evidence.length === 0)
      return { answer: 'cannot tell', reason: `the check "${name}" showed no evidence` };
    return answer;
  } catch (error) {
    return {
      answer: 'cannot tell',
      reason: `the check "${name}" failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** Kleene's logic: one `no` settles `all`, one `yes` settles `any`; otherwise what cannot be told stays open. */
function combine(group: 'all' | 'any' | 'none', answers: readonly Answer[]): Answer {
  const yes = answers.filter((answer) => answer.answer === 'yes');
  const no = answers.filter((answer) => answer.answer === 'no');
  const open = answers.filter((answer) => answer.answer === 'cannot tell');
  const counter = answers.flatMap(counterOf);
  const evidence = yes.flatMap((answer) => answer.evidence);
  const lookedFor = no.map((answer) => answer.lookedFor).join('; ');
  const cannotTell: Answer = {
    answer: 'cannot tell',
    reason: open.map((answer) => answer.reason).join('; '),
  };
  switch (group) {
    case 'all':
      if (no.length > 0) return { answer: 'no', lookedFor, counter: [...counter] };
      return open.length > 0 ? cannotTell : { answer: 'yes', evidence, counter };
    case 'any':
      if (yes.length > 0) return { answer: 'yes', evidence, counter: yes.flatMap(counterOf) };
      return open.length > 0 ? cannotTell : { answer: 'no', lookedFor, counter };
    case 'none':
      if (yes.length > 0) return { answer: 'no', lookedFor: 'none of what was found', counter: evidence };
      if (open.length > 0) return cannotTell;
      // Stands beside a positive condition (the loader sees to it); alone it shows nothing.
      return { answer: 'yes', evidence: [], counter: [] };
  }
  group satisfies never;
  return cannotTell;
}

/** Asks a condition. */
export function evaluate(condition: Condition, facts: Facts, checks: Checks): Trace {
  if ('check' in condition) {
    return {
      check: condition.check,
      parameters: condition.parameters,
      answer: askCheck(condition.check, condition.parameters, facts, checks),
    };
  }
  const [group, parts] =
    'all' in condition
      ? (['all', condition.all] as const)
      : 'any' in condition
        ? (['any', condition.any] as const)
        : (['none', condition.none] as const);
  const of = parts.map((part) => evaluate(part, facts, checks));
  return {
    group,
    of,
    answer: combine(
      group,
      of.map((trace) => trace.answer),
    ),
  };
}

/** Judges one requirement. Only a condition that says yes with evidence raises a verdict. */
export function judge(
  requirement: Pick<Requirement, 'met' | 'partial'>,
  facts: Facts,
  checks: Checks,
): Judgement {
  const met = evaluate(requirement.met, facts, checks).answer;
  if (met.answer === 'yes' && met.evidence.length > 0) return passed('met', met, null);
  const partial = requirement.partial ? evaluate(requirement.partial, facts, checks).answer : null;
  const lookedFor = met.answer === 'no' ? met.lookedFor : null;
  if (met.answer === 'cannot tell') return undecided(met.reason);
  if (partial?.answer === 'yes' && partial.evidence.length > 0) {
    const judged = passed('partial', partial, lookedFor);
    return {
      ...judged,
      counterEvidence: distinct([...counterOf(met), ...judged.counterEvidence], MOST_COUNTER),
    };
  }
  if (partial?.answer === 'cannot tell') return undecided(partial.reason);
  const counter = [...counterOf(met), ...(partial ? counterOf(partial) : [])];
  return {
    verdict: 'missing',
    evidence: [],
    counterEvidence: distinct(counter, MOST_COUNTER),
    lookedFor: lookedFor ?? (partial?.answer === 'no' ? partial.lookedFor : 'the condition of the rule'),
    reason: null,
  };
}

function passed(
  verdict: 'met' | 'partial',
  answer: Answer & { readonly answer: 'yes' },
  lookedFor: string | null,
): Judgement {
  return {
    verdict,
    evidence: distinct(answer.evidence, MOST_EVIDENCE),
    counterEvidence: distinct(counterOf(answer), MOST_COUNTER),
    lookedFor,
    reason: null,
  };
}

function undecided(reason: string): Judgement {
  return { verdict: 'unverifiable', evidence: [], counterEvidence: [], lookedFor: null, reason };
}
