/** What is not known, held against what was found: what was not read, and what is spoken of in no known form. */
import type { Check } from '../checks/define.ts';
import type { Facts } from '../facts/facts.ts';
import type { Unread } from '../facts/unread.ts';
import type { Answer, Judgement } from '../model.ts';

/** More names than this help nobody. */
const NAMED = 3;

/**
 * The answer as far as it can be known. A `no`, and a yes that speaks of all there is, stays open while a file was not
 * read that could say otherwise, and is unsure while something of one stays unknown.
 */
export function inDoubt(answer: Answer, check: Pick<Check, 'reads' | 'whole'>, facts: Facts): Answer {
  if (answer.answer === 'cannot tell' || (answer.answer === 'yes' && !check.whole)) return answer;
  const open = facts.unread.filter((one) => isAsked(one, check));
  if (open.length === 0) return answer;
  const whole = open.filter(({ extent }) => extent === 'whole');
  return whole.length > 0
    ? { answer: 'cannot tell', reason: notRead(whole) }
    : { ...answer, confidence: 'low' };
}

function isAsked({ holds, text }: Unread, { reads }: Pick<Check, 'reads'>): boolean {
  return holds.some(
    (one) => reads.includes(one) || (text !== true && reads.includes('anything') && one !== 'history'),
  );
}

/** `it could be in app/auth.py, which was not read (not readable)`: files of one reason are told together. */
function notRead(files: readonly Unread[]): string {
  const named = files.slice(0, NAMED).map(({ path }) => path ?? 'some files');
  const more = files.length > NAMED ? ` and ${files.length - NAMED} more` : '';
  const reasons = [...new Set(files.map(({ reason }) => reason))].slice(0, NAMED).join('; ');
  return `it could be in ${named.join(', ')}${more}, which ${files.length === 1 ? 'was' : 'were'} not read (${reasons})`;
}

/**
 * Mentions that leave a doubt. On three samples that nobody had tuned for, one in twelve of the verdicts `missing` with
 * fewer was wrong, and every second one with more.
 */
const MANY = 8;

/** A verdict `missing` is not certain of what the repository often speaks of: there are more forms than are known. */
export function heldAgainstWords(judged: Judgement, words: readonly string[], facts: Facts): Judgement {
  if (judged.verdict !== 'missing' || judged.confidence === 'low' || words.length === 0) return judged;
  const { times, path } = facts.spoken.of(words);
  if (times < MANY) return judged;
  const doubt = `The repository speaks of it (${times} times, first in ${path}), perhaps in a form that is not recognised.`;
  return {
    ...judged,
    confidence: 'low',
    because: judged.because === null ? doubt : `${judged.because} ${doubt}`,
  };
}
