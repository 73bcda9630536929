/** The page that tells how right the verdicts are. It names requirements, never repositories. */
import { grouped, type Measures, measure, requirementOf } from './measures.ts';
import type { Result } from './result.ts';

const HEAD = `| agreement | where sure | kappa | met: precision | met: recall | majority guess |`;
const RULE = '| ---: | ---: | ---: | ---: | ---: | ---: |';

/** What was measured of a sample before anybody looked at its disagreements, or (`opened`) after work on them. */
export interface Sample {
  readonly sample: string;
  readonly opened: boolean;
  readonly date: string;
  readonly commit: string;
  readonly verdicts: number;
  /** Shares from 0 to 1; null where it was not measured. */
  readonly agreement: number;
  readonly sure: number | null;
  /** Of all but `complete`, of which half can only be judged by a reader. */
  readonly butComplete: number | null;
  /** Verdicts of high confidence, and how many of them are right. */
  readonly high: number | null;
  readonly highRight: number | null;
}

export function documentOf(result: Result, date: string, samples: readonly Sample[]): string {
  const { rows, repositories, rules } = result;
  const all = measure(rows);
  const byMilestone = grouped(rows, ({ label }) => label.milestone);
  const sections = [...byMilestone].map(([milestone, part]) => {
    const requirements = [...grouped(part, requirementOf)].map(
      ([name, some]) => `| ${name.slice(milestone.length + 1)} | ${some.length} ${cells(measure(some))}`,
    );
    return [`#### ${milestone}`, '', table('requirement', requirements)].join('\n');
  });
  return `${[
    '# Accuracy',
    '',
    'Written by `npm run accuracy`; do not edit it by hand. Reviewers who know the catalogue of requirements labelled real',
    'repositories, verdict by verdict, from their files alone. This page compares the verdicts of the program with theirs.',
    'Two reviewers who labelled the same repositories independently agreed on 95 % of the verdicts.',
    '',
    ...firstSightOf(samples),
    '## On the repositories that it was made with',
    '',
    'These labels guided the work. Agreement with them is a regression test and says little about other code: see above.',
    '',
    `- ${repositories} repositories, ${rows.length} verdicts, audited on ${date} with the rules \`${rules}\``,
    `- ${timeOf(result)}`,
    ...result.notes.map((one) => `- ${one}`),
    '',
    '_Kappa_ is weighted quadratically over missing, partial and met. _Precision_: of what the program calls met, the part',
    'that the reviewers call met; _recall_: the other way round. The _majority guess_ always says the commonest verdict of a',
    'requirement: what agreement is worth shows in the distance to it.',
    '',
    '### All of it',
    '',
    table('', [
      `| **all** | ${all.count} ${cells(all)}`,
      ...[...byMilestone].map(([name, part]) => `| ${name} | ${part.length} ${cells(measure(part))}`),
    ]),
    '',
    ...recognitionOf(result),
    '### By requirement',
    '',
    sections.join('\n\n'),
  ].join('\n')}\n`;
}

/** What is worth most: samples that nobody had looked at when they were measured. */
function firstSightOf(samples: readonly Sample[]): readonly string[] {
  return [
    '## On code that it was not tuned for',
    '',
    'Samples of some twenty repositories each, opened one at a time; of “own” ones (26 to 37 repositories) the project’s own readers',
    'made the labels from the catalogue, blind to the program. “Made” ones are small repositories (60 to 90 each) that were',
    'written from the catalogue, in forms as unusual as real ones, by writers who did not know the program. A row is recorded',
    'before a disagreement of its sample is read; only the movement of a sample that is still closed shows that work was general.',
    '',
    '| sample | state | date | commit | verdicts | agreement | where sure | without `complete` | of high confidence | of these right |',
    '| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...samples.map((one) => {
      const shares = [one.agreement, one.sure, one.butComplete, one.high, one.highRight].map(percent);
      const state = one.opened ? 'opened' : 'closed';
      return `| ${[one.sample, state, one.date, `\`${one.commit}\``, one.verdicts, ...shares].join(' | ')} |`;
    }),
    '',
  ];
}

function recognitionOf({ recognition }: Result): readonly string[] {
  const { asked, right, open } = recognition;
  if (asked === 0) return [];
  const wrong = asked - right - open;
  return [
    '### Recognition',
    '',
    `With \`--milestone auto\` the milestone is recognised for ${right} of ${asked} repositories (${percent(right / asked)}).`,
    `For ${open} the program says that it cannot tell and names the two nearest; ${wrong} are taken for something else.`,
    '',
  ];
}

function table(first: string, lines: readonly string[]): string {
  return [`| ${first} | verdicts ${HEAD}`, `| --- | ---: ${RULE}`, ...lines].join('\n');
}

function cells({ agreement, sure, kappa, precision, recall, majority }: Measures): string {
  const shown = [percent(agreement), percent(sure), hundredths(kappa), percent(precision), percent(recall)];
  return `| ${[...shown, percent(majority)].join(' | ')} |`;
}

function timeOf({ times, peakMegabytes }: Result): string {
  const sorted = times.map((one) => one.milliseconds).sort((a, b) => a - b);
  const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
  const median = sorted[sorted.length >> 1] ?? 0;
  return `${seconds(median)} for the median repository, ${seconds(sorted.at(-1) ?? 0)} for the slowest; at most ${peakMegabytes.toFixed(0)} MB of memory`;
}

export function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(0)} %`;
}

export function hundredths(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
