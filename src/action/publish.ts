/**
 * Posts the result, the best channel first: check run, comment, job summary, annotations in the log, the log. What one
 * channel cannot do the next says; none of it changes how the audit ended.
 */

import { differs } from '../difference.ts';
import type { Api } from '../github/api.ts';
import { type CheckRun, finishCheck, giveUpCheck, MOST_SUMMARY_BYTES } from '../github/check-run.ts';
import { type Annotation, MOST_COMMANDS, plain } from '../github/commands.ts';
import { markerOf, writeComment } from '../github/comment.ts';
import type { Subject } from '../github/event.ts';
import { Trouble } from '../github/retry.ts';
import { type Channel, explained, hopeless } from '../github/trouble.ts';
import { counted } from '../model/counted.ts';
import { changeSentence } from '../reporters/changed.ts';
import { prose } from '../reporters/markdown/escape.ts';
import { markdownOf } from '../reporters/markdown.ts';
import { range } from '../reporters/words.ts';
import { worded } from './files.ts';
import type { Inputs } from './inputs.ts';
import type { Result } from './result.ts';
import type { Runner } from './runner.ts';

export interface Publication {
  readonly runner: Runner;
  readonly api: Api | null;
  readonly subject: Subject;
  readonly inputs: Inputs;
  readonly result: Result;
  /** null where none was begun; a Trouble where it could not be. */
  readonly check: CheckRun | Trouble | null;
}

/** The runner drops a summary that is larger than 1 MiB, all of it. */
const MOST_STEP_SUMMARY_BYTES = 1_000_000;

/** Never throws for what GitHub does. */
export async function publish(publication: Publication): Promise<void> {
  const { runner, result, subject, inputs } = publication;
  const troubles: string[] = [];
  const none =
    subject.readOnly !== null && (inputs.check || inputs.comment !== 'off') ? hopeless(subject) : null;
  if (none !== null) troubles.push(none);
  const annotations = result.annotations.slice(0, inputs.annotations);
  const checked = await publishCheck(publication, annotations, troubles);
  await publishComment(publication, troubles);
  const summary = markdownOf(result.report, {
    ...options(publication, [...troubles]),
    verbose: true,
    most: { bytes: MOST_STEP_SUMMARY_BYTES },
    rest: 'in the JSON report',
  });
  if (!(await runner.summary(summary))) troubles.push('There is no job summary: the runner takes none.');
  runner.log(...log(publication, troubles));
  if (!checked) printAnnotations(runner, annotations);
  for (const reason of result.broken ?? []) runner.say('failure', `Gate not met: ${reason}`);
}

async function publishCheck(
  publication: Publication,
  annotations: readonly Annotation[],
  troubles: string[],
): Promise<boolean> {
  const { api, check, result } = publication;
  if (check instanceof Trouble) troubles.push(explained('check', check));
  if (api === null || check === null || check instanceof Trouble) return false;
  const { broken, report } = result;
  const done = await attempt('check', troubles, () =>
    finishCheck(api, check, {
      // Without a gate there is nothing to fail, and a success would be a judgement that nobody asked for.
      conclusion: broken === null ? 'neutral' : broken.length > 0 ? 'failure' : 'success',
      title: plain(headline(result)),
      summary: markdownOf(report, {
        ...options(publication, []),
        most: { bytes: MOST_SUMMARY_BYTES },
        rest: `in the [job summary](${publication.runner.page})`,
      }),
      annotations,
    }),
  );
  if (!done) await giveUpCheck(api, check, 'The audit ended, but its result could not be published here.');
  return done;
}

async function publishComment(publication: Publication, troubles: string[]): Promise<void> {
  const { api, subject, inputs, result, runner } = publication;
  const { pull, head } = subject;
  if (api === null || pull === null || head === null || subject.readOnly !== null) return;
  if (inputs.comment === 'off') return;
  const { difference, broken } = result;
  const wanted =
    inputs.comment === 'always' ||
    (inputs.comment === 'on-change' && (difference === null || differs(difference))) ||
    (inputs.comment === 'on-failure' && broken !== null && broken.length > 0);
  await attempt('comment', troubles, async () => {
    const outcome = await writeComment(api, {
      pull: pull.number,
      marker: markerOf('milestone-auditor', inputs.milestone ?? 'auto', inputs.path),
      run: { id: runner.runId, attempt: runner.attempt, head },
      author: inputs.commentAuthor,
      wanted,
      body: (characters) =>
        markdownOf(result.report, {
          ...options(publication, troubles),
          most: { characters },
          rest: `in the [job summary](${runner.page})`,
        }),
    });
    if (outcome === 'stale')
      troubles.push('The comment was left as it is: a newer commit or a newer run has the word.');
  });
}

/** The words that every channel has around the report. */
function options({ result, runner, inputs }: Publication, troubles: readonly string[]) {
  const { difference, notices, broken, report } = result;
  const gates = (broken ?? []).map((reason) => `> [!WARNING]\n> Gate not met: ${prose(reason)}`);
  const met = broken?.length === 0 && inputs.comment === 'on-failure' ? ['The gate is met.'] : [];
  const said = [...notices, ...troubles].map((sentence) => `> [!NOTE]\n> ${sentence}`);
  const rules = `milestone-auditor ${report.tool.version}, rules \`${report.tool.rules}\``;
  return {
    ...(difference === null ? {} : { difference }),
    notices: [...gates, ...met, ...said],
    footer: `_[Job summary](${runner.page}) · ${rules}_`,
  };
}

function headline({ report, difference }: Result): string {
  const [milestone] = report.milestones;
  const now = milestone === undefined ? '' : `${milestone.title}: ${range(milestone.score)}`;
  return difference && differs(difference) ? `${now} (${changeSentence(difference)})` : now;
}

/** The title, and what is below it. */
function log({ result, runner, subject }: Publication, troubles: readonly string[]): [string, string] {
  const { report, difference, notices } = result;
  const sentences = [...notices, ...troubles].map((sentence) => `Note: ${sentence}`);
  const about = subject.pull === null ? subject.event : `${subject.event} #${subject.pull.number}`;
  const text = [`${about} of ${runner.repository}`, worded('terminal', report, difference), ...sentences];
  return [headline(result), text.join('\n')];
}

/** What the check run would have shown, as far as the runner takes it: it drops the rest without a word. */
function printAnnotations(runner: Runner, annotations: readonly Annotation[]): void {
  for (const level of ['failure', 'warning', 'notice'] as const) {
    const all = annotations.filter((one) => one.level === level);
    const shown = all.length > MOST_COMMANDS ? all.slice(0, MOST_COMMANDS - 1) : all;
    for (const one of shown) runner.annotate(one);
    const more = all.length - shown.length;
    if (more > 0) runner.say(level, `… and ${counted(more, 'more place')}, in the job summary`);
  }
}

/** Whether it was done. Trouble with GitHub is told; anything else is ours. */
async function attempt(channel: Channel, troubles: string[], work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    troubles.push(explained(channel, error));
    return false;
  }
}
