/** A repository on GitHub, read from a browser: its tree by the API, its files from where raw files are. */
import { notCloned, UserError } from '../src/errors.ts';
import { type Api, apiOf } from '../src/github/api.ts';
import { contentsOf } from '../src/github/contents.ts';
import { Trouble } from '../src/github/retry.ts';
import { type Forge, openRemoteRevision } from '../src/repository/remote-revision.ts';
import type { Repository } from '../src/repository/repository.ts';
import type { Hosts } from './hosts.ts';
import type { Address } from './job.ts';

export interface Asking {
  readonly hosts: Hosts;
  readonly token: string | null;
  readonly progress: (text: string) => void;
  /** Told how many questions GitHub answers in this hour still. */
  readonly left: (questions: number) => void;
}

/** Raw files are no questions to the API; a browser opens some at a time. */
const RAW = { blobs: 20_000, atOnce: 16 };
/** Of one file. */
const SILENCE_MS = 30_000;

/** Throws a UserError. */
export async function openAddress({ repository, ref }: Address, asking: Asking): Promise<Repository> {
  const { hosts, token, progress } = asking;
  const api = apiOf({ repository, ...hosts }, token, {
    fetch: watched(asking),
    waiting: (milliseconds) => progress(`GitHub asks to wait ${Math.ceil(milliseconds / 1000)} seconds …`),
  });
  try {
    const commit = await commitOf(api, ref ?? 'HEAD');
    const contents = contentsOf(api);
    // A token may open what raw addresses do not show.
    const forge =
      token === null ? rawFiles(contents, `${hosts.raw}/${repository}/${commit}`, progress) : contents;
    return await openRemoteRevision(forge, commit, { folder: '' });
  } catch (error) {
    throw error instanceof Trouble ? told(error, repository, token) : error;
  }
}

async function commitOf(api: Api, ref: string): Promise<string> {
  const { sha } = await api.ask((octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', { ...api.repo, ref }),
  );
  return sha;
}

function rawFiles(contents: Forge, root: string, progress: (text: string) => void): Forge {
  let done = 0;
  return {
    ...contents,
    most: RAW,
    async blob(id, path) {
      const place = path.split('/').map(encodeURIComponent).join('/');
      const answer = await fetch(`${root}/${place}`, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(SILENCE_MS),
      });
      if (!answer.ok) return null;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      done += 1;
      if (done % 25 === 0) progress(`${done} files fetched …`);
      // Whoever answered: it is the file of that commit, or it is not read.
      return (await blobId(bytes)) === id ? bytes : null;
    },
  };
}

/** Git's name of the bytes. */
async function blobId(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const header = new TextEncoder().encode(`blob ${bytes.length}\0`);
  const digest = await crypto.subtle.digest('SHA-1', await new Blob([header, bytes]).arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function watched({ left }: Asking): typeof fetch {
  return async (address, options) => {
    const answer = await fetch(address, { ...options, credentials: 'omit', referrerPolicy: 'no-referrer' });
    const remaining = answer.headers.get('x-ratelimit-remaining');
    if (remaining !== null) left(Number(remaining));
    return answer;
  };
}

function told({ reason, status }: Trouble, repository: string, token: string | null): UserError {
  switch (reason) {
    case 'not found':
      return notCloned(repository, 'there is no such repository or commit on GitHub, or it is private');
    case 'limited':
      return refused(
        `GitHub answers no more questions for now, so '${repository}' was not read`,
        token === null
          ? 'Without a token it answers 60 an hour for everybody at your address: try again later, or give a token that may read public repositories.'
          : 'Try again in an hour.',
      );
    case 'forbidden':
      return refused(
        `GitHub does not let '${repository}' be read (${status})`,
        'Check the token and its rights.',
      );
    case 'invalid':
      return refused(`GitHub does not know what '${repository}' names (${status})`, 'Check the address.');
    case 'unavailable':
      return refused(`GitHub did not answer for '${repository}'`, 'Check the connection, and try again.');
    default:
      return reason satisfies never;
  }
}

function refused(message: string, hint: string): UserError {
  return new UserError({ code: 'not-readable', message, hint, exitCode: 2 });
}
