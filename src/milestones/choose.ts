/** Which of the milestones with rules an audit judges by. What there is no choice for is a mistake with a hint. */
import { UserError, unknownMilestone } from '../errors.ts';
import type { Recognition } from '../model/repository.ts';
import type { Milestone, Score } from '../model.ts';
import { CATALOGUE } from './catalogue.ts';

/** So many of the nearest are told; more would be the list of all. */
const NEAREST = 3;

/** The milestone that the user named. Throws a UserError where there are no rules for it. */
export function namedMilestone(id: string, milestones: readonly Milestone[]): Milestone {
  const found = milestones.find((one) => one.id === id);
  if (found) return found;
  const known = milestones.map((one) => one.id);
  if (!CATALOGUE.some((one) => one.id === id)) throw unknownMilestone(id, known);
  throw noRules(`There are no rules for '${id}' yet`, known);
}

/** The best candidate, and what it is as well; none where nothing is recognised. Throws a UserError where it has no rules. */
export function recognisedMilestones(
  { milestone, also, candidates }: Recognition,
  milestones: readonly Milestone[],
): readonly Milestone[] {
  const able = candidates.filter(({ open }) => open === null);
  const [best, second] = able;
  if (!best) return [];
  const known = milestones.map((one) => one.id);
  const found = milestones.find((one) => one.id === best.id);
  if (found) return [found, ...milestones.filter(({ id }) => also.includes(id))];
  if (milestone) throw noRules(`This looks like '${best.id}', for which there are no rules yet`, known);
  const could = second ? `it could be '${best.id}' or '${second.id}'` : `it could be '${best.id}'`;
  throw noRules(`Cannot tell which milestone this is: ${could}`, known);
}

/** What is told where none is recognised: what it looks like, and what it comes nearest to by what its code does. */
export function unrecognised(
  { candidates }: Recognition,
  judged: readonly { readonly id: string; readonly score: Score }[],
): UserError {
  const nearest = judged
    .filter(({ score }) => score.low > 0)
    .sort((a, b) => b.score.low - a.score.low)
    .slice(0, NEAREST)
    .map(({ id, score }) => `${id} (${Math.floor(score.low * 100)} %)`);
  const told = nearest.length === 0 ? '' : `By what its code does it is nearest to ${nearest.join(', ')}. `;
  return new UserError({
    code: 'unknown-milestone',
    message: `Cannot tell which milestone this is: ${looks(candidates)}`,
    hint: `${told}Name the one that you mean with --milestone ID; "milestone-auditor milestones" lists them.`,
    exitCode: 3,
  });
}

/** What it looks like, and what of that is not there. */
function looks([best]: Recognition['candidates']): string {
  if (!best?.open) return 'nothing in its name, README, dependencies, routes or files says so';
  if (best.open.unread)
    return `it looks most like '${best.id}', and its main job may be in code of a language that is not read: ${best.open.title}`;
  const score = best.as ? `${Math.round(best.as.score.low * 100)} %` : '';
  return `it looks most like '${best.id}' (${score}), whose main job is not there: ${best.open.title}`;
}

function noRules(message: string, known: readonly string[]): UserError {
  return new UserError({
    code: 'unknown-milestone',
    message,
    hint: `Name one with --milestone. There are rules for: ${known.join(', ')}.`,
    exitCode: 2,
  });
}
