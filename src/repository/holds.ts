/** A folder that is no project, but holds some: each with a history of its own. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';

/** A frontend beside its backend is one project in two repositories; more of them are a collection. */
const MOST_PARTS = 3;

/** Throws a UserError that says what to type. */
export function refuseCollection(path: string, shown: string): void {
  const [first, ...others] = repositoriesIn(path);
  if (first === undefined || others.length < MOST_PARTS) return;
  throw new UserError({
    code: 'several-repositories',
    message: `'${shown}' is no project: it holds ${others.length + 1} repositories`,
    hint: `For a table of all of them: milestone-auditor cohort ${join(shown, '.')} --milestone ID. For one: milestone-auditor ${join(shown, first)}`,
    exitCode: 2,
  });
}

/** Names of the repositories directly in a folder that is none itself. */
function repositoriesIn(path: string): readonly string[] {
  if (existsSync(join(path, '.git'))) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((one) => one.isDirectory() && existsSync(join(path, one.name, '.git')))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
