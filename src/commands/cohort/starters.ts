/** The code that everybody was given, read once for all submissions. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { starterPrints } from '../../audit-submission.ts';
import type { Assignment } from '../../cohort/file.ts';
import type { Report } from '../../model.ts';
import { openRepository } from '../../repository/open.ts';
import type { Installation, Rules } from '../installation.ts';
import { openTask } from '../portfolio/sources.ts';
import { contentsOf } from './contents.ts';
import type { Starter } from './work.ts';

interface Context {
  readonly here: Installation;
  readonly rules: Rules;
  readonly tool: Report['tool'];
}

/** By assignment. Throws a UserError where one cannot be opened. */
export async function startersOf(
  assignments: readonly Assignment[],
  context: Context,
): Promise<readonly (Starter | null)[]> {
  const known = new Map<string, Promise<Starter>>();
  return Promise.all(
    assignments.map(({ starter }) => {
      if (starter === null) return null;
      const read = known.get(starter) ?? readStarter(starter, context);
      known.set(starter, read);
      return read;
    }),
  );
}

async function readStarter(source: string, { here, rules, tool }: Context): Promise<Starter> {
  const { repository, close } = existsSync(source)
    ? { repository: await openRepository(source), close: () => {} }
    : await openTask({ source, folder: null, milestones: [] }, process.env);
  try {
    const { milestones } = rules;
    const prints = await starterPrints(repository, { milestones, reading: await here.reading(), tool });
    const files = await contentsOf(repository);
    const digest = createHash('sha256')
      .update(JSON.stringify([files, prints]))
      .digest('hex')
      .slice(0, 32);
    return { digest, files, prints };
  } finally {
    close();
  }
}
