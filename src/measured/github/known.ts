/** What GitHub knows of a commit and its repository: whether its checks pass, where it is deployed, what guards it. */
import type { Api } from '../../github/api.ts';
import type { Measured, Measurement, Unmeasured } from '../../model/measured.ts';
import { type Asking, answered, type Teller, tellerOf } from './asking.ts';
import { measuredPipelines } from './pipelines.ts';

const MOST_DEPLOYMENTS = 30;
const MOST_ENVIRONMENTS = 5;
const MOST_FAILURES = 5;

/** Never rejects for what GitHub does: what it refuses is told. */
export async function measuredOnGitHub(asking: Asking): Promise<readonly Measurement[]> {
  const { api } = asking;
  const found = await answered(() =>
    api.ask((octokit) => octokit.request('GET /repos/{owner}/{repo}', { ...api.repo })),
  );
  const source = `${api.repo.owner}/${api.repo.repo} on GitHub`;
  const tell = tellerOf(source, asking.clock);
  if ('unmeasured' in found) return [tell('repository', found)];
  const { homepage, topics = [], default_branch: branch, has_pages: pages } = found;
  const about = { homepage: webAddress(homepage), topics: topics.slice(0, 50), branch };
  return [
    tell('repository', about),
    tell('checks', await checksOf(asking)),
    ...(await measuredPipelines(asking, branch, tell)),
    ...(await deploymentsOf(asking, tell)),
    ...(pages ? [tell('pages', await pagesOf(api))] : []),
    tell('releases', await releasesOf(api)),
    tell('protection', await protectionOf(api, branch)),
  ];
}

async function checksOf({ api, commit, run }: Asking): Promise<Measured['checks'] | Unmeasured> {
  return answered(async () => {
    const { check_runs: all } = await api.ask((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...api.repo,
        ref: commit,
        filter: 'latest',
        per_page: 100,
      }),
    );
    const own = run === null ? null : `/actions/runs/${run}/`;
    const others = all.filter(
      ({ name, details_url: page }) =>
        !name.startsWith(OWN) && (own === null || page?.includes(own) !== true),
    );
    const ended = (...words: readonly string[]) =>
      others.filter((one) => words.includes(one.conclusion ?? ''));
    const failed = ended('failure', 'timed_out', 'action_required');
    return {
      commit,
      passed: ended('success', 'neutral', 'skipped').length,
      failed: failed.length,
      running: others.filter(({ conclusion }) => conclusion === null).length,
      failures: failed.slice(0, MOST_FAILURES).map(({ name }) => name.slice(0, 100)),
    };
  });
}

/** How the check runs of this program are called. */
const OWN = 'Milestone readiness';

/** The newest deployment of each environment, with its newest state. */
async function deploymentsOf({ api }: Asking, tell: Teller): Promise<readonly Measurement[]> {
  const list = await answered(() =>
    api.ask((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/deployments', { ...api.repo, per_page: MOST_DEPLOYMENTS }),
    ),
  );
  if ('unmeasured' in list) return [tell('deployment', list)];
  const newest = new Map<string, (typeof list)[number]>();
  for (const one of list) if (!newest.has(one.environment)) newest.set(one.environment, one);
  const found: Measurement[] = [];
  for (const [environment, one] of [...newest].slice(0, MOST_ENVIRONMENTS)) {
    const value = await answered(async () => {
      const [status] = await api.ask((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
          ...api.repo,
          deployment_id: Number(one.id),
          per_page: 1,
        }),
      );
      return {
        environment: environment.slice(0, 100),
        state: status?.state ?? 'no state',
        url: webAddress(status?.environment_url),
        commit: one.sha,
        production: one.transient_environment !== true && !TRIAL.test(environment),
      };
    });
    found.push(tell('deployment', value));
  }
  return found;
}

/** What platforms call the deployments of pull requests. */
const TRIAL = /preview|pull|staging|^pr\b|-pr-/i;

function pagesOf(api: Api): Promise<Measured['pages'] | Unmeasured> {
  return answered(async () => {
    const { html_url: url, https_enforced: https = false } = await api.ask((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/pages', { ...api.repo }),
    );
    const address = webAddress(url);
    return address === null ? { unmeasured: 'GitHub names no address of them' } : { url: address, https };
  });
}

function releasesOf(api: Api): Promise<Measured['releases'] | Unmeasured> {
  return answered(async () => {
    const all = await api.ask((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/releases', { ...api.repo, per_page: 100 }),
    );
    const [last] = all.filter(({ draft }) => !draft);
    return {
      count: all.length,
      latest: last?.tag_name.slice(0, 100) ?? null,
      on: last?.published_at?.slice(0, 10) ?? null,
    };
  });
}

/** All that may be read without being its administrator. */
function protectionOf(api: Api, branch: string): Promise<Measured['protection'] | Unmeasured> {
  return answered(async () => {
    const found = await api.ask((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...api.repo, branch }),
    );
    const required = found.protection?.required_status_checks?.contexts ?? [];
    return { branch, protected: found.protected, required: required.slice(0, 100) };
  });
}

/** Somebody typed it, or a platform sent it: a web address, or none. */
function webAddress(text: string | null | undefined): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href.slice(0, 2000) : null;
}
