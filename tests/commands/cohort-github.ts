/** GitHub on loopback for a class: an organisation with repositories, archives, tags, and a limit of requests. */
import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gitAnswers } from '../github/git-answers.ts';

export interface ClassRoom {
  /** Folders with Git, by the name that GitHub has now. */
  readonly repositories: Readonly<Record<string, string>>;
  /** Old names that lead to new ones. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Repositories for which the token has no rights. */
  readonly forbidden?: readonly string[];
  readonly empty?: readonly string[];
  /** Requests until the limit is reached, once; then it is lifted after `pause` seconds. */
  readonly limit?: number;
  readonly pause?: number;
  /** Whether there are archives to be had. */
  readonly archives?: boolean;
}

export interface GitHubOnLoopback {
  readonly address: string;
  /** `200 /repos/class/blog-ada/commits`, those that count towards the limit and those that do not. */
  readonly asked: string[];
  readonly close: () => void;
}

export async function startClass(room: ClassRoom): Promise<GitHubOnLoopback> {
  const asked: string[] = [];
  let left = room.limit ?? Number.POSITIVE_INFINITY;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const send = (status: number, data: unknown, headers: Record<string, string> = {}): void => {
      asked.push(`${status} ${url.pathname}`);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(status === 304 ? undefined : Buffer.isBuffer(data) ? data : JSON.stringify(data));
    };
    if (left <= 0) {
      left = Number.POSITIVE_INFINITY;
      return void send(
        403,
        { message: 'API rate limit exceeded' },
        { 'retry-after': String(room.pause ?? 1), 'x-ratelimit-remaining': '0' },
      );
    }
    left -= 1;
    if (url.pathname === '/orgs/class/repos') {
      const names = Object.keys(room.repositories).concat(room.empty ?? [], room.forbidden ?? []);
      return void send(
        200,
        names.map((full_name) => ({ full_name, name: full_name.split('/')[1], size: full_name.length })),
      );
    }
    const [, name = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    const now = room.renamed?.[name];
    if (now !== undefined)
      return void send(301, {}, { location: `${url.pathname.replace(name, now)}${url.search}` });
    if (room.forbidden?.includes(name))
      return void send(403, { message: 'Resource not accessible by personal access token' });
    if (room.empty?.includes(name)) return void send(409, { message: 'Git Repository is empty.' });
    const folder = room.repositories[name];
    if (folder === undefined) return void send(404, { message: 'Not Found' });
    if (rest.startsWith('tarball/')) {
      if (room.archives === false) return void send(404, { message: 'Not Found' });
      const words = [
        '-C',
        folder,
        'archive',
        '--format=tar.gz',
        '--prefix=top/',
        rest.slice('tarball/'.length),
      ];
      return void send(200, execFileSync('git', words, { maxBuffer: 1e8 }), {
        'content-type': 'application/x-gzip',
      });
    }
    const [, kind = '', value = ''] = /^(commits|git\/(?:commits|trees|blobs))\/?(.*)$/.exec(rest) ?? [];
    const keys: Readonly<Record<string, string>> = {
      'git/commits': 'commit_sha',
      'git/trees': 'tree_sha',
      'git/blobs': 'file_sha',
    };
    const key = keys[kind];
    const route = `GET /repos/{owner}/{repo}/${kind}${key ? `/{${key}}` : ''}`;
    if (kind === 'commits' && !url.searchParams.has('sha')) url.searchParams.set('sha', 'HEAD');
    const found = gitAnswers(
      { route, path: key ? { [key]: value } : {}, query: url.searchParams, body: null } as never,
      folder,
    );
    if (found === null || found.status !== 200) return void send(404, { message: 'Not Found' });
    if (kind !== 'commits') return void send(200, found.data);
    const commits = (found.data as { sha: string; commit: object }[]).map((one) => ({
      ...one,
      html_url: `https://github.com/${name}/commit/${one.sha}`,
      commit: {
        ...one.commit,
        tree: {
          sha: execFileSync('git', ['-C', folder, 'rev-parse', `${one.sha}^{tree}`], {
            encoding: 'utf8',
          }).trim(),
        },
      },
    }));
    const etag = `"${commits[0]?.sha}"`;
    if (request.headers['if-none-match'] === etag) {
      left += 1;
      return void send(304, null, { etag });
    }
    return void send(200, commits, { ...(found.headers ?? {}), etag });
  }

  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => void server.close(),
  };
}
