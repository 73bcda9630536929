/** GitHub's API for one repository. Octokit is loaded with the first question: most audits never ask one. */
import type { Octokit } from '@octokit/rest';
import {
  breath,
  type Patience,
  type Plugin,
  patient,
  Trouble,
  troubleOf,
  type Waits,
  waitsOf,
} from './retry.ts';

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
export interface Manner extends Patience {
  readonly fetch?: typeof fetch;
}

/** After so many questions without any answer nothing is asked any more. */
const SILENT = 2;

/** Without a token only what is public is given, and few questions are answered. */
export function apiOf({ repository, server, api }: Home, token: string | null, manner: Manner = {}): Api {
  const [owner = '', repo = ''] = repository.split('/');
  const waits = waitsOf(manner);
  let loading: Promise<Clients> | null = null;
  let unanswered = 0;
  const answer = async <T>(question: (clients: Clients) => Promise<T>): Promise<T> => {
    if (unanswered >= SILENT) throw new Trouble('unavailable', 0, 'GitHub did not answer before');
    loading ??= load(api, token, manner, waits);
    const clients = await loading;
    try {
      const answered = await question(clients);
      unanswered = 0;
      return answered;
    } catch (error) {
      const trouble = troubleOf(error);
      unanswered = trouble.status === 0 ? unanswered + 1 : 0;
      throw trouble;
    }
  };
  const ask: Api['ask'] = async (question, again) => {
    if (again === undefined) return answer(async ({ usual }) => (await question(usual)).data);
    for (let tries = 1; ; tries += 1) {
      try {
        return await answer(async ({ once }) => (await question(once)).data);
      } catch (error) {
        const lost = error instanceof Trouble && error.reason === 'unavailable';
        if (!lost || !waits.worth(breath(tries), tries)) throw error;
        await waits.pause(breath(tries));
        const done = await again();
        if (done !== null) return done;
      }
    }
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
      await answer(({ usual }) => usual.graphql(query, variables));
    },
  };
}

interface Clients {
  readonly usual: Octokit;
  /** For what may be heard although its answer is lost: it is not asked again before somebody looked. */
  readonly once: Octokit;
}

async function load(
  baseUrl: string,
  token: string | null,
  { fetch }: Manner,
  waits: Waits,
): Promise<Clients> {
  const [{ Octokit: Plain }, { retry }, { throttling }] = await Promise.all([
    import('@octokit/rest'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const client = (once: boolean): Octokit => {
    const Client = Plain.plugin(silenced, patient(waits, once), retry, throttling);
    return new Client({
      baseUrl,
      userAgent: 'milestone-auditor',
      log: silent(),
      ...waits.options,
      ...(token === null ? {} : { auth: token }),
      ...(fetch === undefined ? {} : { request: { fetch } }),
    });
  };
  return { usual: client(false), once: client(true) };
}

/** An Octokit plugin, the first one: each try has its own time. */
const silenced: Plugin = (octokit) => {
  octokit.hook.before('request', (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(SILENCE_MS) };
  });
};

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
