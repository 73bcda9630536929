/** What Git remembers of how a repository came to be. */
import type { Git } from './git.ts';
import { publicRemote } from './remote.ts';
import type { Commit, History } from './repository.ts';

export interface Past {
  /** The commit that HEAD names; null before the first one. */
  readonly revision: string | null;
  /** Of that commit. */
  readonly tree: string | null;
  readonly remote: string | null;
  /** null when it could not be read although there are commits. */
  readonly history: History | null;
}

/** Commits read one by one. */
const COMMITS = 10_000;

const FIELDS = ['%H', '%<(120,trunc)%an', '%<(120,trunc)%ae', '%aI', '%<(200,trunc)%s'];

/**
 * Reads the past of a revision in three or four processes at the same time. `prefix` is not '' for a sub-folder: only its
 * commits count then.
 */
export async function readPast(
  git: Git,
  prefix: string,
  { bound = COMMITS, revision: asked = 'HEAD' }: { readonly bound?: number; readonly revision?: string } = {},
): Promise<Past> {
  const where = prefix === '' ? [] : ['.'];
  const [head, origin, log, dated] = await Promise.all([
    answer(git('rev-parse', '--is-shallow-repository', '--quiet', asked, `${asked}^{tree}`)),
    answer(git('config', '--local', '--get', 'remote.origin.url')),
    answer(
      git(
        'log',
        '-z',
        '--no-show-signature',
        '--no-mailmap',
        '--no-decorate',
        '--no-color',
        `--max-count=${bound}`,
        `--format=${FIELDS.join('%x00')}`,
        asked,
        '--',
        ...where,
      ),
    ),
    // The newest commit of all of them is the audited one, and its date is known already.
    prefix === ''
      ? null
      : answer(git('log', '--no-show-signature', '--max-count=1', '--format=%aI', asked, '--')),
  ]);
  const [shallow = '', revision = '', tree = ''] = (head ?? '').split('\n');
  const remote = publicRemote(origin ?? '');
  if (!/^[0-9a-f]{40,64}$/.test(revision)) {
    return {
      revision: null,
      tree: null,
      remote,
      history: { commits: [], count: 0, authors: 0, date: null, shallow: false },
    };
  }
  if (log === null) return { revision, tree, remote, history: null };
  const commits = parseLog(log);
  const more =
    commits.length >= bound ? await answer(git('rev-list', '--count', asked, '--', ...where)) : null;
  const history: History = {
    commits,
    count: Math.max(commits.length, Number.parseInt(more ?? '0', 10) || 0),
    authors: new Set(commits.map((commit) => commit.author.replace(/^.*</s, '<').toLowerCase())).size,
    date: inUtc(dated?.trim() || (commits[0]?.date ?? '')),
    shallow: shallow.trim() === 'true',
  };
  return { revision, tree, remote, history };
}

/** As a forge tells it, so that a clone and a forge say the same of one commit. */
function inUtc(date: string): string | null {
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Reads `git log -z` of {@link FIELDS}. */
function parseLog(log: string): readonly Commit[] {
  const values = log.split('\0');
  const commits: Commit[] = [];
  for (let index = 0; index + FIELDS.length <= values.length; index += FIELDS.length) {
    const [id = '', name = '', mail = '', date = '', subject = ''] = values.slice(
      index,
      index + FIELDS.length,
    );
    commits.push({ id: id.trim(), author: `${name.trim()} <${mail.trim()}>`, date, subject: subject.trim() });
  }
  return commits;
}

async function answer(question: Promise<string>): Promise<string | null> {
  try {
    return await question;
  } catch {
    return null;
  }
}
