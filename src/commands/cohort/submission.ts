/** One submission from its address to what is kept of it. Whatever goes wrong is an outcome. */
import { createHash } from 'node:crypto';
import type { Reading } from '../../audit.ts';
import { auditSubmission } from '../../audit-submission.ts';
import { NO_PRINTS, withoutGiven } from '../../cohort/similarity/prints.ts';
import { judgedOf } from '../../cohort/summary.ts';
import { UserError } from '../../errors.ts';
import type { Outcome } from '../../model/cohort.ts';
import type { Repository } from '../../repository/repository.ts';
import { configured } from '../configured.ts';
import { contentsOf } from './contents.ts';
import type { Opened } from './open.ts';
import type { Stored } from './rows-file.ts';
import type { Setting, Task } from './work.ts';

/** A repository that is there, one that has not changed, or nothing that could be judged. */
export type Opening = Opened | { readonly unchanged: true } | { readonly absent: string };

export interface Means {
  readonly open: (task: Task) => Promise<Opening>;
  readonly reading: Reading;
}

/** null where what was found earlier still stands. Never throws. */
export async function rowOf(task: Task, setting: Setting, means: Means): Promise<Stored | null> {
  const { key } = task.entry;
  try {
    const opening = await means.open({ ...task, tag: tagFor(task, setting) });
    if ('unchanged' in opening) return null;
    if ('absent' in opening) return unstamped(key, { kind: 'absent', reason: opening.absent });
    try {
      return await judged(task, opening, setting, means.reading);
    } finally {
      opening.close();
    }
  } catch (error) {
    return unstamped(key, failureOf(error));
  }
}

async function judged(
  task: Task,
  opened: Opened,
  setting: Setting,
  reading: Reading,
): Promise<Stored | null> {
  const { entry } = task;
  const starter = setting.starters[entry.assignment] ?? null;
  const contents = await contentsOf(opened.repository);
  const stamp = stampOf(opened.repository, contents, task, setting);
  if (stamp === task.stamp) return null;
  if (opened.repository.entries.length === 0)
    return unstamped(entry.key, { kind: 'absent', reason: 'the repository is empty' });
  if (starter !== null && contents.every((one) => starter.files.includes(one)))
    return unstamped(entry.key, { kind: 'absent', reason: 'it holds the starter code, as it was given' });
  const { repository, config } = await configured(opened.repository, setting.config ? undefined : false);
  const { tool, milestones } = setting;
  const request = { choices: entry.milestones, milestones, config, reading, tool };
  const { report, prints } = await auditSubmission(repository, request);
  const [milestone] = report.milestones;
  if (milestone === undefined) throw new Error('nothing was judged');
  const day = repository.history?.date?.slice(0, 10) ?? null;
  const outcome = judgedOf({ report, day, renamed: opened.renamed }, milestone);
  const own = starter === null ? prints : withoutGiven(prints, starter.prints);
  const tag = opened.tag === null ? null : `${settingOf(task, setting)} ${opened.tag}`;
  return { key: entry.key, stamp, tag, outcome, prints: own };
}

/** What decides an outcome: the files, the history behind them, and the rules. The same stamp, the same row. */
function stampOf(
  repository: Repository,
  contents: readonly string[],
  { entry }: Task,
  setting: Setting,
): string {
  const { revision, history, folder, entries } = repository;
  const { tool, config, starters } = setting;
  const kinds = entries.map(({ link, tracked }) => [link, tracked]);
  const parts = [
    revision,
    folder,
    history?.count,
    contents,
    kinds,
    entry.milestones,
    tool,
    config,
    starters[entry.assignment]?.digest,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** What decides an outcome beside the repository: a tag says nothing of it, and counts only under the same. */
function settingOf({ entry }: Task, { tool, config, starters }: Setting): string {
  const parts = [entry.milestones, tool, config, starters[entry.assignment]?.digest];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function tagFor(task: Task, setting: Setting): string | null {
  const start = `${settingOf(task, setting)} `;
  return task.tag?.startsWith(start) ? task.tag.slice(start.length) : null;
}

function unstamped(key: string, outcome: Outcome): Stored {
  return { key, stamp: null, tag: null, outcome, prints: NO_PRINTS };
}

/** Nothing in it is nothing handed in; a fault of our own costs the others nothing, and is told as one. */
function failureOf(error: unknown): Outcome {
  if (error instanceof UserError) {
    if (error.code === 'empty') return { kind: 'absent', reason: 'the repository is empty' };
    return { kind: 'failed', reason: error.message, hint: error.hint };
  }
  const words = error instanceof Error ? error.message.slice(0, 200) : 'unknown reason';
  return {
    kind: 'failed',
    reason: `this is our fault: ${words}`,
    hint: 'Please report it with the repository and the command that you ran.',
  };
}
