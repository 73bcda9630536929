/** `cohort audit`: one shard of a plan, or all of it. */
import type { CohortPlan } from '../../cohort/plan.ts';
import { badOption } from '../../errors.ts';
import { visible } from '../../reporters/visible.ts';
import { EXIT } from '../command.ts';
import type { Installation, Rules } from '../installation.ts';
import { SILENT, statusLine } from '../screen.ts';
import { type AuditShardOptions, readConfig, readJobs, readPatience, readShard } from './options.ts';
import { readPlan } from './plan-file.ts';
import { runShard, type Tally } from './shard.ts';
import { startersOf } from './starters.ts';

/** Megabytes of one thread: five times of what the largest honest project takes. */
const MEMORY = 1_500;

/** 0 too where submissions could not be audited: that is a finding, and the report tells it. */
export async function auditShard(options: AuditShardOptions, here: Installation): Promise<number> {
  const { output } = options;
  if (output === undefined) throw badOption('--output', '', 'a file for the results of this shard');
  const rules = await here.rules(options.rules);
  const plan = await readPlan(options.plan, here.tool(rules.digest));
  const shard = readShard(options.shard, plan.shards);
  const [jobs, patience] = [readJobs(options.jobs), readPatience(options.patience)];
  await runPlan(
    { plan, shard, path: output, jobs, patience, config: readConfig(options.config), quiet: options.quiet },
    here,
    rules,
  );
  return EXIT.fine;
}

export interface Work {
  readonly plan: CohortPlan;
  /** null for all of them. */
  readonly shard: number | null;
  /** Where the rows are left. */
  readonly path: string;
  readonly jobs: number;
  readonly patience: number;
  /** Whether `.milestone.yml` of the submissions is read. */
  readonly config: boolean;
  /** Nothing on stderr. */
  readonly quiet: boolean;
}

export async function runPlan(work: Work, here: Installation, rules: Rules): Promise<Tally> {
  const { plan } = work;
  const { tool } = plan;
  const status = work.quiet ? SILENT : statusLine(process.stderr);
  const say = (text: string): void => {
    if (work.quiet) return;
    status.clear();
    process.stderr.write(`${visible(text)}\n`);
  };
  const starters = await startersOf(plan.assignments, { here, rules, tool });
  const tally = await runShard({
    ...work,
    setting: { home: here.home.href, tool, milestones: rules.milestones, config: work.config, starters },
    file: here.worker,
    memory: MEMORY,
    say,
    status: status.say,
  });
  const { judged, absent, failed, unchanged } = tally;
  const known = unchanged > 0 ? `, ${unchanged} of them as before` : '';
  say(`${judged} audited, ${absent} not submitted, ${failed} not audited${known}`);
  return tally;
}
