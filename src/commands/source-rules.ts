/** The rule files themselves, for a program that runs from its source: what a build does once. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { CHECKS } from '../checks/index.ts';
import { loadMilestone } from '../milestones/load.ts';
import type { Milestone } from '../model.ts';
import type { Rules } from './installation.ts';

/** Reads and validates every rule file of a folder. Throws a UserError with the places of its mistakes. */
export async function sourceRules(folder: URL): Promise<Rules> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  const milestones = await Promise.all(
    texts.map((text, index) => loadMilestone(text, `rules/${names[index]}`, CHECKS)),
  );
  const digest = createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
  return { digest, milestones: milestones.sort((a, b) => order(a) - order(b)) };
}

/** By phase of the roadmap, the portfolio's rules last. */
function order({ phase }: Milestone): number {
  return phase === 0 ? Number.MAX_SAFE_INTEGER : phase;
}
