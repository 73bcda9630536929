/** `cohort`: plan, audit and report in one go. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../command.ts';
import type { Installation } from '../installation.ts';
import { listOnGitHub } from './github.ts';
import {
  type RunOptions,
  readConfig,
  readFormats,
  readJobs,
  readPatience,
  readSimilarity,
} from './options.ts';
import { planOf } from './planning.ts';
import { runPlan } from './run-shard.ts';
import { cohortOf } from './what.ts';
import { earlierCohort, writeReports } from './write.ts';

/** Answers the exit code. Throws a UserError for the user's mistakes, all of them before the first repository is read. */
export async function runCohort(
  what: string | undefined,
  options: RunOptions,
  here: Installation,
): Promise<number> {
  const formats = readFormats(options);
  const similarity = readSimilarity(options.similarity);
  const config = readConfig(options.config);
  const [jobs, patience] = [readJobs(options.jobs), readPatience(options.patience)];
  const earlier = options.compare === undefined ? null : await earlierCohort(options.compare);
  const rules = await here.rules(options.rules);
  const tool = here.tool(rules.digest);
  const cohort = await cohortOf(what, options);
  const plan = await planOf(cohort, { tool, shards: 1, onGitHub: listOnGitHub });
  const path = stateIn(options.state);
  const tally = await runPlan(
    { plan, shard: null, path, jobs, patience, config, quiet: options.quiet },
    here,
    rules,
  );
  await writeReports({ plan, parts: [path], rules, tool, earlier, formats, similarity, options });
  return tally.judged === 0 ? EXIT.nothing : tally.failed > 0 ? EXIT.gate : EXIT.fine;
}

/** A folder that no repository takes for its own. */
function stateIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.gitignore'), '*\n');
  return join(folder, 'results.jsonl');
}
