/** What a run over all repositories found. */
import { PORTFOLIO } from '../../src/milestones/catalogue.ts';
import type { Labelled } from './labels.ts';
import { type Compared, grouped } from './measures.ts';
import type { Answer } from './workers.ts';

export interface Result {
  readonly rows: readonly Compared[];
  /** Those that were audited. */
  readonly repositories: number;
  /** Digest of the rules. */
  readonly rules: string;
  /** The slowest first. */
  readonly times: readonly { readonly repository: string; readonly milliseconds: number }[];
  readonly peakMegabytes: number;
  readonly recognition: Recognition;
  /** What was left out, and why; names no repository. */
  readonly notes: readonly string[];
  /** `owner/name: why` of audits that failed. */
  readonly failures: readonly string[];
}

/** How often `--milestone auto` is right, over the repositories that were asked. */
export interface Recognition {
  readonly asked: number;
  readonly right: number;
  /** 'cannot tell'. */
  readonly open: number;
  /** `owner/name: is this, taken for that`. */
  readonly wrong: readonly string[];
}

/** A labelled repository with what came of its audit; null where the process died. */
export interface Audited {
  readonly labelled: Labelled;
  readonly answer: Answer | null;
}

/** Verdicts without a rule are left out and said; a failed audit counts as wrong throughout. */
export function resultOf(audited: readonly Audited[], skipped: number): Result {
  const answers = audited.flatMap(({ answer }) => (answer ? [answer] : []));
  const ruled = new Set(answers.flatMap((one) => one.requirements));
  const all = audited.flatMap(({ labelled, answer }) =>
    labelled.labels.map((label): Compared => {
      const said = answer?.outcome.verdicts[`${label.milestone}/${label.requirement}`] ?? 'none';
      return { label, said };
    }),
  );
  const hasRule = ({ label }: Compared): boolean => ruled.has(`${label.milestone}/${label.requirement}`);
  const unruled = grouped(
    all.filter((row) => !hasRule(row)),
    ({ label }) => label.milestone,
  );
  const milestones = new Set([...ruled].map((one) => one.split('/')[0]));
  const notes = [...unruled].map(([milestone, rows]) => {
    const names = [...new Set(rows.map(({ label }) => label.requirement))].join(', ');
    const without = milestones.has(milestone) ? `there is no rule for ${names} yet` : 'it has no rules yet';
    return `${rows.length} verdicts of ${milestone} are not compared: ${without}`;
  });
  if (skipped > 0) notes.push(`${skipped} labelled repositories were not at hand`);
  const failures = audited.flatMap(({ labelled, answer }) => failureOf(labelled.repository, answer));
  if (failures.length > 0) notes.push(`${failures.length} audits failed; their verdicts count as wrong`);
  return {
    rows: all.filter(hasRule),
    repositories: audited.length,
    rules: answers[0]?.rules ?? 'unknown',
    times: audited
      .map(({ labelled, answer }) => ({
        repository: labelled.repository,
        milliseconds: answer?.outcome.milliseconds ?? 0,
      }))
      .sort((a, b) => b.milliseconds - a.milliseconds),
    peakMegabytes: Math.max(0, ...answers.map((one) => one.peakKilobytes / 1024)),
    recognition: recognitionOf(audited),
    notes,
    failures,
  };
}

function recognitionOf(audited: readonly Audited[]): Recognition {
  const asked = audited.flatMap(({ labelled, answer }) => {
    const said = answer?.outcome.recognised;
    return said === undefined || labelled.milestone === PORTFOLIO ? [] : [{ labelled, said }];
  });
  const wrong = asked.filter(({ labelled, said }) => said !== labelled.milestone);
  return {
    asked: asked.length,
    right: asked.length - wrong.length,
    open: wrong.filter(({ said }) => said === null).length,
    wrong: wrong.map(
      ({ labelled, said }) =>
        `${labelled.repository}: is ${labelled.milestone}, taken for ${said ?? 'nothing: cannot tell'}`,
    ),
  };
}

/** One line where the audit failed. */
export function failureOf(repository: string, answer: Answer | null): readonly string[] {
  const why = answer === null ? 'the process died or took too long' : answer.outcome.failure;
  return why === null ? [] : [`${repository}: ${why}`];
}
