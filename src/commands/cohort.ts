/** The cohort command: thirty to three thousand repositories for a mentor, on one machine or on many. */
import type { Command } from 'commander';
import type { AuditShardOptions, MergeOptions, PlanOptions, RunOptions } from './cohort/options.ts';
import { type CommandLine, examples } from './command.ts';
import { uses } from './shared-options.ts';

const WHAT = 'COHORT.yml, a roster (CSV), or a folder that holds repositories; ./COHORT.yml without any';

/** Options of the program that a report on a cohort uses. */
const REPORTING = ['format', 'output', 'config', 'rules', 'compare', 'verbose', 'quiet', 'color'];

export function addCohort({ program, here, exitWith }: CommandLine): void {
  const cohort = program
    .command('cohort')
    .description('audit the submissions of a whole class, and show learners against requirements')
    .addHelpText(
      'after',
      examples([
        'milestone-auditor cohort submissions --milestone blog-api    every folder in it',
        'milestone-auditor cohort COHORT.yml --format html,csv --output report',
        'milestone-auditor cohort --org class-2027 --prefix blog- --roster roster.csv -m blog-api',
        'milestone-auditor cohort plan COHORT.yml --shards 20 --output plan.json',
        'milestone-auditor cohort audit --plan plan.json --shard 3/20 --output part-3.jsonl',
        'milestone-auditor cohort merge --plan plan.json parts --format html --output report',
      ]),
    );
  const run = reportOptions(whatOptions(cohort.command('run', { isDefault: true })))
    .description('plan, audit and report in one go: the same as no word at all')
    .argument('[what]', WHAT)
    .option('--state <folder>', 'where results are kept, so that a stopped run goes on', '.milestone-cohort')
    .option('-j, --jobs <number>', 'repositories that are audited at the same time')
    .option('--patience <seconds>', 'the longest that one repository may take', '600')
    .action(async (what: string | undefined) => {
      const { runCohort } = await import('./cohort/run.ts');
      exitWith(await runCohort(what, run.optsWithGlobals<RunOptions>(), here));
    });
  uses(run, 'milestone', ...REPORTING);
  const plan = whatOptions(cohort.command('plan'))
    .description('write who hands in what, cut into shards of about the same size')
    .argument('[what]', WHAT)
    .option('--shards <number>', 'how many there shall be at most', '1')
    .addHelpText(
      'after',
      examples(['milestone-auditor cohort plan COHORT.yml --shards 20 --output plan.json']),
    )
    .action(async (what: string | undefined) => {
      const { planCohort } = await import('./cohort/run-plan.ts');
      exitWith(await planCohort(what, plan.optsWithGlobals<PlanOptions>(), here));
    });
  uses(plan, 'milestone', 'output', 'rules', 'color');
  const audit = cohort
    .command('audit')
    .description('audit one shard of a plan, and leave a line per submission')
    .requiredOption('--plan <file>', 'what `cohort plan` wrote')
    .option('--shard <n/m>', 'which of the shards; all of them without it')
    .option('-j, --jobs <number>', 'repositories that are audited at the same time')
    .option('--patience <seconds>', 'the longest that one repository may take', '600')
    .addHelpText(
      'after',
      examples(['milestone-auditor cohort audit --plan plan.json --shard 3/20 --output part-3.jsonl']),
    )
    .action(async () => {
      const { auditShard } = await import('./cohort/run-shard.ts');
      exitWith(await auditShard(audit.optsWithGlobals<AuditShardOptions>(), here));
    });
  uses(audit, 'output', 'config', 'rules', 'quiet', 'color');
  const merge = reportOptions(cohort.command('merge'))
    .description('put what the shards found together, in any order, and report')
    .argument('<parts...>', 'files that `cohort audit` wrote, or folders that hold them')
    .requiredOption('--plan <file>', 'what `cohort plan` wrote')
    .addHelpText(
      'after',
      examples(['milestone-auditor cohort merge --plan plan.json parts --format html --output report']),
    )
    .action(async (parts: readonly string[]) => {
      const { mergeCohort } = await import('./cohort/run-merge.ts');
      exitWith(await mergeCohort(parts, merge.optsWithGlobals<MergeOptions>(), here));
    });
  uses(merge, ...REPORTING);
}

function whatOptions(command: Command): Command {
  return command
    .option('--org <name>', 'the repositories of an organisation or a user on GitHub')
    .option('--prefix <text>', 'only those whose names begin with it; the rest of the name is the learner')
    .option(
      '--roster <file>',
      'who the learners are: a CSV file of GitHub Classroom, Classroom 50 or your own',
    )
    .option('--starter <repository>', 'the code that everybody was given')
    .option('--title <text>', 'what the cohort is called')
    .option('--since <day>', 'whoever has no better verdict since this day is stuck');
}

function reportOptions(command: Command): Command {
  return command.option(
    '--similarity <file>',
    'for the mentor only: which submissions share code (.html, .md or .json)',
  );
}
