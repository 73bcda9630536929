/** The machine that runs a job: what it told this step, and where the step leaves its results. */
import { appendFileSync, readFileSync } from 'node:fs';

export interface Runner {
  readonly event: string;
  readonly payload: unknown;
  /** `owner/name`. */
  readonly repository: string;
  readonly server: string;
  readonly api: string;
  readonly sha: string;
  readonly actor: string;
  readonly runId: number;
  readonly attempt: number;
  readonly workspace: string;
  readonly temp: string;
  /** The page of this run. */
  readonly page: string;
  /** Appends to the job summary; false where the runner takes none. */
  readonly summary: (markdown: string) => boolean;
  readonly output: (name: string, value: string | number) => void;
  readonly print: (text: string) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Events are a few hundred kilobytes at most. */
export function runnerOf(env: Environment, print: (text: string) => void): Runner {
  const get = (name: string): string => env[name] ?? '';
  const repository = get('GITHUB_REPOSITORY');
  const server = get('GITHUB_SERVER_URL') || 'https://github.com';
  const runId = Number(get('GITHUB_RUN_ID')) || 0;
  return {
    event: get('GITHUB_EVENT_NAME'),
    payload: payloadAt(get('GITHUB_EVENT_PATH')),
    repository,
    server,
    api: get('GITHUB_API_URL') || 'https://api.github.com',
    sha: get('GITHUB_SHA'),
    actor: get('GITHUB_ACTOR'),
    runId,
    attempt: Number(get('GITHUB_RUN_ATTEMPT')) || 1,
    workspace: get('GITHUB_WORKSPACE') || process.cwd(),
    temp: get('RUNNER_TEMP') || get('TMPDIR') || '/tmp',
    page: `${server}/${repository}/actions/runs/${runId}`,
    summary: (markdown) => append(get('GITHUB_STEP_SUMMARY'), `${markdown}\n`),
    // Numbers, names of ours and paths of ours: none of them holds a line end.
    output: (name, value) =>
      void append(get('GITHUB_OUTPUT'), `${name}=${String(value).replace(/[\r\n]/g, ' ')}\n`),
    print,
  };
}

function payloadAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // An event without a payload, or a runner that is none of GitHub's: an audit all the same.
    return {};
  }
}

function append(path: string, text: string): boolean {
  if (path === '') return false;
  try {
    appendFileSync(path, text);
    return true;
  } catch {
    return false;
  }
}
