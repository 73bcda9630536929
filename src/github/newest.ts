/** The newest commit of a repository with what leads up to it, asked with one or two questions, and with none that counts where nothing changed. */
import type { Api } from './api.ts';
import { authorsOf, commitsOf, type Past } from './contents.ts';
import { Trouble } from './retry.ts';

const PER_PAGE = 100;

export interface Newest {
  readonly commit: string;
  readonly tree: string;
  /** `owner/name` as GitHub has it now: a repository may have been renamed since. */
  readonly name: string;
  /** With it, GitHub answers "not modified" as long as there is no newer commit, and does not count the question. */
  readonly tag: string | null;
  readonly history: Past;
}

/** 'unchanged' since the tag, or 'empty' where there is no commit. Throws a {@link Trouble}. */
export async function newestOf(api: Api, tag: string | null): Promise<Newest | 'unchanged' | 'empty'> {
  try {
    const [answer] = await api.ask(async (octokit) => {
      const headers = tag === null ? {} : { 'if-none-match': tag };
      const found = await octokit
        .request('GET /repos/{owner}/{repo}/commits', { ...api.repo, per_page: PER_PAGE, headers })
        .catch((error: unknown) => {
          if (statusOf(error) === 304) return null;
          throw error;
        });
      return { data: found === null ? [] : [found] };
    });
    if (answer === undefined) return 'unchanged';
    const { data: commits, headers: said } = answer;
    const [head] = commits;
    if (head === undefined) return 'empty';
    const history = commitsOf(commits);
    return {
      commit: head.sha,
      tree: head.commit.tree.sha,
      name: nameIn(head.html_url) ?? `${api.repo.owner}/${api.repo.repo}`,
      tag: said.etag ?? null,
      history: {
        commits: history,
        count: /rel="last"/.test(said.link ?? '') ? await counted(api, head.sha) : history.length,
        authors: authorsOf(history),
        date: head.commit.author?.date ?? null,
        shallow: false,
      },
    };
  } catch (error) {
    // "Git Repository is empty."
    if (error instanceof Trouble && error.status === 409) return 'empty';
    throw error;
  }
}

/** A list of one per page has as many pages as there are commits, and GitHub says how many that are. */
async function counted(api: Api, sha: string): Promise<number> {
  return api.ask(async (octokit) => {
    const { headers } = await octokit.request('GET /repos/{owner}/{repo}/commits', {
      ...api.repo,
      sha,
      per_page: 1,
    });
    return { data: Number(/[?&]page=(\d+)[^>]*>; rel="last"/.exec(headers.link ?? '')?.[1] ?? PER_PAGE) };
  });
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : null;
}

/** `https://github.com/owner/name/commit/…` */
function nameIn(address: string | undefined): string | null {
  const [, name = null] = /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/commit\//.exec(address ?? '') ?? [];
  return name;
}
