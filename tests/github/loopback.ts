/**
 * GitHub on loopback, as far as the Action asks it: requests are validated, lists are paginated, annotations are added and
 * not replaced, a token can do what its permissions say, and any answer can be made to fail.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gitAnswers } from './git-answers.ts';
import { type Known, knownAnswers } from './known-answers.ts';
import { match } from './rules.ts';
import { type Answer, type Asked, type Store, storeAnswers } from './store.ts';

export interface Seen {
  readonly route: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

export interface Fault {
  /** Part of the route, `POST /repos/{owner}/{repo}/check-runs` say. */
  readonly route: string;
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How often, 1 where left out. */
  readonly times?: number;
  /** Milliseconds until there is an answer. */
  readonly after?: number;
  /** The request is heard, only its answer is lost. */
  readonly afterwards?: boolean;
}

export interface Setting {
  /** `owner/name`. */
  readonly repository?: string;
  /** A folder with a Git repository that holds every commit that is asked for. */
  readonly git?: string;
  readonly pulls?: Store['pulls'];
  /** What the token may do besides reading. */
  readonly write?: readonly ('checks' | 'comments')[];
  /** Who the token is; null for one of an installation, which cannot tell. */
  readonly user?: { readonly login: string; readonly type: string } | null;
  /** What it knows of the repository beside its code. */
  readonly known?: Known;
  /** Path before every route: `/api/v3` on an enterprise server. */
  readonly prefix?: string;
}

export interface GitHub {
  readonly api: string;
  readonly token: string;
  readonly repository: string;
  readonly seen: readonly Seen[];
  readonly store: Store;
  readonly fail: (fault: Fault) => void;
  /** Statuses of the requests to a route. */
  readonly statuses: (route: string) => readonly number[];
}

export interface Loopback extends GitHub {
  readonly close: () => void;
}

export const TOKEN = 'ghs_1234_token.of.a.test';

export async function startLoopback(setting: Setting = {}): Promise<Loopback> {
  const { repository = 'owner/name', prefix = '' } = setting;
  const seen: Seen[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const store: Store = { comments: [], checks: [], pulls: [...(setting.pulls ?? [])], minimised: [] };

  function answer(method: string, url: URL, body: unknown, token: string): Answer {
    const path = url.pathname.slice(prefix.length);
    if (token !== TOKEN) return { status: 401, data: { message: 'Bad credentials' } };
    if (url.pathname.endsWith('/graphql')) return storeAnswers.graphql(store, body);
    const found = match(method, path, url.searchParams, body);
    if (found === null) return { status: 404, data: { message: 'Not Found' } };
    if (path === '/user') return whoAmI();
    if (`${found.path.owner}/${found.path.repo}` !== repository)
      return { status: 404, data: { message: 'Not Found' } };
    if (method !== 'GET' && !mayWrite(path)) {
      return { status: 403, data: { message: 'Resource not accessible by integration' } };
    }
    if (found.complaint !== null) return { status: 422, data: { message: found.complaint } };
    const asked: Asked = { route: found.route, path: found.path, query: url.searchParams, body };
    return (
      knownAnswers(asked, setting.known) ??
      storeAnswers.rest(store, asked, setting) ??
      gitAnswers(asked, setting.git) ?? { status: 404, data: {} }
    );
  }

  function whoAmI(): Answer {
    if (setting.user) return { status: 200, data: setting.user };
    return { status: 403, data: { message: 'Resource not accessible by integration' } };
  }

  function mayWrite(path: string): boolean {
    const write = setting.write ?? ['checks', 'comments'];
    return write.includes(path.includes('/check-runs') ? 'checks' : 'comments');
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const method = request.method ?? 'GET';
    const body = await bodyOf(request);
    const path = url.pathname.slice(prefix.length);
    const route = match(method, path, url.searchParams, body)?.route ?? `${method} ${path}`;
    const fault = faults.find((one) => one.left > 0 && route.includes(one.fault.route));
    const heard = fault === undefined || fault.fault.afterwards === true;
    let result: Answer = heard
      ? answer(method, url, body, (request.headers.authorization ?? '').replace(/^token /, ''))
      : { status: 0, data: {} };
    if (fault !== undefined) {
      fault.left -= 1;
      if (fault.fault.after !== undefined)
        await new Promise((resolve) => void setTimeout(resolve, fault.fault.after));
      const { status, message = 'told to fail', headers } = fault.fault;
      result = { status, data: { message }, ...(headers === undefined ? {} : { headers }) };
    }
    seen.push({ route, path: `${path}${url.search}`, body, status: result.status });
    response.writeHead(result.status, { 'content-type': 'application/json', ...result.headers });
    response.end(JSON.stringify(result.data));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    api: `http://127.0.0.1:${port}${prefix}`,
    token: TOKEN,
    repository,
    seen,
    store,
    fail: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    close: () => void server.close(),
    statuses: (route) => seen.filter((one) => one.route.includes(route)).map(({ status }) => status),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}
