/** `cohort plan`: who hands in what, for many machines. */
import { EXIT } from '../command.ts';
import type { Installation } from '../installation.ts';
import { writeFile } from '../output.ts';
import { listOnGitHub } from './github.ts';
import { type PlanOptions, readShards } from './options.ts';
import { planOf } from './planning.ts';
import { cohortOf } from './what.ts';

/** With --output, stdout holds the list of shards, which is what a matrix takes. */
export async function planCohort(
  what: string | undefined,
  options: PlanOptions,
  here: Installation,
): Promise<number> {
  const shards = readShards(options.shards);
  const rules = await here.rules(options.rules);
  const cohort = await cohortOf(what, options);
  const plan = await planOf(cohort, { tool: here.tool(rules.digest), shards, onGitHub: listOnGitHub });
  const text = `${JSON.stringify(plan, null, 1)}\n`;
  if (options.output === undefined) {
    process.stdout.write(text);
    return EXIT.fine;
  }
  writeFile(options.output, text);
  process.stdout.write(
    `${JSON.stringify(Array.from({ length: plan.shards }, (_, index) => `${index + 1}/${plan.shards}`))}\n`,
  );
  process.stderr.write(`${plan.entries.length} submissions in ${plan.shards} shards\n`);
  return EXIT.fine;
}
