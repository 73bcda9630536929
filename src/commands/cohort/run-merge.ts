/** `cohort merge`: what the shards found, put together. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sameTool } from '../../difference.ts';
import { noSuchPath, UserError } from '../../errors.ts';
import { visible } from '../../reporters/visible.ts';
import { EXIT } from '../command.ts';
import type { Installation } from '../installation.ts';
import { type MergeOptions, readFormats, readSimilarity } from './options.ts';
import { readPlan } from './plan-file.ts';
import { toolOf } from './rows-file.ts';
import { earlierCohort, writeReports } from './write.ts';

/** 1 where a submission could not be audited, one of a lost shard among them. */
export async function mergeCohort(
  words: readonly string[],
  options: MergeOptions,
  here: Installation,
): Promise<number> {
  const formats = readFormats(options);
  const similarity = readSimilarity(options.similarity);
  const earlier = options.compare === undefined ? null : await earlierCohort(options.compare);
  const rules = await here.rules(options.rules);
  const tool = here.tool(rules.digest);
  const plan = await readPlan(options.plan, tool);
  const parts = words.flatMap(partsAt);
  for (const part of parts) {
    const made = await toolOf(part);
    if (!sameTool(made, tool)) throw otherRules(part);
  }
  const { failed } = await writeReports({ plan, parts, rules, tool, earlier, formats, similarity, options });
  return failed > 0 ? EXIT.gate : EXIT.fine;
}

/** A file, or the files of a folder and of the folders in it: artifacts are unpacked into one each. */
function partsAt(path: string): readonly string[] {
  if (!existsSync(path)) throw noSuchPath(path);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(path, name));
}

function otherRules(part: string): UserError {
  return new UserError({
    code: 'bad-option',
    message: `${visible(part)} was made by another version or by other rules`,
    hint: 'Plan, audit and merge with the same version and the same rules.',
    exitCode: 2,
  });
}
