/** The reusable workflow for cohorts, played from plan to report; a shard may be lost on the way. */
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { filled, type Job, npxFor, type Played, playJob } from './workflow.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Workflow {
  readonly on: {
    readonly workflow_call: { readonly inputs: Readonly<Record<string, { readonly default: unknown }>> };
  };
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'plan' | 'audit' | 'merge', Job>>;
}

export interface Setting {
  /** The repository that calls the workflow. */
  readonly caller: string;
  /** An empty folder for everything that is made. */
  readonly out: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Index of a shard whose machine is lost. */
  readonly lost?: number;
}

export interface Playing {
  readonly plan: Played;
  readonly audits: readonly Played[];
  readonly merge: Played;
  /** Folder with a folder per artifact. */
  readonly artifacts: string;
}

export function playCohort({ caller, out, inputs, lost }: Setting): Playing {
  const workflow = parse(readFileSync(join(ROOT, '.github/workflows/cohort.yml'), 'utf8')) as Workflow;
  const artifacts = join(out, 'artifacts');
  mkdirSync(artifacts, { recursive: true });
  const bin = npxFor(join(out, 'bin'), join(ROOT, 'dist', 'cli.js'));
  chmodSync(join(bin, 'npx'), 0o755);
  const defaults = Object.entries(workflow.on.workflow_call.inputs).map(([name, one]) => [
    name,
    String(one.default),
  ]);
  const given = { ...Object.fromEntries(defaults), ...inputs } as Record<string, string>;
  const values: Record<string, string> = {
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`inputs.${name}`, value])),
    'secrets.token || github.token': '',
    'github.run_id': '1',
    'github.run_attempt': '1',
  };
  const env = {
    PATH: `${bin}:${process.env.PATH ?? ''}`,
    HOME: out,
    LANG: 'C.UTF-8',
    ...filled(workflow.env, { values }),
  };
  const play = (job: Job, name: string, more: Readonly<Record<string, string>> = {}): Played => {
    const workspace = join(out, name);
    mkdirSync(workspace);
    return playJob(job, { caller, artifacts, workspace, values: { ...values, ...more }, env });
  };
  const { jobs } = workflow;
  const plan = play(jobs.plan, 'plan');
  const shards = JSON.parse(plan.outputs.shards ?? '[]') as readonly string[];
  const audits = shards.flatMap((shard, index) =>
    index === lost
      ? []
      : [play(jobs.audit, `audit-${index}`, { 'matrix.shard': shard, 'strategy.job-index': String(index) })],
  );
  return { plan, audits, merge: play(jobs.merge, 'merge'), artifacts };
}
