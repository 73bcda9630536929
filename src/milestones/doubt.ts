/** What was not read, held against what a check answered: what is unknown is never absent. */
import type { Check } from '../checks/define.ts';
import type { Facts } from '../facts/facts.ts';
import type { Unread } from '../facts/unread.ts';
import type { Answer } from '../model.ts';

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
