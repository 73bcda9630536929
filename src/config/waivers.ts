/** Waivers, applied to what was judged. One explains a gap and fills none, so a requirement that is met needs none. */
import { nearest } from '../errors.ts';
import type { Note, RequirementReport } from '../model.ts';
import type { Config, ConfiguredWaiver } from './config.ts';

/** What a milestone's judged requirements look like, before their score is counted. */
interface Judged {
  readonly id: string;
  readonly requirements: readonly RequirementReport[];
}

/**
 * The requirements of one milestone with their waivers. `day` is the day of the audited commit (`2026-05-06`), so that
 * the same commit is judged the same tomorrow; null where there is none: then no waiver has ended.
 */
export function waived(milestone: Judged, config: Config, day: string | null): readonly RequirementReport[] {
  return milestone.requirements.map((one) => {
    const waiver = config.waivers.find((each) => names(each, milestone.id, one.id) && !hasEnded(each, day));
    if (waiver === undefined || one.verdict === 'met') return one;
    return { ...one, verdict: 'waived', waiver: { reason: waiver.reason, until: waiver.until } };
  });
}

/** What whoever reads the report should know of the waivers: which have ended, and which are not needed. */
export function waiverNotes(
  milestones: readonly Judged[],
  config: Config,
  day: string | null,
): readonly Note[] {
  return config.waivers.flatMap((waiver): readonly Note[] => {
    const note = (text: string): readonly Note[] => [{ path: config.path, line: waiver.line, text }];
    const named = milestones.flatMap(({ id, requirements }) =>
      requirements.filter((one) => names(waiver, id, one.id)),
    );
    if (named.length === 0) return note(unknown(waiver.requirement, milestones));
    if (hasEnded(waiver, day))
      return note(`the waiver of '${waiver.requirement}' ended on ${waiver.until}: it is judged again`);
    if (named.every(({ verdict }) => verdict === 'met'))
      return note(`the waiver of '${waiver.requirement}' is not needed: it is met; take the waiver out`);
    if (waiver.until !== null && day === null)
      return note(`whether the waiver of '${waiver.requirement}' has ended cannot be told without a commit`);
    return [];
  });
}

function unknown(requirement: string, milestones: readonly Judged[]): string {
  const known = milestones.flatMap((one) => one.requirements.map(({ id }) => id));
  const close = nearest(requirement.replace(/^.*\//, ''), known);
  const judged = milestones.map(({ id }) => id).join(' and ');
  const meant = close === null ? '' : `; did you mean '${close}'?`;
  return `the waiver of '${requirement}' is not used: there is no such requirement in ${judged}${meant}`;
}

function names({ requirement }: ConfiguredWaiver, milestone: string, id: string): boolean {
  return requirement === id || requirement === `${milestone}/${id}`;
}

/** Dates of this form compare as text. */
function hasEnded({ until }: ConfiguredWaiver, day: string | null): boolean {
  return until !== null && day !== null && day > until;
}
