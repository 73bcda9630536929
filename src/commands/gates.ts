/** The gates that a pipeline can set: a lowest score, and requirements that must be met. */
import { badOption, UserError, unknownRequirement } from '../errors.ts';
import type { Milestone, Report } from '../model.ts';

export interface Gates {
  /** Percent, against the low end of the milestone's score. */
  readonly failUnder: number | null;
  /** Ids of requirements, or `milestone/requirement`. */
  readonly require: readonly string[];
}

/** Reads `--fail-under`. Throws a UserError where it is no percentage. */
export function readPercent(option: string, value: string): number {
  const number = Number(value.trim().replace(/%$/, '').trim() || Number.NaN);
  if (!(number >= 0 && number <= 100)) throw badOption(option, value, 'a number from 0 to 100');
  if (number === 0 || number >= 1 || value.includes('%')) return number;
  throw new UserError({
    code: 'bad-option',
    message: `${option} ${value} would be less than one percent`,
    hint: `Did you mean ${Math.round(number * 1000) / 10}? For so little write ${value}%.`,
    exitCode: 2,
  });
}

/** Throws a UserError for an id that no milestone has, before anything is read. */
export function knownRequirements(
  wanted: readonly string[],
  milestones: readonly Milestone[],
  option = '--require',
): void {
  const known = milestones.flatMap((one) => one.requirements.flatMap(({ id }) => [id, `${one.id}/${id}`]));
  for (const id of wanted) if (!known.includes(id)) throw unknownRequirement(option, id, known);
}

/** Why the gates are not met, one sentence each. Throws a UserError for a requirement that does not exist. */
export function brokenGates(report: Report, gates: Gates, option = '--require'): readonly string[] {
  const broken: string[] = [];
  const [milestone] = report.milestones;
  if (milestone && gates.failUnder !== null) {
    // A tenth of a percent is what people can read; less must not decide.
    const low = Math.round(milestone.score.low * 1000) / 10;
    if (low < gates.failUnder) broken.push(`${milestone.id} scores ${low} %, below ${gates.failUnder} %`);
  }
  for (const wanted of gates.require) {
    const found = report.milestones.flatMap((one) =>
      one.requirements.filter(({ id }) => wanted === id || wanted === `${one.id}/${id}`),
    );
    if (found.length === 0) {
      const known = report.milestones.flatMap((one) => one.requirements.map(({ id }) => id));
      throw unknownRequirement(option, wanted, known);
    }
    for (const one of found) if (one.verdict !== 'met') broken.push(`${wanted} is ${one.verdict}, not met`);
  }
  return broken;
}

/**
 * The gates of several projects: each one's own score, and every project that a requirement is asked of. Where it is
 * asked of none, nobody has shown it.
 */
export function brokenGatesOf(
  projects: readonly { readonly source: string; readonly report: Report }[],
  { failUnder, require }: Gates,
): readonly string[] {
  const below = projects.flatMap(({ source, report }) =>
    brokenGates(report, { failUnder, require: [] }).map((reason) => `${source}: ${reason}`),
  );
  const lacking = require.flatMap((id) => {
    const asked = projects.filter(({ report }) => isAsked(id, report));
    if (asked.length === 0) return [`no project is judged by '${id}'`];
    return asked.flatMap(({ source, report }) =>
      brokenGates(report, { failUnder: null, require: [id] }).map((reason) => `${source}: ${reason}`),
    );
  });
  return [...below, ...lacking];
}

function isAsked(wanted: string, { milestones }: Report): boolean {
  return milestones.some((one) =>
    one.requirements.some(({ id }) => wanted === id || wanted === `${one.id}/${id}`),
  );
}
