/** Which of the milestones with rules an audit judges by. What there is no choice for is a mistake with a hint. */
import { UserError, unknownMilestone } from '../errors.ts';
import type { Recognition } from '../model/repository.ts';
import type { Milestone } from '../model.ts';
import { CATALOGUE } from './catalogue.ts';

/** The milestone that the user named. Throws a UserError where there are no rules for it. */
export function namedMilestone(id: string, milestones: readonly Milestone[]): Milestone {
  const found = milestones.find((one) => one.id === id);
  if (found) return found;
  const known = milestones.map((one) => one.id);
  if (!CATALOGUE.some((one) => one.id === id)) throw unknownMilestone(id, known);
  throw noRules(`There are no rules for '${id}' yet`, known);
}

/** The best candidate, and what it is as well. Throws a UserError where nothing was recognised, or nothing with rules. */
export function recognisedMilestones(
  { milestone, also, candidates }: Recognition,
  milestones: readonly Milestone[],
): readonly [Milestone, ...Milestone[]] {
  const able = candidates.filter(({ open }) => open === null);
  const [best, second] = able;
  const known = milestones.map((one) => one.id);
  if (!best) throw noRules(`Cannot tell which milestone this is${nearest(candidates)}`, known);
  const found = milestones.find((one) => one.id === best.id);
  if (found) return [found, ...milestones.filter(({ id }) => also.includes(id))];
  if (milestone) throw noRules(`This looks like '${best.id}', for which there are no rules yet`, known);
  const could = second ? `it could be '${best.id}' or '${second.id}'` : `it could be '${best.id}'`;
  throw noRules(`Cannot tell which milestone this is: ${could}`, known);
}

/** What it looks like, and what of that is not there. */
function nearest(candidates: Recognition['candidates']): string {
  const [best] = candidates;
  if (!best?.open) return '';
  const score = best.as ? `${Math.round(best.as.score.low * 100)} %` : '';
  return `: it looks most like '${best.id}' (${score}), whose main job is not there: ${best.open.title}`;
}

function noRules(message: string, known: readonly string[]): UserError {
  return new UserError({
    code: 'unknown-milestone',
    message,
    hint: `Name one with --milestone. There are rules for: ${known.join(', ')}.`,
    exitCode: 2,
  });
}
