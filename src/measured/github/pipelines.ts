/** Whether the pipelines pass on the default branch: the newest finished run of each workflow, with its jobs. */
import type { Measurement } from '../../model/measured.ts';
import { type Asking, answered, type Teller } from './asking.ts';

const MOST_RUNS = 100;
const MOST_WORKFLOWS = 8;
const MOST_JOBS = 50;

export async function measuredPipelines(
  { api, run: own }: Asking,
  branch: string,
  tell: Teller,
): Promise<readonly Measurement[]> {
  const list = await answered(() =>
    api.ask((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/actions/runs', {
        ...api.repo,
        branch,
        status: 'completed',
        exclude_pull_requests: true,
        per_page: MOST_RUNS,
      }),
    ),
  );
  if ('unmeasured' in list) return [tell('pipeline', list)];
  const newest = new Map<string, (typeof list.workflow_runs)[number]>();
  for (const run of list.workflow_runs) {
    // A pull request from a branch of that name in a fork runs on somebody else's code.
    const elsewhere = run.event.startsWith('pull_request') || Number(run.id) === own;
    if (!elsewhere && !newest.has(run.path)) newest.set(run.path, run);
  }
  const found: Measurement[] = [];
  for (const [path, run] of [...newest].slice(0, MOST_WORKFLOWS)) {
    const jobs = await answered(() =>
      api.ask((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', {
          ...api.repo,
          run_id: Number(run.id),
          filter: 'latest',
          per_page: MOST_JOBS,
        }),
      ),
    );
    found.push(
      tell('pipeline', {
        // `.github/workflows/ci.yml@main` where a run came from a branch.
        path: path.replace(/@.*$/, ''),
        branch,
        commit: run.head_sha,
        conclusion: run.conclusion ?? 'no end',
        jobs:
          'unmeasured' in jobs
            ? []
            : jobs.jobs.map(({ name, conclusion }) => ({
                name: name.slice(0, 100),
                conclusion: conclusion ?? 'no end',
              })),
      }),
    );
  }
  return found;
}
