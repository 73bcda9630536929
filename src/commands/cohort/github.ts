/** What a cohort asks of GitHub before it reads a repository: which repositories there are. */
import { badOption, notCloned, UserError } from '../../errors.ts';
import { apiOf } from '../../github/api.ts';
import { Trouble } from '../../github/retry.ts';
import { accessOf } from '../portfolio/github.ts';
import { fits, type ListOnGitHub, stemOf } from './listing.ts';

const MOST = 20_000;

/** The repositories of an organisation, or of a user, that fit; archived ones too: a course may be over. */
export const listOnGitHub: ListOnGitHub = async (owner, from, to) => {
  const access = accessOf(process.env);
  if (access === null) throw noToken(owner);
  const api = apiOf({ repository: `${owner}/`, ...access }, access.token, access);
  try {
    const all = await api
      .all(
        (octokit, page, size) =>
          octokit.request('GET /orgs/{org}/repos', { org: owner, page, per_page: size }),
        MOST,
      )
      .catch((error: unknown) => {
        if (!(error instanceof Trouble) || error.status !== 404) throw error;
        return api.all(
          (octokit, page, size) =>
            octokit.request('GET /users/{username}/repos', { username: owner, page, per_page: size }),
          MOST,
        );
      });
    return all
      .filter(({ name }) => fits(name, from, to))
      .map(({ name, full_name, size }) => ({
        source: full_name,
        stem: stemOf(name, from, to),
        size: size ?? 0,
      }))
      .sort((a, b) => (a.stem < b.stem ? -1 : 1));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.status === 404) throw notCloned(owner, 'there is no such organisation or user on GitHub');
    throw new UserError({
      code: 'not-readable',
      message: `GitHub did not list the repositories of '${owner}': ${error.reason}${error.status > 0 ? ` (${error.status})` : ''}`,
      hint: 'Check the token and its rights, and try again later.',
      exitCode: 2,
    });
  }
};

function noToken(owner: string): UserError {
  return badOption('--org', owner, 'GITHUB_TOKEN in the environment: a token that may read its repositories');
}
