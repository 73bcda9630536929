/** From what the user typed to a repository: a folder, or one that is somewhere else, at a revision of it. */
import { existsSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { cloneRepository } from '../repository/clone.ts';
import { openRepository } from '../repository/open.ts';
import type { Repository } from '../repository/repository.ts';
import type { OnGitHub } from './measuring.ts';
import { accessOf, homeOf, openOnGitHub, repositoryOnGitHub } from './portfolio/github.ts';
import { isRemote } from './portfolio/plan.ts';

export interface Source {
  readonly repository: Repository;
  /** Where GitHub can be asked about the commit; null elsewhere. */
  readonly origin: OnGitHub | null;
  /** Below which its files lie; null where they lie nowhere. */
  readonly folder: string | null;
  /** Gives back what opening took. */
  readonly close: () => void;
}

/** Throws a UserError. Nobody is asked where `offline`; a wait is told where it is not to be `quiet`. */
export async function openSource(
  word: string,
  environment: Readonly<Record<string, string | undefined>>,
  { offline, quiet }: { readonly offline: boolean; readonly quiet: boolean },
): Promise<Source> {
  const { source, revision } = partsOf(word);
  if (existsSync(word) || !isRemote(source)) {
    return { repository: await openRepository(word), origin: null, folder: word, close: () => {} };
  }
  if (offline) throw notOffline(word);
  const { server } = homeOf(environment);
  const onGitHub = repositoryOnGitHub(source, server);
  const access = accessOf(environment, quiet);
  if (onGitHub !== null && access !== null) {
    const { repository, api, commit } = await openOnGitHub(onGitHub, access, revision);
    return { repository, origin: { api, commit }, folder: null, close: () => {} };
  }
  const address = onGitHub === null ? source : `${server}/${onGitHub}.git`;
  const { repository, remove } = await cloneRepository(address, revision);
  return { repository, origin: null, folder: null, close: remove };
}

/** `owner/name@v1.2`, `https://host/owner/name@main`, `git@host:owner/name@abc1234`: the last `@` behind the path's start. */
function partsOf(word: string): { readonly source: string; readonly revision: string | null } {
  const start = /^(?:[a-z+]+:\/\/[^/]*\/|[\w.-]+@[\w.-]+:)?/i.exec(word)?.[0].length ?? 0;
  const at = word.indexOf('@', start);
  if (at < 0) return { source: word, revision: null };
  return { source: word.slice(0, at), revision: word.slice(at + 1) };
}

function notOffline(word: string): UserError {
  return new UserError({
    code: 'no-such-path',
    message: `'${word}' is no folder, and --offline asks nobody for it`,
    hint: 'Clone it first and name its folder, or leave --offline out.',
    exitCode: 2,
  });
}
