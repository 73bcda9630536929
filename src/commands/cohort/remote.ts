/** A submission on GitHub, read by its API with three questions: its newest commits, its files, and an archive of them. */
import { notCloned, UserError } from '../../errors.ts';
import { apiOf } from '../../github/api.ts';
import { archivedBlobs } from '../../github/archive.ts';
import { contentsOf } from '../../github/contents.ts';
import { newestOf } from '../../github/newest.ts';
import { Trouble } from '../../github/retry.ts';
import { openRemoteRevision } from '../../repository/remote-revision.ts';
import type { GitHubAccess } from '../portfolio/github.ts';
import type { Opening } from './submission.ts';

/** A limit of an hour, and some for the clocks to differ. */
const LONGEST_WAIT_MS = 65 * 60_000;

interface Asked {
  readonly repository: string;
  /** Of the earlier run. */
  readonly tag: string | null;
  /** GitHub asks for a pause. */
  readonly waiting: (milliseconds: number) => void;
}

/** Throws a UserError. */
export async function openOnGitHub(
  { repository, tag, waiting }: Asked,
  access: GitHubAccess,
): Promise<Opening> {
  const api = apiOf({ repository, ...access }, access.token, { longest: LONGEST_WAIT_MS, waiting });
  try {
    const newest = await newestOf(api, tag);
    if (newest === 'unchanged') return { unchanged: true };
    if (newest === 'empty') return { absent: 'the repository is empty' };
    const contents = contentsOf(api);
    const { items, truncated } = await contents.tree(newest.commit, newest.tree);
    const blobs = await archivedBlobs(api, newest.commit, new Set(items.map(({ id }) => id)));
    const forge = {
      ...contents,
      tree: async () => ({ id: newest.tree, items, truncated }),
      history: async () => newest.history,
    };
    const clone = { blob: async (id: string) => blobs.get(id) ?? null };
    const opened = await openRemoteRevision(forge, newest.commit, { folder: '', clone });
    const renamed = newest.name.toLowerCase() === repository.toLowerCase() ? null : newest.name;
    return { repository: opened, tag: newest.tag, renamed, close: () => {} };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.status === 404)
      return { absent: 'there is no such repository on GitHub, or the token may not read it' };
    throw refused(repository, error);
  }
}

function refused(repository: string, { reason, status }: Trouble): UserError {
  if (reason === 'limited')
    return notCloned(repository, 'the limit of requests to GitHub is reached for longer than an hour');
  return new UserError({
    code: 'not-readable',
    message: `GitHub did not give '${repository}': ${reason}${status > 0 ? ` (${status})` : ''}`,
    hint:
      reason === 'forbidden'
        ? 'The token may not read it: check its rights.'
        : 'Run the same command again later.',
    exitCode: 2,
  });
}
