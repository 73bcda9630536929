/** Where anybody can have the same commit audited again: a score that is shown can be checked by a click. */
import { PAGE } from '../addresses.ts';
import type { Report } from '../model.ts';

const ON_GITHUB = /^https:\/\/github\.com\/([\w-]+\/[\w.-]+)$/;

/** null for what the page does not read: a part of a repository, another forge, what is not committed. */
export function againAddress({
  repository,
  milestones,
}: Pick<Report, 'repository' | 'milestones'>): string | null {
  const { revision, folder, uncommitted } = repository;
  const name = nameOnGitHub(repository);
  const [milestone] = milestones;
  if (name === null || revision === null || milestone === undefined) return null;
  if (folder !== '' || uncommitted.length > 0) return null;
  return `${PAGE}?repo=${name}@${revision}&milestone=${encodeURIComponent(milestone.id)}`;
}

/** `owner/name`; null elsewhere. */
export function nameOnGitHub({ url }: Pick<Report['repository'], 'url'>): string | null {
  return ON_GITHUB.exec(url ?? '')?.[1] ?? null;
}
