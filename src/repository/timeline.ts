/** The commits that a branch was made of, one after the other: merges count as one, what they bring in does not. */
import type { Git } from './git.ts';

export interface TimelineEntry {
  readonly revision: string;
  /** ISO 8601, the author's date. */
  readonly date: string;
  readonly subject: string;
  readonly tags: readonly string[];
}

const MOST = 20_000;
const FIELDS = ['%H', '%aI', '%<(200,trunc)%s', '%D'];

/** Oldest first. `since` is left out itself; null for all. Rejects as Git does. */
export async function timelineOf(
  git: Git,
  until: string,
  since: string | null,
): Promise<readonly TimelineEntry[]> {
  const log = await git(
    'log',
    '-z',
    '--first-parent',
    '--no-show-signature',
    '--no-color',
    '--decorate=full',
    `--max-count=${MOST}`,
    `--format=${FIELDS.join('%x00')}`,
    since === null ? until : `${since}..${until}`,
    '--',
  );
  const values = log.split('\0');
  const entries: TimelineEntry[] = [];
  for (let at = 0; at + FIELDS.length <= values.length; at += FIELDS.length) {
    const [revision = '', date = '', subject = '', names = ''] = values.slice(at, at + FIELDS.length);
    const tags = [...names.matchAll(/tag: refs\/tags\/([^,]+)/g)].map(([, tag = '']) => tag);
    entries.push({ revision: revision.trim(), date, subject: subject.trim(), tags });
  }
  return entries.reverse();
}
