/** What a check is. A check asks facts one question; only the engine makes a verdict of the answer. */
import type * as Zod from 'zod';
import type { Facts } from '../facts/facts.ts';
import type { Holding } from '../facts/unread.ts';
import type { Answer, Confidence, Evidence, Reason } from '../model.ts';

/** zod is handed in, so that an audit by the built-in rules never loads it. */
export type ZodModule = typeof Zod;

export interface Check<Parameters = unknown> {
  /** Kebab case; the key in a rule file. */
  readonly name: string;
  /** One sentence for docs and schema: what a yes means. */
  readonly summary: string;
  /** Where it looks. What was not read of these leaves its `no` open: what is unknown is not absent. */
  readonly reads: readonly (Holding | 'anything')[];
  /** A yes, too, speaks of all that there is ("nothing is …", "nine of ten are …"): it needs all of it read. */
  readonly whole?: true;
  /** It asks how code is written, not what it does: code that cannot run is still written so. */
  readonly written?: true;
  /** Each place that it shows is needed: where one of them must fail, so does what is asked for. */
  readonly joint?: true;
  /** It asks what runs ahead of a function, which what fails within that one does not change. */
  readonly ahead?: true;
  /** The shape of the value behind the key. `z.strictObject({})` when there is nothing to set. */
  readonly parameters: (z: ZodModule) => Zod.ZodType<Parameters>;
  readonly ask: (facts: Facts, parameters: Parameters) => Answer;
}

/** Declares a check with its parameters' type inferred from its schema. */
export function defineCheck<Parameters>(check: Check<Parameters>): Check<Parameters> {
  return check;
}

export function yes(evidence: readonly Evidence[], counter: readonly Evidence[] = []): Answer {
  if (evidence.length === 0) throw new Error('a yes needs evidence');
  return counter.length > 0 ? { answer: 'yes', evidence, counter } : { answer: 'yes', evidence };
}

/** `reasons` say what is there and what is not, here. */
export function no(
  lookedFor: string,
  counter: readonly Evidence[] = [],
  reasons: readonly Reason[] = [],
): Answer {
  return {
    answer: 'no',
    lookedFor,
    ...(counter.length > 0 ? { counter } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
  };
}

export function cannotTell(reason: string): Answer {
  return { answer: 'cannot tell', reason };
}

/** The same answer, said without certainty: a word, a default or a guess decided. */
export function unsure(answer: Answer): Answer {
  return answer.answer === 'cannot tell' ? answer : { ...answer, confidence: 'low' satisfies Confidence };
}

/** Yes where there is evidence, no otherwise: the common case. */
export function found(evidence: readonly Evidence[], lookedFor: string): Answer {
  return evidence.length > 0 ? yes(evidence) : no(lookedFor);
}

/** The same, where more is known of why not. */
export function foundOr(
  evidence: readonly Evidence[],
  lookedFor: string,
  reasons: readonly Reason[],
): Answer {
  return evidence.length > 0 ? yes(evidence) : no(lookedFor, [], reasons);
}
