/** GitHub as a browser meets it: its API, and its raw files, each with the headers that let a page of another origin read. */
import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gitAnswers } from '../github/git-answers.ts';
import type { Answer } from '../github/store.ts';

export interface BrowsedGitHub {
  readonly api: string;
  readonly raw: string;
  /** `METHOD path`, with the token where one came. */
  readonly asked: string[];
  /** Questions that it answers still. */
  left: number;
  /** Milliseconds before each raw file. */
  slow: number;
  readonly close: () => Promise<void>;
}

/** What GitHub lets pages read of its answers. */
const EXPOSED =
  'ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset';
const TOKEN = 'token';

/** `repositories` are folders by `owner/name`; those in `hidden` are given to a token alone. */
export async function browsedGitHub(
  repositories: Readonly<Record<string, string>>,
  hidden: readonly string[] = [],
): Promise<BrowsedGitHub> {
  const asked: string[] = [];
  const github = { asked, left: 60, slow: 0 };
  /** A file of a commit never changes: Git is asked once for it. */
  const files = new Map<string, Buffer>();

  function api(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const [, owner = '', name = '', rest = ''] =
      /^\/api\/repos\/([^/]+)\/([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
    const repository = `${owner}/${name}`;
    const may = request.headers.authorization?.endsWith(TOKEN) === true;
    const folder = hidden.includes(repository) && !may ? undefined : repositories[repository];
    github.left -= 1;
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': EXPOSED,
      'x-ratelimit-limit': '60',
      'x-ratelimit-remaining': String(Math.max(0, github.left)),
      'x-ratelimit-reset': '4102444800',
      'content-type': 'application/json; charset=utf-8',
    };
    if (github.left < 0) {
      response.writeHead(403, headers).end('{"message":"API rate limit exceeded"}');
      return;
    }
    const answer = answerOf(rest, url.searchParams, folder);
    response.writeHead(answer.status, { ...headers, ...answer.headers }).end(JSON.stringify(answer.data));
  }

  function raw(response: ServerResponse, url: URL): void {
    const [, repository = '', commit = '', path = ''] =
      /^\/raw\/([^/]+\/[^/]+)\/([0-9a-f]{40})\/(.+)$/.exec(url.pathname) ?? [];
    const folder = hidden.includes(repository) ? undefined : repositories[repository];
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/plain; charset=utf-8' };
    try {
      if (folder === undefined) throw new Error('no such repository');
      const words = ['-C', folder, 'cat-file', 'blob', `${commit}:${decodeURIComponent(path)}`];
      const bytes =
        files.get(url.pathname) ??
        execFileSync('git', words, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 26 });
      files.set(url.pathname, bytes);
      response.writeHead(200, headers).end(bytes);
    } catch {
      response.writeHead(404, headers).end('404: Not Found');
    }
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { authorization } = request.headers;
    asked.push(`${request.method} ${url.pathname}${authorization === undefined ? '' : ' with a token'}`);
    if (request.method === 'OPTIONS') {
      const allowed = {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'Authorization, Accept, User-Agent, X-GitHub-Api-Version',
        'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
      };
      response.writeHead(204, url.pathname.startsWith('/api/') ? allowed : {}).end();
    } else if (url.pathname.startsWith('/api/')) api(request, response, url);
    else setTimeout(() => raw(response, url), github.slow);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(github, {
    api: `${home}/api`,
    raw: `${home}/raw`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

const MISSING: Answer = { status: 404, data: { message: 'Not Found' } };

function answerOf(rest: string, query: URLSearchParams, folder: string | undefined): Answer {
  if (folder === undefined) return MISSING;
  const [, kind = '', value = ''] = /^(commits|git\/commits|git\/trees|git\/blobs)\/?(.*)$/.exec(rest) ?? [];
  const one = decodeURIComponent(value);
  if (kind === 'commits' && one !== '') return commit(folder, one);
  const routes: Readonly<Record<string, string>> = {
    commits: 'GET /repos/{owner}/{repo}/commits',
    'git/commits': 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    'git/trees': 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    'git/blobs': 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  };
  const route = routes[kind];
  if (route === undefined) return MISSING;
  const path = { commit_sha: one, tree_sha: one, file_sha: one };
  return gitAnswers({ route, path, query, body: null }, folder) ?? MISSING;
}

function commit(folder: string, ref: string): Answer {
  try {
    const words = ['-C', folder, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`];
    const sha = execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return { status: 200, data: { sha } };
  } catch {
    return { status: 422, data: { message: 'No commit found' } };
  }
}
