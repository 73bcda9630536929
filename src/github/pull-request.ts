/** The pull request that another workflow ran for, found by what GitHub knows: an artifact could name any. */
import { type Api, quietly } from './api.ts';
import type { Pull, Source } from './event.ts';

export interface FoundPull extends Pull {
  readonly base: string;
}

/** null where none is open whose head is that commit: it was closed, or has moved on. Throws a Trouble. */
export async function findPull(api: Api, { owner, branch }: Source, head: string): Promise<FoundPull | null> {
  const pulls = await api.all(
    (octokit, page, perPage) =>
      octokit.request('GET /repos/{owner}/{repo}/pulls', {
        ...api.repo,
        state: 'open',
        head: `${owner}:${branch}`,
        page,
        per_page: perPage,
      }),
    300,
  );
  const found = pulls.find((pull) => pull.head.sha === head);
  if (found === undefined) return null;
  const fork = found.head.repo?.full_name.toLowerCase() !== found.base.repo.full_name.toLowerCase();
  return { number: found.number, fork, base: found.base.sha };
}

/** The commit from which two part; null where GitHub cannot tell. */
export async function mergeBase(api: Api, base: string, head: string): Promise<string | null> {
  const found = await quietly(
    api.ask((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...api.repo,
        basehead: `${base}...${head}`,
        per_page: 1,
      }),
    ),
  );
  return found?.merge_base_commit.sha ?? null;
}
