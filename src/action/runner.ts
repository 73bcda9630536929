/** The machine that runs a job: what it told this step, and where the step leaves its results. Spoken to by its own library. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { type Annotation, logText, plain, silenced, worded } from '../github/commands.ts';

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
  /** Whether the job may prove to others which run it is. */
  readonly hasIdentity: boolean;
  readonly input: (name: string) => string;
  /** Appends to the job summary; false where the runner takes none. */
  readonly summary: (markdown: string) => Promise<boolean>;
  readonly output: (name: string, value: string | number) => void;
  /** Lines of the log below a title that opens and closes them. None of them is a command to the runner. */
  readonly log: (title: string, text: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  /** A note about the run itself. */
  readonly say: (level: Annotation['level'], message: string) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

const COMMANDS = { notice: core.notice, warning: core.warning, failure: core.error } as const;

/** Events are a few hundred kilobytes at most. */
export function runnerOf(env: Environment): Runner {
  const get = (name: string): string => env[name] ?? '';
  const repository = get('GITHUB_REPOSITORY');
  const server = get('GITHUB_SERVER_URL') || 'https://github.com';
  const runId = Number(get('GITHUB_RUN_ID')) || 0;
  const annotate: Runner['annotate'] = (annotation) => {
    const { message, properties } = worded(annotation);
    COMMANDS[annotation.level](message, properties);
  };
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
    hasIdentity: get('ACTIONS_ID_TOKEN_REQUEST_URL') !== '',
    input: core.getInput,
    summary: async (markdown) => {
      try {
        await core.summary.addRaw(markdown, true).write();
        return true;
      } catch {
        return false;
      }
    },
    // Without a file to write to, the library would print a command that runners no longer take.
    output: (name, value) => {
      if (get('GITHUB_OUTPUT') !== '') core.setOutput(name, value);
    },
    log: (title, text) => {
      core.startGroup(plain(title));
      core.info(silenced(logText(text), randomUUID()));
      core.endGroup();
    },
    annotate,
    say: (level, message) => annotate({ level, path: '', line: 1, title: 'Milestone readiness', message }),
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
