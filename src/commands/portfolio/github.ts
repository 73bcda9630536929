/** Repositories on GitHub, read by its API: no clone, and private ones too where the token may read them. */
import { notCloned, UserError } from '../../errors.ts';
import { type Api, apiOf } from '../../github/api.ts';
import { contentsOf } from '../../github/contents.ts';
import { Trouble } from '../../github/retry.ts';
import { MOST_PROJECTS } from '../../portfolio/plan.ts';
import { openRemoteRevision } from '../../repository/remote-revision.ts';
import type { Repository } from '../../repository/repository.ts';

export interface GitHubAccess {
  readonly token: string;
  /** Address of the pages, and of the API. */
  readonly server: string;
  readonly api: string;
  /** Told how long GitHub asks to be left alone. */
  readonly waiting: (milliseconds: number) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment gives, as in a workflow; null without a token. Waits are told on stderr, but where it is to be quiet. */
export function accessOf(environment: Environment, quiet = false): GitHubAccess | null {
  const token = environment.GITHUB_TOKEN || environment.GH_TOKEN || '';
  return token === '' ? null : { token, ...homeOf(environment), waiting: quiet ? () => {} : sayWait };
}

function sayWait(milliseconds: number): void {
  process.stderr.write(`GitHub asks to wait ${Math.ceil(milliseconds / 1000)} seconds …\n`);
}

/** The forge itself, which can be another one than github.com. */
export function homeOf(environment: Environment): { readonly server: string; readonly api: string } {
  const bare = (address: string): string => address.replace(/\/+$/, '');
  return {
    server: bare(environment.GITHUB_SERVER_URL || 'https://github.com'),
    api: bare(environment.GITHUB_API_URL || 'https://api.github.com'),
  };
}

/** `owner/repo` of a source that names a repository of this forge; null for any other. */
export function repositoryOnGitHub(source: string, server: string): string | null {
  if (/^[\w-]+\/[\w.-]+$/.test(source)) return source;
  if (!source.startsWith(`${server}/`)) return null;
  const [, path = ''] = /^\/?([^?#]*)/.exec(source.slice(server.length)) ?? [];
  const name = path.replace(/\/$/, '').replace(/\.git$/, '');
  return /^[\w-]+\/[\w.-]+$/.test(name) ? name : null;
}

/** A commit on GitHub, and by what it is asked. */
export interface Fetched {
  readonly repository: Repository;
  readonly api: Api;
  readonly commit: string;
}

/** A branch, a tag or a commit; null for the newest commit of the default branch. Throws a UserError. */
export async function openOnGitHub(
  repository: string,
  access: GitHubAccess,
  revision: string | null = null,
): Promise<Fetched> {
  const api = apiOf({ repository, ...access }, access.token, access);
  return told(repository, async () => {
    const newest = await api.ask((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/commits', {
        ...api.repo,
        sha: revision ?? 'HEAD',
        per_page: 1,
      }),
    );
    const [head] = newest;
    if (head === undefined) throw notCloned(repository, 'it has no commit');
    const opened = await openRemoteRevision(contentsOf(api), head.sha, { folder: '' });
    return { repository: opened, api, commit: head.sha };
  });
}

/** Names of a user's public repositories that are their own: no forks, nothing archived. */
export async function repositoriesOf(user: string, access: GitHubAccess): Promise<readonly string[]> {
  const api: Api = apiOf({ repository: `${user}/`, ...access }, access.token, access);
  const all = await told(user, () =>
    api.all(
      (octokit, page, size) =>
        octokit.request('GET /users/{username}/repos', {
          username: user,
          type: 'owner',
          sort: 'full_name',
          page,
          per_page: size,
        }),
      MOST_PROJECTS,
    ),
  );
  return all
    .filter(({ fork, archived, private: hidden }) => !fork && !archived && !hidden)
    .map((one) => one.full_name);
}

async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.status === 404)
      throw notCloned(what, 'there is no such thing on GitHub, or the token may not read it');
    throw new UserError({
      code: 'not-readable',
      message: `GitHub did not give '${what}': ${error.reason}${error.status > 0 ? ` (${error.status})` : ''}`,
      hint: 'Check the token and its rights, and try again later.',
      exitCode: 2,
    });
  }
}
