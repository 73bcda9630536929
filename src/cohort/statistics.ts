/** What the submissions to one milestone have in common. Pure arithmetic over rows. */
import type {
  CohortRow,
  CommonReason,
  Distribution,
  Example,
  Judged,
  RequirementStatistics,
} from '../model/cohort.ts';
import type { Readiness, Requirement, Verdict } from '../model.ts';

const REASONS = 3;

/** A row with what was judged of it. */
interface Submission {
  readonly key: string;
  readonly judged: Judged;
}

export function submissionsOf(rows: readonly CohortRow[]): readonly Submission[] {
  return rows.flatMap(({ key, outcome }) => (outcome.kind === 'judged' ? [{ key, judged: outcome }] : []));
}

export function statisticsOf(
  requirement: Requirement,
  submissions: readonly Submission[],
): RequirementStatistics {
  const { id, title, weight, effort, why, fix } = requirement;
  const cells = submissions.flatMap(({ key, judged }) => {
    const cell = judged.cells.find((one) => one.requirement === id);
    return cell === undefined ? [] : [{ key, cell, low: judged.score.low }];
  });
  const counts: Record<Verdict, number> = { met: 0, partial: 0, missing: 0, unverifiable: 0, waived: 0 };
  for (const { cell } of cells) counts[cell.verdict] += 1;
  const reasons = cells
    .filter(({ cell }) => cell.verdict === 'missing' || cell.verdict === 'partial')
    .map(({ cell }) => cell.reason);
  return { id, title, weight, effort, why, fix, counts, reasons: commonest(reasons), example: bestOf(cells) };
}

/** By number, then by text: no order of submissions decides. */
function commonest(reasons: readonly string[]): readonly CommonReason[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) if (reason !== '') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
    .slice(0, REASONS);
}

/** To show in class: of the best submission that meets it, then the one with most places, then by its key. */
function bestOf(
  cells: readonly { readonly key: string; readonly cell: Judged['cells'][number]; readonly low: number }[],
): Example | null {
  const [best] = cells
    .filter(({ cell }) => cell.verdict === 'met' && cell.place !== null && cell.place.text !== '')
    .sort((a, b) => b.low - a.low || b.cell.places - a.cell.places || (a.key < b.key ? -1 : 1));
  return best?.cell.place ? { key: best.key, place: best.cell.place } : null;
}

export function distributionOf(submissions: readonly Submission[]): Distribution {
  const scores = submissions.map(({ judged }) => judged.score);
  const lows = scores.map(({ low }) => low).sort((a, b) => a - b);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const low of lows) {
    const tenth = Math.min(9, Math.floor(low * 10));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  const readiness: Record<Readiness, number> = { ready: 0, nearly: 0, 'on the way': 0, started: 0 };
  for (const score of scores) readiness[score.readiness] += 1;
  return {
    judged: lows.length,
    median: quantile(lows, 0.5),
    lowerQuartile: quantile(lows, 0.25),
    upperQuartile: quantile(lows, 0.75),
    tenths,
    readiness,
  };
}

/** Between two neighbours, as spreadsheets do. `sorted` is in ascending order. */
function quantile(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return Math.round((below + (above - below) * (place - Math.floor(place))) * 1e6) / 1e6;
}
