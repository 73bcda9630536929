/** `knowledge validate`: every mistake of files of one's own, with its place. */
import { loadMeanings } from '../../knowledge/load.ts';
import { RuleFileError } from '../../milestones/shaped.ts';
import { visible } from '../../reporters/visible.ts';
import { EXIT } from '../command.ts';
import type { Installation } from '../installation.ts';
import { ruleFilesAt } from '../rule-files.ts';

/** Prints a line per file and per mistake; answers the exit code. */
export async function validateKnowledge(paths: readonly string[], here: Installation): Promise<number> {
  const { roles } = (await here.reading()).knowledge;
  const mistakes: string[] = [];
  for (const file of (await Promise.all(paths.map(ruleFilesAt))).flat()) {
    try {
      const rows = await loadMeanings(file, roles, true);
      process.stdout.write(`${visible(file.path)}: ${rows.length} rows\n`);
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  for (const line of mistakes) process.stderr.write(`${visible(line)}\n`);
  if (mistakes.length > 0) process.stderr.write(`${mistakes.length} to mend\n`);
  return mistakes.length > 0 ? EXIT.usage : EXIT.fine;
}
