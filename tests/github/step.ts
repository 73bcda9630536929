/** The runner, as far as a step notices: it hands over the environment, and reads what the step prints and writes. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, commandsIn } from './commands.ts';
import type { GitHub } from './loopback.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ACTION = join(ROOT, 'dist', 'action.js');
const OWN_NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');
/** The Action runs on Node 24, whatever runs the tests. */
export const NODE = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : OWN_NODE;

export interface Job {
  readonly github?: GitHub;
  readonly event: string;
  readonly payload?: unknown;
  readonly workspace: string;
  readonly sha?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** When somebody cancels the run. */
  readonly cancelled?: Promise<void>;
}

export interface Step {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the runner would obey. */
  readonly commands: readonly Command[];
  /** Titles under which the log is folded. */
  readonly groups: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly temp: string;
}

export async function runStep(job: Job, temp: string): Promise<Step> {
  const { github, event, payload = {}, workspace, sha, inputs = {}, env = {} } = job;
  const file = (name: string, text = ''): string => {
    writeFileSync(join(temp, name), text);
    return join(temp, name);
  };
  // What GitHub knows beside the code is asked for where a test is about it.
  const given = { github: 'off', ...(github === undefined ? {} : { token: github.token }), ...inputs };
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_REPOSITORY: github?.repository ?? 'owner/name',
    GITHUB_API_URL: github?.api ?? 'http://127.0.0.1:9',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: workspace,
    GITHUB_RUN_ID: '100',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'octocat',
    GITHUB_SHA: sha ?? '',
    RUNNER_TEMP: temp,
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...env,
  };
  const child = spawn(NODE, [ACTION], {
    cwd: workspace,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  void job.cancelled?.then(() => child.kill('SIGINT'));
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const printed = await stdout;
  const commands = commandsIn(printed);
  return {
    code,
    stdout: printed,
    stderr: await stderr,
    commands: commands.filter(({ name }) => !/^(?:end)?group$/.test(name)),
    groups: commands.flatMap(({ name, data }) => (name === 'group' ? [data] : [])),
    outputs: outputsIn(readFileSync(join(temp, 'output'), 'utf8')),
    summary: existsSync(join(temp, 'summary.md')) ? readFileSync(join(temp, 'summary.md'), 'utf8') : '',
    temp,
  };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** `name<<delimiter`, lines, `delimiter`: as the runner reads it. */
function outputsIn(text: string): Record<string, string> {
  const found = text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
