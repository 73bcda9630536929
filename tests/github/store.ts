/** What the loopback GitHub remembers: comments, check runs, pull requests. */
import type { Setting } from './loopback.ts';

export interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Comment {
  readonly id: number;
  readonly node_id: string;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
}

export interface Check {
  readonly id: number;
  readonly name: string;
  readonly head_sha: string;
  external_id: string;
  status: string;
  conclusion: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  readonly annotations: Readonly<Record<string, unknown>>[];
}

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  /** `owner:branch`. */
  readonly label: string;
  /** `owner/name` of the head; null where the fork is gone. */
  readonly from: string | null;
}

export interface Store {
  readonly comments: Comment[];
  readonly checks: Check[];
  readonly pulls: PullRequest[];
  readonly minimised: string[];
}

/** Ids of different kinds do not meet. */
const FIRST_COMMENT = 1000;
const FIRST_CHECK = 5000;

export const storeAnswers = { rest, graphql };

function rest(store: Store, asked: Asked, setting: Setting): Answer | null {
  const { route, path, query } = asked;
  const body = Object(asked.body) as { body?: string } & Partial<Check> & {
      output?: { annotations?: Readonly<Record<string, unknown>>[] };
    };
  const check = store.checks.find(({ id }) => String(id) === path.check_run_id);
  switch (route) {
    case 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments':
      return page(store.comments, query);
    case 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': {
      const user = setting.user ?? { login: 'github-actions[bot]', type: 'Bot' };
      return { status: 201, data: comment(store, body.body ?? '', user) };
    }
    case 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': {
      const found = store.comments.find(({ id }) => String(id) === path.comment_id);
      if (found === undefined) return missing;
      found.body = body.body ?? '';
      return { status: 200, data: found };
    }
    case 'GET /repos/{owner}/{repo}/pulls': {
      const found = store.pulls.filter(({ label }) => label === query.get('head'));
      return page(
        found.map((pull) => shown(pull, setting)),
        query,
      );
    }
    case 'GET /repos/{owner}/{repo}/pulls/{pull_number}': {
      const found = store.pulls.find(({ number }) => String(number) === path.pull_number);
      return found === undefined ? missing : { status: 200, data: shown(found, setting) };
    }
    case 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': {
      const named = store.checks.filter(
        ({ name, head_sha }) => head_sha === path.ref && name === query.get('check_name'),
      );
      const latest = query.get('filter') === 'all' ? named : named.slice(-1);
      return { status: 200, data: { total_count: latest.length, check_runs: latest } };
    }
    case 'POST /repos/{owner}/{repo}/check-runs':
      return { status: 201, data: created(store, body) };
    case 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}':
      return check === undefined ? missing : { status: 200, data: check };
    case 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations':
      return check === undefined ? missing : page(check.annotations, query);
    case 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}':
      return check === undefined ? missing : { status: 200, data: updated(check, body) };
    default:
      return null;
  }
}

function graphql(store: Store, body: unknown): Answer {
  const { query, variables } = body as { query: string; variables: { id: string } };
  const known = store.comments.some(({ node_id }) => node_id === variables.id);
  if (!query.includes('minimizeComment') || !known)
    return { status: 200, data: { errors: [{ message: 'no' }] } };
  store.minimised.push(variables.id);
  return { status: 200, data: { data: { minimizeComment: { clientMutationId: null } } } };
}

const missing: Answer = { status: 404, data: { message: 'Not Found' } };

/** Puts a comment there, as somebody. */
export function comment(store: Store, body: string, user: Comment['user']): Comment {
  const id = FIRST_COMMENT + store.comments.length;
  const made = { id, node_id: `IC_${id}`, body, user };
  store.comments.push(made);
  return made;
}

function created(store: Store, body: Partial<Check> & { output?: unknown }): Check {
  const check: Check = {
    id: FIRST_CHECK + store.checks.length,
    name: body.name ?? '',
    head_sha: body.head_sha ?? '',
    external_id: body.external_id ?? '',
    status: body.status ?? 'queued',
    conclusion: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
  };
  store.checks.push(check);
  return updated(check, body);
}

/** The output is replaced whole, what it does not name becomes null; annotations are added. */
function updated(check: Check, body: Partial<Check> & { output?: unknown }): Check {
  const { output } = body as { output?: Partial<Check['output']> & { annotations?: Check['annotations'] } };
  if (body.external_id !== undefined) check.external_id = body.external_id;
  if (body.status !== undefined) check.status = body.status;
  if (body.status === 'in_progress') check.conclusion = null;
  if (body.conclusion !== undefined) check.conclusion = body.conclusion;
  if (output !== undefined) {
    const { title = null, summary = null, text = null } = output;
    check.output = { title, summary, text };
    check.annotations.push(...(output.annotations ?? []));
  }
  return check;
}

function shown({ number, head, base, from }: PullRequest, { repository = 'owner/name' }: Setting) {
  const into = { full_name: repository };
  return {
    number,
    head: { sha: head, repo: from === null ? null : { full_name: from } },
    base: { sha: base, repo: into },
  };
}

function page(list: readonly unknown[], query: URLSearchParams): Answer {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const number = Number(query.get('page') ?? 1);
  return { status: 200, data: list.slice((number - 1) * size, number * size) };
}
