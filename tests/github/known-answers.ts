/** What the loopback GitHub knows of a repository beside its code: runs, deployments, Pages, releases, protection. */
import type { Answer, Asked } from './store.ts';

export interface Known {
  readonly homepage?: string | null;
  readonly topics?: readonly string[];
  readonly runs?: readonly {
    readonly id: number;
    readonly path: string;
    readonly conclusion: string;
    readonly event?: string;
    readonly jobs?: readonly (readonly [name: string, conclusion: string])[];
  }[];
  /** Of the commit, besides those that the Action makes. */
  readonly checks?: readonly (readonly [name: string, conclusion: string | null])[];
  readonly deployments?: readonly {
    readonly id: number;
    readonly environment: string;
    readonly state: string;
    readonly url: string;
  }[];
  readonly pages?: string;
  readonly releases?: readonly string[];
  readonly protected?: readonly string[];
}

const SHA = 'd'.repeat(40);
const ok = (data: unknown): Answer => ({ status: 200, data });

export function knownAnswers({ route, path, query }: Asked, known: Known | undefined): Answer | null {
  if (known === undefined) return null;
  const { runs = [], deployments = [] } = known;
  switch (route) {
    case 'GET /repos/{owner}/{repo}':
      return ok({
        homepage: known.homepage ?? null,
        topics: known.topics ?? [],
        default_branch: 'main',
        has_pages: known.pages !== undefined,
      });
    case 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': {
      if (query.has('check_name')) return null;
      const checks = (known.checks ?? []).map(([name, conclusion]) => ({
        name,
        conclusion,
        details_url: null,
      }));
      return ok({ total_count: checks.length, check_runs: checks });
    }
    case 'GET /repos/{owner}/{repo}/actions/runs': {
      const found = runs.map((run) => ({
        event: 'push',
        ...run,
        head_sha: SHA,
        head_branch: query.get('branch'),
      }));
      return ok({ total_count: found.length, workflow_runs: found });
    }
    case 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs': {
      const jobs = runs.find(({ id }) => String(id) === path.run_id)?.jobs ?? [];
      return ok({ total_count: jobs.length, jobs: jobs.map(([name, conclusion]) => ({ name, conclusion })) });
    }
    case 'GET /repos/{owner}/{repo}/deployments':
      return ok(deployments.map(({ id, environment }) => ({ id, environment, sha: SHA })));
    case 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses': {
      const found = deployments.filter(({ id }) => String(id) === path.deployment_id);
      return ok(found.map(({ state, url }) => ({ state, environment_url: url })));
    }
    case 'GET /repos/{owner}/{repo}/pages':
      return ok({ html_url: known.pages, https_enforced: true });
    case 'GET /repos/{owner}/{repo}/releases':
      return ok(
        (known.releases ?? []).map((tag) => ({
          tag_name: tag,
          draft: false,
          published_at: '2026-04-01T00:00:00Z',
        })),
      );
    case 'GET /repos/{owner}/{repo}/branches/{branch}':
      return ok({
        name: path.branch,
        protected: known.protected !== undefined,
        protection: { required_status_checks: { contexts: known.protected ?? [] } },
      });
    default:
      return null;
  }
}
