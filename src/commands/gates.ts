/** The gates that a pipeline can set: a lowest score, and requirements that must be met. */
import { badOption } from '../errors.ts';
import type { Report } from '../model.ts';

export interface Gates {
  /** Percent, against the low end of the milestone's score. */
  readonly failUnder: number | null;
  /** Ids of requirements, or `milestone/requirement`. */
  readonly require: readonly string[];
}

/** Reads `--fail-under`. Throws a UserError where it is no percentage. */
export function readPercent(option: string, value: string): number {
  const number = Number(value.trim().replace(/%$/, '').trim() || Number.NaN);
  if (number >= 0 && number <= 100) return number;
  throw badOption(option, value, 'a number from 0 to 100');
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
      throw badOption(option, wanted, known);
    }
    for (const one of found) if (one.verdict !== 'met') broken.push(`${wanted} is ${one.verdict}, not met`);
  }
  return broken;
}
