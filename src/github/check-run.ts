/** The check run: begun before the audit, fed fifty annotations at a time, and never left unfinished. */
import { type Api, quietly } from './api.ts';
import type { Annotation } from './commands.ts';
import { Trouble } from './retry.ts';

export interface CheckRun {
  readonly id: number;
  /** What an earlier attempt annotated already: GitHub adds, it does not replace. */
  readonly annotated: ReadonlySet<string>;
}

export interface CheckName {
  readonly name: string;
  /** The commit that it stands at. */
  readonly head: string;
  /** `run.attempt.key`: a run that is started anew finds its own by the key. */
  readonly externalId: string;
}

export interface CheckResult {
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** Markdown, at most {@link MOST_SUMMARY_BYTES}. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/** GitHub refuses a summary of more than 65,535 bytes. */
export const MOST_SUMMARY_BYTES = 64_000;
/** GitHub refuses more in one request. */
const BATCH = 50;
const LONGEST_TITLE = 200;

/** Takes up the check run of an earlier attempt, or creates one. Throws a Trouble. */
export async function startCheck(api: Api, check: CheckName): Promise<CheckRun> {
  const earlier = await findCheck(api, check);
  if (earlier !== null) {
    const taken = await quietly(
      api.ask((octokit) =>
        octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
          ...api.repo,
          check_run_id: earlier,
          status: 'in_progress',
          external_id: check.externalId,
        }),
      ),
    );
    // Somebody else's check run of the same name cannot be changed: then there will be two.
    if (taken !== null) return { id: earlier, annotated: await annotatedIn(api, earlier) };
  }
  const created = await api.ask(
    (octokit) =>
      octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...api.repo,
        name: check.name,
        head_sha: check.head,
        external_id: check.externalId,
        status: 'in_progress',
        output: { title: 'Auditing …', summary: 'The audit has begun.' },
      }),
    async () => {
      const found = await findCheck(api, check);
      return found === null ? null : checkAt(api, found);
    },
  );
  return { id: Number(created.id), annotated: new Set() };
}

/** Adds the annotations and the result. Throws a Trouble; what was begun is then to be given up. */
export async function finishCheck(api: Api, run: CheckRun, result: CheckResult): Promise<void> {
  const fresh = result.annotations.filter((one) => !run.annotated.has(keyOf(one)));
  const batches: (readonly Annotation[])[] = [];
  for (let at = 0; at < fresh.length; at += BATCH) batches.push(fresh.slice(at, at + BATCH));
  const [last = [], ...before] = batches.reverse();
  for (const batch of before.reverse()) await update(api, run, result, batch, false);
  await update(api, run, result, last, true);
}

/** Ends a check run that could not be finished: one that stays in progress would block the merge. */
export async function giveUpCheck(api: Api, run: CheckRun, why: string): Promise<void> {
  await quietly(
    api.ask((octokit) =>
      octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...api.repo,
        check_run_id: run.id,
        status: 'completed',
        conclusion: 'neutral',
        output: { title: 'Could not be published', summary: why },
      }),
    ),
  );
}

async function update(
  api: Api,
  run: CheckRun,
  { conclusion, title, summary }: CheckResult,
  batch: readonly Annotation[],
  last: boolean,
): Promise<void> {
  const end = last ? ({ status: 'completed', conclusion } as const) : {};
  await api.ask(
    (octokit) =>
      octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...api.repo,
        check_run_id: run.id,
        ...end,
        output: {
          title: title.slice(0, LONGEST_TITLE),
          summary,
          ...(batch.length > 0 ? { annotations: batch.map(written) } : {}),
        },
      }),
    // Where the answer was lost, the annotations may be there: sent twice, they would stand there twice.
    async () => {
      const [first] = batch;
      if (first === undefined) return null;
      const there = await quietly(annotatedIn(api, run.id));
      const heard = there?.has(keyOf(first)) === true;
      if (heard && last) await update(api, run, { conclusion, title, summary, annotations: [] }, [], true);
      return heard ? checkAt(api, run.id) : null;
    },
  );
}

function written({ level, path, line, title, message }: Annotation) {
  return { path, start_line: line, end_line: line, annotation_level: level, title, message };
}

async function findCheck(api: Api, { head, name, externalId }: CheckName): Promise<number | null> {
  const key = externalId.split('.').slice(2).join('.');
  const { check_runs: runs } = await api.ask((octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
      ...api.repo,
      ref: head,
      check_name: name,
      filter: 'latest',
      per_page: 100,
    }),
  );
  const own = runs.filter(
    (run) => /^\d+\.\d+\./.test(run.external_id ?? '') && run.external_id?.endsWith(`.${key}`),
  );
  return own.length === 0 ? null : Math.max(...own.map((run) => Number(run.id)));
}

function checkAt(api: Api, id: number) {
  return api.ask((octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', { ...api.repo, check_run_id: id }),
  );
}

async function annotatedIn(api: Api, id: number): Promise<ReadonlySet<string>> {
  try {
    const found = await api.all((octokit, page, perPage) =>
      octokit.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations', {
        ...api.repo,
        check_run_id: id,
        page,
        per_page: perPage,
      }),
    );
    return new Set(found.map((one) => `${one.path}:${one.start_line}:${one.message ?? ''}`));
  } catch (error) {
    if (error instanceof Trouble) return new Set();
    throw error;
  }
}

function keyOf({ path, line, message }: Annotation): string {
  return `${path}:${line}:${message}`;
}
