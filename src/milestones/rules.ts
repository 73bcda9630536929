/** All rule files of a folder: the milestones, and a digest that names them. */
import type { Milestone } from '../model.ts';
import { loadMilestone } from './load.ts';
import type { CheckTable } from './shape.ts';

export interface RuleFile {
  /** `blog-api.yml`. */
  readonly name: string;
  readonly text: string;
}

export interface Rules {
  /** The same rules, the same digest: SHA-256 over the files in the order of their names, its first 16 digits. */
  readonly digest: string;
  /** In the order of the files' names. */
  readonly milestones: readonly Milestone[];
}

/** `folder` is how messages name the files' folder. Throws a `RuleFileError` for the first file that has mistakes. */
export async function loadRules(
  files: readonly RuleFile[],
  folder: string,
  checks: CheckTable,
): Promise<Rules> {
  const ordered = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const milestones: Milestone[] = [];
  for (const { name, text } of ordered)
    milestones.push(await loadMilestone(text, `${folder}/${name}`, checks));
  return { digest: await digestOf(ordered), milestones };
}

async function digestOf(files: readonly RuleFile[]): Promise<string> {
  // Names count too, and zeros keep the end of one file apart from the start of the next.
  const bytes = new TextEncoder().encode(files.map(({ name, text }) => `${name}\0${text}\0`).join(''));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
