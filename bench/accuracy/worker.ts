/** A process that audits folder after folder; see `workers.ts`, which starts it with the folders of the programs. */
import { loadVersion, type Version } from './version.ts';
import type { Answer, Task } from './workers.ts';

const versions = new Map<string, Promise<Version>>();

function versionAt(root: string): Promise<Version> {
  const known = versions.get(root);
  if (known) return known;
  const loaded = loadVersion(root);
  versions.set(root, loaded);
  return loaded;
}

process.on('message', async (task: Task) => {
  const version = await versionAt(task.program);
  const outcome = await version.audit(task.folder, task.milestone);
  const { rules, requirements } = version;
  const answer: Answer = { outcome, rules, requirements, peakKilobytes: process.resourceUsage().maxRSS };
  process.send?.(answer);
});
