/** Which of the milestones with rules an audit judges by. What there is no choice for is a mistake with a hint. */
import { UserError, unknownMilestone } from '../errors.ts';
import type { Milestone, Recognition } from '../model.ts';
import { CATALOGUE } from './catalogue.ts';

/** The milestone that the user named. Throws a UserError where there are no rules for it. */
export function namedMilestone(id: string, milestones: readonly Milestone[]): Milestone {
  const found = milestones.find((one) => one.id === id);
  if (found) return found;
  const known = milestones.map((one) => one.id);
  if (!CATALOGUE.some((one) => one.id === id)) throw unknownMilestone(id, known);
  throw noRules(`There are no rules for '${id}' yet`, known);
}

/** The best candidate. Throws a UserError where nothing was recognised, or nothing with rules. */
export function recognisedMilestone(
  recognition: Recognition | null,
  milestones: readonly Milestone[],
): Milestone {
  const [best, second] = recognition?.candidates ?? [];
  const known = milestones.map((one) => one.id);
  if (!best) throw noRules('Cannot tell which milestone this is', known);
  const found = milestones.find((one) => one.id === best.id);
  if (found) return found;
  if (recognition?.milestone) {
    throw noRules(`This looks like '${best.id}', for which there are no rules yet`, known);
  }
  const could = second ? `it could be '${best.id}' or '${second.id}'` : `it could be '${best.id}'`;
  throw noRules(`Cannot tell which milestone this is: ${could}`, known);
}

function noRules(message: string, known: readonly string[]): UserError {
  return new UserError({
    code: 'unknown-milestone',
    message,
    hint: `Name one with --milestone. There are rules for: ${known.join(', ')}.`,
    exitCode: 2,
  });
}
