/** GitHub's API for one repository. Octokit is loaded with the first question: most audits never ask one. */
import type { Octokit } from '@octokit/rest';
import { type Retry, retrying, Trouble } from './retry.ts';

export interface Api {
  /** Parameters of every route below `/repos/{owner}/{repo}`. */
  readonly repo: { readonly owner: string; readonly repo: string };
  /** `https://github.com/owner/name`, for links. */
  readonly url: string;
  /** Asks, and again where that may help. `again` looks for what a lost answer may have created. Throws a Trouble. */
  readonly ask: <T>(
    question: (octokit: Octokit) => Promise<{ readonly data: T }>,
    again?: () => Promise<T | null>,
  ) => Promise<T>;
  /** All pages of a list, up to `most` entries. */
  readonly all: <T>(
    page: (octokit: Octokit, page: number, perPage: number) => Promise<{ readonly data: readonly T[] }>,
    most?: number,
  ) => Promise<readonly T[]>;
  /** A GraphQL mutation whose answer does not matter. */
  readonly mutate: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Of one request. */
const SILENCE_MS = 30_000;
const PER_PAGE = 100;
const MOST_LISTED = 5000;

/** Where a repository is found. */
export interface Home {
  /** `owner/name`. */
  readonly repository: string;
  /** Address of the pages (`https://github.com`). */
  readonly server: string;
  /** Address of the API (`https://api.github.com`; GraphQL's is derived from it). */
  readonly api: string;
}

/** How the API is asked, where it is not as usual. */
export interface Manner {
  readonly fetch?: typeof fetch;
  /** Told how long GitHub asks to be left alone. */
  readonly waiting?: (milliseconds: number) => void;
  /** Milliseconds of all waits together; two minutes where it is left out. */
  readonly longest?: number;
}

/** Without a token only what is public is given, and few questions are answered. */
export function apiOf({ repository, server, api }: Home, token: string | null, manner: Manner = {}): Api {
  const [owner = '', repo = ''] = repository.split('/');
  const retry: Retry = retrying({
    sleep: (milliseconds) => {
      manner.waiting?.(milliseconds);
      return new Promise((resolve) => void setTimeout(resolve, milliseconds));
    },
    now: Date.now,
    ...(manner.longest === undefined ? {} : { longest: manner.longest }),
  });
  let loading: Promise<Octokit> | null = null;
  const octokit = (): Promise<Octokit> => {
    loading ??= load(api, token, manner);
    return loading;
  };
  const ask: Api['ask'] = async (question, again) => {
    const client = await octokit();
    return retry(async () => (await question(client)).data, again);
  };
  return {
    repo: { owner, repo },
    url: `${server}/${repository}`,
    ask,
    async all(page, most = MOST_LISTED) {
      const found = [];
      for (let number = 1; found.length < most; number += 1) {
        const entries = await ask((client) => page(client, number, PER_PAGE));
        found.push(...entries);
        if (entries.length < PER_PAGE) break;
      }
      return found.slice(0, most);
    },
    async mutate(query, variables) {
      const client = await octokit();
      await retry(async () => {
        await client.graphql(query, variables);
        return true;
      });
    },
  };
}

async function load(baseUrl: string, token: string | null, { fetch }: Manner): Promise<Octokit> {
  const { Octokit: Client } = await import('@octokit/rest');
  const client = new Client({
    baseUrl,
    userAgent: 'milestone-auditor',
    log: silent(),
    ...(token === null ? {} : { auth: token }),
    ...(fetch === undefined ? {} : { request: { fetch } }),
  });
  client.hook.before('request', (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(SILENCE_MS) };
  });
  return client;
}

/** Octokit would print warnings, and whatever is printed is read by the runner. */
function silent(): Record<'debug' | 'info' | 'warn' | 'error', () => void> {
  const nothing = (): void => {};
  return { debug: nothing, info: nothing, warn: nothing, error: nothing };
}

/** The answer, or null where GitHub refuses or does not answer. */
export async function quietly<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Trouble) return null;
    throw error;
  }
}
