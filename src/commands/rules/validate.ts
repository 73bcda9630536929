/** `rules validate`: every mistake of rule files and their tests, with its place. */

import { basename, dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { RuleFileError } from '../../milestones/shaped.ts';
import { counted } from '../../model/counted.ts';
import { visible } from '../../reporters/visible.ts';
import { loadRuleTests } from '../../rule-tests/cases.ts';
import { EXIT } from '../command.ts';
import type { Installation } from '../installation.ts';
import type { RuleFile } from '../rule-file.ts';
import { milestonesOf, ruleFilesAt, testFilesAt } from '../rule-files.ts';

/** Prints a line per file and per mistake; answers the exit code. */
export async function validateRules(paths: readonly string[], here: Installation): Promise<number> {
  const builtIn = (await here.rules()).milestones;
  const rules = (await Promise.all(paths.map(ruleFilesAt))).flat();
  const mistakes: string[] = [];
  const fine: string[] = [];
  const own: RuleFile[] = [];
  for (const file of rules) {
    const found = await mistakesOf(async () => {
      const [milestone] = (await milestonesOf([...own, file], builtIn)).slice(-1);
      own.push(file);
      fine.push(`${file.path}: ${counted(milestone?.requirements.length ?? 0, 'requirement')}`);
    });
    mistakes.push(...found);
  }
  for (const file of await testsBeside(rules)) {
    const found = await mistakesOf(async () => {
      const tests = await loadRuleTests(file.text, file.path);
      fine.push(`${file.path}: ${Object.values(tests).flat().length} cases`);
    });
    mistakes.push(...found);
  }
  for (const line of fine) process.stdout.write(`${visible(line)}\n`);
  for (const line of mistakes) process.stderr.write(`${visible(line)}\n`);
  if (mistakes.length > 0) process.stderr.write(`${mistakes.length} to mend\n`);
  return mistakes.length > 0 ? EXIT.usage : EXIT.fine;
}

async function mistakesOf(load: () => Promise<void>): Promise<readonly string[]> {
  try {
    await load();
    return [];
  } catch (error) {
    if (error instanceof RuleFileError) return error.mistakes;
    if (error instanceof UserError) return [`${error.message}. ${error.hint}`];
    throw error;
  }
}

/** The tests of the rule files that were read: they lie beside them. */
async function testsBeside(rules: readonly RuleFile[]): Promise<readonly RuleFile[]> {
  const names = rules.map(({ path }) => join(dirname(path), basename(path).replace(/\.ya?ml$/, '.test.yml')));
  const found = await Promise.all(names.map((name) => testFilesAt(name).catch(() => [])));
  return found.flat();
}
