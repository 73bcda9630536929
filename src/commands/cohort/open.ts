/** Opens what an entry of a cohort names: a folder, a repository on GitHub, or an address that Git can clone. */
import { existsSync } from 'node:fs';
import { openRepository } from '../../repository/open.ts';
import type { Repository } from '../../repository/repository.ts';
import { accessOf, homeOf, repositoryOnGitHub } from '../portfolio/github.ts';
import { openTask } from '../portfolio/sources.ts';
import { openOnGitHub } from './remote.ts';
import type { Opening } from './submission.ts';
import type { Task } from './work.ts';

export interface Opened {
  readonly repository: Repository;
  /** By which GitHub tells whether there is a newer commit; null where nobody can be asked. */
  readonly tag: string | null;
  /** What it is called now, where it was named otherwise. */
  readonly renamed: string | null;
  /** Gives back what opening took. */
  readonly close: () => void;
}

/** `waiting` is told when GitHub asks for a pause. Throws a UserError. */
export async function openSubmission(
  { entry, tag }: Task,
  waiting: (milliseconds: number) => void,
): Promise<Opening> {
  const { source } = entry;
  if (source === null) return { absent: 'there is no repository' };
  if (existsSync(source))
    return { repository: await openRepository(source), tag: null, renamed: null, close: () => {} };
  const access = accessOf(process.env);
  const repository = repositoryOnGitHub(source, homeOf(process.env).server);
  if (repository !== null && access !== null) return openOnGitHub({ repository, tag, waiting }, access);
  const opened = await openTask({ source, folder: null, milestones: [] }, process.env);
  return { ...opened, tag: null, renamed: null };
}
