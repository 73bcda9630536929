/** What changed since an earlier report on the same cohort: per learner, and who is stuck or new. Pure. */
import type { CohortReport, CohortRow, Judged, Outcome, RowChange } from '../model/cohort.ts';
import { earnedPoints } from '../score.ts';

export interface Earlier {
  readonly rows: ReadonlyMap<string, CohortRow>;
  readonly asOf: string | null;
}

export function earlierOf(report: Pick<CohortReport, 'sheets' | 'asOf'>): Earlier {
  const rows = report.sheets.flatMap((sheet) => sheet.rows);
  return { rows: new Map(rows.map((row) => [row.key, row])), asOf: report.asOf };
}

type Progress = Pick<CohortRow, 'change' | 'better' | 'isNew' | 'stuck'>;

/** `since` is the day that the mentor names, or that of the earlier report. */
export function progressOf(
  key: string,
  outcome: Outcome,
  earlier: Earlier | null,
  since: string | null,
): Progress {
  const before = earlier?.rows.get(key);
  const isNew = earlier !== null && before === undefined;
  if (outcome.kind !== 'judged') return { change: null, better: before?.better ?? null, isNew, stuck: false };
  const change = before === undefined ? null : changeOf(before, outcome);
  const better =
    before !== undefined && before.outcome.kind === 'judged' && (change?.better.length ?? 0) === 0
      ? before.better
      : outcome.repository.day;
  const ready = outcome.score.readiness === 'ready';
  const stuck = !ready && !isNew && since !== null && better !== null && isBefore(better, since, earlier);
  return { change, better, isNew, stuck };
}

/** With an earlier report of the same day, whoever changed nothing since is stuck too. */
function isBefore(better: string, since: string, earlier: Earlier | null): boolean {
  return earlier?.asOf === since ? better <= since : better < since;
}

function changeOf({ outcome }: CohortRow, now: Judged): RowChange {
  if (outcome.kind !== 'judged') return { before: null, better: [], worse: [] };
  const then = new Map(outcome.cells.map((cell) => [cell.requirement, cell.verdict]));
  const moved = now.cells.flatMap(({ requirement, verdict }) => {
    const was = then.get(requirement);
    if (was === undefined || outcome.milestone !== now.milestone) return [];
    // A weight is a common factor: any will do.
    const points = (one: typeof verdict): number => earnedPoints({ weight: 'high', verdict: one });
    return [{ requirement, effect: points(verdict) - points(was) }];
  });
  return {
    before: outcome.score.low,
    better: moved.filter(({ effect }) => effect > 0).map(({ requirement }) => requirement),
    worse: moved.filter(({ effect }) => effect < 0).map(({ requirement }) => requirement),
  };
}
