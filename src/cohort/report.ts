/** The report on a cohort, put together from its plan and whatever the shards found. Pure: any split gives the same. */
import type { CohortReport, CohortRow, CohortSheet, Outcome } from '../model/cohort.ts';
import type { Milestone, Report } from '../model.ts';
import type { CohortPlan, Entry } from './plan.ts';
import { type Earlier, progressOf } from './progress.ts';
import type { Results } from './results.ts';
import { distributionOf, statisticsOf, submissionsOf } from './statistics.ts';

export interface CohortParts {
  readonly tool: Report['tool'];
  readonly plan: CohortPlan;
  readonly results: Results;
  readonly milestones: readonly Milestone[];
  readonly earlier: Earlier | null;
  /** Wins over the plan's own day. */
  readonly since: string | null;
}

export function cohortReport(parts: CohortParts): CohortReport {
  const { tool, plan, results, milestones, earlier } = parts;
  const since = parts.since ?? plan.since ?? earlier?.asOf ?? null;
  const rows = plan.entries.map((entry): CohortRow => {
    const { key, learner, source } = entry;
    const outcome = results.get(key)?.outcome ?? unseen(entry, plan.shards);
    return { key, learner, source, outcome, ...progressOf(key, outcome, earlier, since) };
  });
  const days = rows.flatMap(({ outcome }) =>
    outcome.kind === 'judged' && outcome.repository.day !== null ? [outcome.repository.day] : [],
  );
  const keys = new Set(rows.map(({ key }) => key));
  return {
    schema: 1,
    kind: 'cohort',
    tool,
    title: plan.title,
    asOf: days.reduce<string | null>((newest, day) => (newest === null || day > newest ? day : newest), null),
    since,
    comparedWith: earlier?.asOf ?? null,
    sheets: sheetsOf(plan, rows, milestones),
    strays: plan.strays,
    gone: [...(earlier?.rows.keys() ?? [])].filter((key) => !keys.has(key)).sort(),
  };
}

/** Nobody is left out because a machine was lost. */
function unseen({ source, shard }: Entry, shards: number): Outcome {
  if (source === null) return { kind: 'absent', reason: 'there is no repository' };
  return {
    kind: 'failed',
    reason:
      shards > 1 ? `shard ${shard}/${shards} left no result` : 'the run stopped before it was looked at',
    hint:
      shards > 1
        ? 'Run the failed jobs again, and merge once more.'
        : 'Run the same command again: it goes on from there.',
  };
}

/** A sheet per milestone; what could not be judged stands with the milestone that it was meant for. */
function sheetsOf(
  plan: CohortPlan,
  rows: readonly CohortRow[],
  milestones: readonly Milestone[],
): readonly CohortSheet[] {
  const meant = new Map(
    plan.entries.map(({ key, milestones: choices }) => [
      key,
      choices.length === 1 ? (choices[0] ?? null) : null,
    ]),
  );
  const groups = new Map<string | null, CohortRow[]>();
  for (const { milestones: choices } of plan.assignments) for (const id of choices) groups.set(id, []);
  for (const row of rows) {
    const id = row.outcome.kind === 'judged' ? row.outcome.milestone : (meant.get(row.key) ?? null);
    const group = groups.get(id) ?? [];
    group.push(row);
    groups.set(id, group);
  }
  const order = [
    ...new Set(plan.assignments.flatMap((one) => one.milestones)),
    ...milestones.map(({ id }) => id),
    null,
  ];
  return [...new Set(order)].flatMap((id) => {
    const own = groups.get(id);
    return own === undefined || own.length === 0 ? [] : [sheetOf(id, own, milestones)];
  });
}

function sheetOf(
  id: string | null,
  rows: readonly CohortRow[],
  milestones: readonly Milestone[],
): CohortSheet {
  const milestone = milestones.find((one) => one.id === id);
  const submissions = submissionsOf(rows);
  return {
    milestone: id,
    title: milestone?.title ?? (id === null ? 'No milestone' : id),
    requirements: (milestone?.requirements ?? []).map((one) => statisticsOf(one, submissions)),
    distribution: distributionOf(submissions),
    rows,
  };
}
