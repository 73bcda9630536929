/** What a commit holds and where it comes from, as GitHub's API tells it. */
import type { Api } from './api.ts';

interface Item {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  readonly size: number;
}

/** One commit, with the parts of it that a repository is made of. Everything rejects with a Trouble. */
export interface Contents {
  readonly name: string;
  readonly url: string;
  /** `id` is that of its tree, where it is known already. */
  tree(
    commit: string,
    id?: string,
  ): Promise<{ readonly id: string; readonly items: readonly Item[]; readonly truncated: boolean }>;
  blob(id: string, path: string): Promise<Uint8Array | null>;
  history(commit: string, folder: string): Promise<Past>;
}

export interface Past {
  readonly commits: readonly {
    readonly id: string;
    readonly author: string;
    readonly date: string;
    readonly subject: string;
  }[];
  readonly count: number;
  readonly authors: number;
  readonly date: string | null;
  readonly shallow: boolean;
}

const PER_PAGE = 100;

export function contentsOf(api: Api): Contents {
  const heads = new Map<string, ReturnType<typeof head>>();
  const headOf = (commit: string) => {
    const known = heads.get(commit) ?? head(api, commit);
    heads.set(commit, known);
    return known;
  };
  return {
    name: `${api.repo.owner}/${api.repo.repo}`,
    url: api.url,
    async tree(commit, id) {
      const tree = id ?? (await headOf(commit)).tree.sha;
      const found = await api.ask((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
          ...api.repo,
          tree_sha: tree,
          recursive: '1',
        }),
      );
      const items = found.tree.flatMap(({ path, mode, type, sha, size }): readonly Item[] => {
        if (path === undefined || mode === undefined || sha === undefined || type === 'tree') return [];
        return [{ path, mode, id: sha, size: size ?? 0 }];
      });
      return { id: tree, items, truncated: found.truncated };
    },
    async blob(id) {
      const { content, encoding } = await api.ask((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...api.repo, file_sha: id }),
      );
      if (encoding !== 'base64') return new TextEncoder().encode(content);
      return Uint8Array.from(atob(content.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    },
    async history(commit, folder) {
      const { author } = await headOf(commit);
      const commits = await newest(api, commit, folder);
      // A page that is not full is the last one.
      const count = commits.length < PER_PAGE ? 0 : await counted(api, commit, folder);
      return {
        commits,
        count: Math.max(count, commits.length),
        authors: authorsOf(commits),
        date: author.date,
        shallow: false,
      };
    },
  };
}

function head(api: Api, commit: string) {
  return api.ask((octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
      ...api.repo,
      commit_sha: commit,
    }),
  );
}

async function newest(api: Api, commit: string, folder: string): Promise<Past['commits']> {
  const found = await api.ask((octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/commits', log(api, commit, folder)),
  );
  return commitsOf(found);
}

interface Found {
  readonly sha: string;
  readonly commit: {
    readonly author: { readonly name?: string; readonly email?: string; readonly date?: string } | null;
    readonly message: string;
  };
}

/** Commits as GitHub lists them, brought into the form of a history. */
export function commitsOf(found: readonly Found[]): Past['commits'] {
  return found.map(({ sha, commit: { author, message } }) => ({
    id: sha,
    author: `${(author?.name ?? '').slice(0, 120)} <${(author?.email ?? '').slice(0, 120)}>`,
    date: author?.date ?? '',
    subject: subjectOf(message).slice(0, 200),
  }));
}

/** People, told apart by their address. */
export function authorsOf(commits: Past['commits']): number {
  return new Set(commits.map(({ author }) => author.replace(/^.*</s, '<').toLowerCase())).size;
}

/** As Git reads it: the first paragraph, in one line. */
function subjectOf(message: string): string {
  const [first = ''] = message
    .replace(/\r\n/g, '\n')
    .trimStart()
    .split(/\n\s*\n/);
  return first
    .split('\n')
    .map((line) => line.trimEnd())
    .join(' ')
    .trim();
}

/** A list of one per page has as many pages as there are commits, and GitHub says how many that are. */
async function counted(api: Api, commit: string, folder: string): Promise<number> {
  const link = await api.ask(async (octokit) => {
    const page = { ...log(api, commit, folder), per_page: 1 };
    const { headers } = await octokit.request('GET /repos/{owner}/{repo}/commits', page);
    return { data: headers.link ?? '' };
  });
  return Number(/[?&]page=(\d+)[^>]*>; rel="last"/.exec(link)?.[1] ?? 0);
}

function log(api: Api, commit: string, folder: string) {
  return { ...api.repo, sha: commit, per_page: PER_PAGE, ...(folder === '' ? {} : { path: folder }) };
}
