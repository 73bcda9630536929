/** Opens what a portfolio names: a folder, a repository on GitHub, or an address that Git can clone. */
import { cloneRepository } from '../../repository/clone.ts';
import { refuseCollection } from '../../repository/holds.ts';
import { openRepository } from '../../repository/open.ts';
import type { Repository } from '../../repository/repository.ts';
import { accessOf, homeOf, openOnGitHub, repositoryOnGitHub } from './github.ts';
import type { Task } from './plan.ts';

export interface Opened {
  readonly repository: Repository;
  /** Gives back what opening took: a folder of fetched files, say. */
  readonly close: () => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** With a token GitHub's API is asked; without one, Git clones what is public. Throws a UserError. */
export async function openTask(
  { folder, source }: Task,
  environment: Environment,
  quiet = false,
): Promise<Opened> {
  if (folder !== null) {
    refuseCollection(folder, source);
    return { repository: await openRepository(folder), close: () => {} };
  }
  const { server } = homeOf(environment);
  const onGitHub = repositoryOnGitHub(source, server);
  const access = accessOf(environment, quiet);
  if (onGitHub !== null && access !== null) {
    return { repository: (await openOnGitHub(onGitHub, access)).repository, close: () => {} };
  }
  const { repository, remove } = await cloneRepository(
    onGitHub === null ? source : `${server}/${onGitHub}.git`,
  );
  return { repository, close: remove };
}
