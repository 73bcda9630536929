/** The repositories that fit a pattern with one `*`: folders of this machine, or repositories on GitHub. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Listed } from '../../cohort/plan.ts';
import { noSuchPath, UserError } from '../../errors.ts';

/** What of a folder is counted to know how large it is. */
const MOST_COUNTED = 2_000;
const UNCOUNTED = new Set(['.git', 'node_modules', '.venv', 'venv', '__pycache__']);

/** Repositories of an organisation or a user whose names fit. */
export type ListOnGitHub = (owner: string, from: string, to: string) => Promise<readonly Listed[]>;

/** `base` is the folder from which folders are seen. Throws a UserError. */
export async function listed(
  pattern: string,
  base: string,
  onGitHub: ListOnGitHub,
): Promise<readonly Listed[]> {
  const [before = '', after = ''] = pattern.split('*');
  const folder = join(base, before.endsWith('/') || before === '' ? before || '.' : dirname(before));
  const from = before.endsWith('/') || before === '' ? '' : basename(before);
  if (existsSync(folder) && statSync(folder).isDirectory()) return foldersIn(folder, from, after);
  const remote = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([\w.-]*)$/.exec(before);
  if (remote === null) throw noSuchPath(folder);
  return onGitHub(remote[1] ?? '', remote[2] ?? '', after);
}

function foldersIn(folder: string, from: string, to: string): readonly Listed[] {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && !one.name.startsWith('.') && fits(one.name, from, to))
    .map(({ name }) => name)
    .sort();
  if (found.length === 0) throw nothingFits(folder);
  return found.map((name) => {
    const source = join(folder, name);
    return { source, stem: stemOf(name, from, to), size: filesIn(source) };
  });
}

/** Whether a name fits `from*to`, with something in place of the star. */
export function fits(name: string, from: string, to: string): boolean {
  const low = name.toLowerCase();
  return (
    low.length > from.length + to.length &&
    low.startsWith(from.toLowerCase()) &&
    low.endsWith(to.toLowerCase())
  );
}

/** What stands in place of the star. */
export function stemOf(name: string, from: string, to: string): string {
  return name.slice(from.length, name.length - to.length);
}

function filesIn(folder: string): number {
  let count = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined && count < MOST_COUNTED; next = waiting.pop()) {
    for (const one of readdirOf(next)) {
      if (UNCOUNTED.has(one.name)) continue;
      if (one.isDirectory()) waiting.push(join(next, one.name));
      else count += 1;
    }
  }
  return count;
}

function readdirOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function nothingFits(folder: string): UserError {
  return new UserError({
    code: 'empty',
    message: `No folder below '${folder}' fits`,
    hint: 'Name the folder that holds one folder per learner.',
    exitCode: 3,
  });
}
