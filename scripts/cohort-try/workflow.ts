/**
 * Plays a workflow on this machine: the `run:` lines of its jobs as they stand, in Bash as GitHub starts it, each job in a
 * folder of its own, artifacts as folders. What it does not know, an expression or an action, is an error and no guess.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly steps: readonly Step[];
}

export interface Played {
  readonly code: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
}

export interface Stage {
  /** The repository that calls: what checkout brings. */
  readonly caller: string;
  readonly artifacts: string;
  /** An empty folder for the job. */
  readonly workspace: string;
  /** What expressions stand for, by their text. */
  readonly values: Readonly<Record<string, string>>;
  /** Of the workflow, and of the machine. */
  readonly env: Readonly<Record<string, string>>;
}

/** Steps until one fails; those behind it that run even then are played too. */
export function playJob({ steps }: Job, stage: Stage): Played {
  const { workspace } = stage;
  const files = {
    GITHUB_OUTPUT: join(workspace, '.output'),
    GITHUB_STEP_SUMMARY: join(workspace, '.summary'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  let code = 0;
  let log = '';
  for (const step of steps) {
    if (!isWanted(step, code, stage)) continue;
    if (step.run === undefined) {
      act(step, stage);
      continue;
    }
    const env = { ...stage.env, ...filled(step.env ?? {}, stage), ...files };
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: workspace,
      env,
      encoding: 'utf8',
    });
    log += done.stdout + done.stderr;
    if (code === 0) code = done.status ?? 1;
  }
  const outputs = Object.fromEntries(
    readFileSync(files.GITHUB_OUTPUT, 'utf8')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { code, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), log };
}

function isWanted({ if: condition }: Step, code: number, { values }: Stage): boolean {
  if (condition === undefined) return code === 0;
  const asked = /^\$\{\{ (.+) \}\}$/.exec(condition)?.[1] ?? condition;
  if (asked === '!cancelled()') return true;
  return code === 0 && meaningOf(asked, values) === 'true';
}

/** The few actions that the workflow uses, as far as files are concerned. */
function act(step: Step, stage: Stage): void {
  const { workspace, artifacts, caller } = stage;
  const given = filled(step.with ?? {}, stage);
  const [name] = (step.uses ?? '').split('@');
  switch (name) {
    case 'actions/checkout':
      cpSync(caller, workspace, { recursive: true });
      return;
    case 'actions/setup-node':
    case 'actions/cache':
      return;
    case 'actions/upload-artifact': {
      const path = join(workspace, given.path ?? '');
      if (!existsSync(path)) return;
      const target = join(artifacts, given.name ?? '');
      mkdirSync(target, { recursive: true });
      if (statSync(path).isDirectory()) cpSync(path, target, { recursive: true });
      else cpSync(path, join(target, basename(path)));
      return;
    }
    case 'actions/download-artifact': {
      const into = join(workspace, given.path ?? '');
      if (given.name !== undefined) {
        cpSync(join(artifacts, given.name), into, { recursive: true });
        return;
      }
      const start = (given.pattern ?? '').replace('*', '');
      for (const one of readdirSync(artifacts).filter((artifact) => artifact.startsWith(start)))
        cpSync(join(artifacts, one), join(into, one), { recursive: true });
      return;
    }
    default:
      throw new Error(`no such action on this stage: ${step.uses}`);
  }
}

export function filled(
  given: Readonly<Record<string, unknown>>,
  { values }: Pick<Stage, 'values'>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      String(value).replace(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => meaningOf(expression, values)),
    ]),
  );
}

function meaningOf(expression: string, values: Stage['values']): string {
  const value = values[expression];
  if (value === undefined) throw new Error(`nothing is known of the expression: ${expression}`);
  return value;
}

/** `npx` as the workflow calls it, answered by the program that was built here. */
export function npxFor(folder: string, cli: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'npx');
  writeFileSync(file, '');
  appendFileSync(
    file,
    `#!/usr/bin/env bash\n[ "$1" = --yes ] && [[ "$2" = milestone-auditor@* ]] || { echo "unexpected: npx $*" >&2; exit 64; }\nexec "${process.execPath}" "${cli}" "\${@:3}"\n`,
    { mode: 0o755 },
  );
  return folder;
}
