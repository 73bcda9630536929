/** The engine: conditions asked of facts, in three-valued logic, and the verdict that follows. */
import type { Check } from '../checks/define.ts';
import type { Facts } from '../facts/facts.ts';
import {
  type Answer,
  type Condition,
  type Confidence,
  type Evidence,
  type Judgement,
  MOST_COUNTER_EVIDENCE,
  type Requirement,
  type Verdict,
} from '../model.ts';
import { because, stopped } from './because.ts';
import { heldAgainstWords, inDoubt } from './doubt.ts';
import { stopOf } from './stop.ts';

export type Checks = ReadonlyMap<string, Check>;

/** A condition with what came of it: what explains a verdict. */
export type Trace =
  | { readonly check: string; readonly parameters: unknown; readonly answer: Answer }
  | { readonly group: Group; readonly of: readonly Trace[]; readonly answer: Answer };

type Group = 'all' | 'any' | 'none';

/** More evidence than this helps nobody; counter-evidence is also counted, so more of it is kept. */
const MOST_EVIDENCE = 12;
/** Characters of an error's own words. */
const MOST_WORDS = 200;

type JudgedRequirement = Pick<Requirement, 'met' | 'partial'> &
  Partial<Pick<Requirement, 'says' | 'uncertain' | 'spoken'>>;

/** Judges one requirement. Only a condition that says yes, with evidence, raises a verdict. */
export function judge(requirement: JudgedRequirement, facts: Facts, checks: Checks): Judgement {
  const found = judgedByConditions(requirement, facts, checks);
  const judged = heldAgainstWords(found, requirement.spoken ?? [], facts);
  const uncertain = requirement.uncertain?.includes(judged.verdict) ?? false;
  return uncertain ? { ...judged, confidence: 'low' } : judged;
}

function judgedByConditions(requirement: JudgedRequirement, facts: Facts, checks: Checks): Judgement {
  const met = evaluate(requirement.met, facts, checks);
  const first = settled(met);
  if (first.answer === 'yes') {
    const stop = stopOf(met, facts, checks);
    if (stop === null) return judgement('met', [first], null);
    const { doubtful, evidence } = stop;
    const counter = [evidence, ...(first.counter ?? [])];
    // What only a list of packages shows is said, and decides nothing: machines have packages that no list names.
    return doubtful
      ? judgement('met', [{ ...first, confidence: 'low', counter }], null)
      : judgement('partial', [{ ...first, counter }], stopped(evidence));
  }
  const partial = requirement.partial ? evaluate(requirement.partial, facts, checks) : null;
  const answers = partial ? [first, settled(partial)] : [first];
  const verdict = verdictOf(answers);
  const says = requirement.says?.partial ?? null;
  return judgement(verdict, answers, because({ verdict, met, partial, says }, checks));
}

/** Of what is not met: the answer to `met`, then the one to `partial` where it was asked. */
function verdictOf(answers: readonly Answer[]): Verdict {
  if (answers[1]?.answer === 'yes') return 'partial';
  return answers.some(({ answer }) => answer === 'cannot tell') ? 'unverifiable' : 'missing';
}

/** Nothing matched is never a pass, whatever the rules are made of. */
function settled({ answer }: Trace): Answer {
  if (answer.answer !== 'yes' || answer.evidence.length > 0) return answer;
  return cannotTell('the condition holds, but nothing shows it');
}

/** Asks a condition. Every part is asked, so that the trace tells all of it. */
export function evaluate(condition: Condition, facts: Facts, checks: Checks): Trace {
  if ('check' in condition) {
    const { check, parameters } = condition;
    return { check, parameters, answer: ask(check, parameters, facts, checks) };
  }
  const [group, parts] = partsOf(condition);
  const of = parts.map((part) => evaluate(part, facts, checks));
  return { group, of, answer: combine(group, of) };
}

function partsOf(condition: Exclude<Condition, { check: string }>): readonly [Group, readonly Condition[]] {
  if ('all' in condition) return ['all', condition.all];
  return 'any' in condition ? ['any', condition.any] : ['none', condition.none];
}

/** A check that fails, or that says yes and shows nothing, is never a pass. */
function ask(name: string, parameters: unknown, facts: Facts, checks: Checks): Answer {
  const check = checks.get(name);
  if (!check) return cannotTell(`there is no check '${name}'`);
  try {
    const answer = inDoubt(check.ask(facts, parameters), check, facts);
    if (answer.answer === 'yes' && answer.evidence.length === 0)
      return cannotTell(`the check '${name}' showed no evidence`);
    return answer.answer === 'yes' && check.whole ? ofAll(answer) : answer;
  } catch (error) {
    const words = error instanceof Error ? error.message : 'for an unknown reason';
    return cannotTell(`the check '${name}' failed: ${words.slice(0, MOST_WORDS)}`);
  }
}

/** What is so of all there is, or of nine in ten: no single line shows it. */
function ofAll(answer: Answer & { readonly answer: 'yes' }): Answer {
  return { ...answer, evidence: answer.evidence.map((one) => ({ ...one, whole: true })) };
}

/** Kleene's logic: one `no` settles `all`, one `yes` settles `any` and `none`; else what cannot be told stays open. */
function combine(group: Group, of: readonly Trace[]): Answer {
  const answers = of.map(({ answer }) => answer);
  const yes = answers.filter((one) => one.answer === 'yes');
  const no = answers.filter((one) => one.answer === 'no');
  const open = answers.filter((one) => one.answer === 'cannot tell');
  const evidence = yes.flatMap((one) => one.evidence);
  const undecided = cannotTell(
    joined(
      open.map((one) => one.reason),
      '; ',
    ),
  );
  switch (group) {
    case 'all':
      if (no.length > 0)
        return refused(
          joined(
            no.map((one) => one.lookedFor),
            '; ',
          ),
          answers.flatMap(counterOf),
          surest(no),
        );
      return open.length > 0
        ? undecided
        : { answer: 'yes', evidence, counter: yes.flatMap(counterOf), confidence: leastSure(yes) };
    case 'any':
      if (yes.length > 0)
        return { answer: 'yes', evidence, counter: yes.flatMap(counterOf), confidence: surest(yes) };
      if (open.length > 0) return undecided;
      return refused(
        joined(
          no.map((one) => one.lookedFor),
          ', or ',
        ),
        no.flatMap(counterOf),
        leastSure(no),
      );
    case 'none':
      if (yes.length > 0) return refused('that the places listed here are not there', evidence, surest(yes));
      // A yes without evidence: the loader lets it stand only beside a condition that shows something.
      return open.length > 0 ? undecided : { answer: 'yes', evidence: [], confidence: leastSure(no) };
    default:
      return group satisfies never;
  }
}

function cannotTell(reason: string): Answer & { readonly answer: 'cannot tell' } {
  return { answer: 'cannot tell', reason };
}

function refused(lookedFor: string, counter: readonly Evidence[], confidence: Confidence): Answer {
  return { answer: 'no', lookedFor, counter, confidence };
}

/** Of answers that each would do alone. */
function surest(answers: readonly Answer[]): Confidence {
  return answers.some((one) => confidenceOf(one) === 'high') ? 'high' : 'low';
}

/** Of answers that are needed together. */
function leastSure(answers: readonly Answer[]): Confidence {
  return answers.every((one) => confidenceOf(one) === 'high') ? 'high' : 'low';
}

function confidenceOf(answer: Answer): Confidence {
  return answer.answer === 'cannot tell' ? 'low' : (answer.confidence ?? 'high');
}

function counterOf(answer: Answer): readonly Evidence[] {
  return answer.answer === 'cannot tell' ? [] : (answer.counter ?? []);
}

/** `answers`: of `met`, then of `partial` where it was asked. */
function judgement(verdict: Verdict, answers: readonly Answer[], why: string | null): Judgement {
  const [met] = answers;
  const passed = verdict === 'met' || verdict === 'partial';
  const evidence = passed ? answers.flatMap((one) => (one.answer === 'yes' ? one.evidence : [])) : [];
  const reasons = answers.flatMap((one) => (one.answer === 'cannot tell' ? [one.reason] : []));
  return {
    verdict,
    confidence: leastSure(answers),
    evidence: distinct(evidence, MOST_EVIDENCE),
    counterEvidence: distinct(answers.flatMap(counterOf), MOST_COUNTER_EVIDENCE),
    lookedFor: met?.answer === 'no' ? met.lookedFor : null,
    reason: reasons.length > 0 ? joined(reasons, '; ') : null,
    because: why,
  };
}

/** Each place once, the first text that was said of it. */
function distinct(evidence: readonly Evidence[], most: number): readonly Evidence[] {
  const places = new Map<string, Evidence>();
  for (const one of evidence) {
    // What lies in no file differs by what it says.
    const place = one.path === '' ? one.text : `${one.line} ${one.path}`;
    if (!places.has(place)) places.set(place, one);
  }
  return [...places.values()].slice(0, most);
}

/** Leaves out what an earlier text says already. */
function joined(texts: readonly string[], between: string): string {
  return texts
    .filter((text, index) => !texts.slice(0, index).some((earlier) => earlier.includes(text)))
    .join(between);
}
