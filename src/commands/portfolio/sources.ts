/** Opens what a portfolio names. */
import { UserError } from '../../errors.ts';
import { openRepository } from '../../repository/open.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Task } from './plan.ts';

export interface Opened {
  readonly repository: Repository;
  /** Gives back what opening took: a folder of fetched files, say. */
  readonly close: () => void;
}

/** Throws a UserError where there is nothing to audit. */
export async function openTask({ folder, source }: Task): Promise<Opened> {
  if (folder !== null) return { repository: await openRepository(folder), close: () => {} };
  throw new UserError({
    code: 'no-such-path',
    message: `'${source}' is no folder of this machine`,
    hint: 'Clone it first, and name its folder.',
    exitCode: 2,
  });
}
