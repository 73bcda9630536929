/** Deployment files that were never filled in: images, hosts and registries that are still called after whoever reads. */

import { linesOf } from '../../../reading/text-file.ts';
import type { Unfinished } from '../../unfinished/unfinished.ts';

const MAX_LINES = 3_000;
/** Keys and commands whose value names a place in the world. */
const PLACE =
  /(?:^|[\s"'-])(?:images?|hosts?|server_name|repository|registry|newName|tags?|\w*_?image|app-name|app_name|domain|docker (?:push|tag|pull)|login-server|resource-?group|role-to-assume|kubectl set image)\b["']?\s*[:=]?\s*(.{0,300})$/i;
const UNFILLED =
  /\byour[-_ ]?(?:\w+[-_])?(?:docker|hub|user|name|account|registry|repo|project|org|domain|image|app|server|company|aws|ecr|acr|gcr)\w*|\bmy-?(?:dockerhub|docker)?-?(?:username|registry|account|org)\b|<(?:your|my|docker|account|registry|image|project|repo|user|org|domain|aws|ecr|acr|gcp)[\w .-]{0,40}>|\b(?:REPLACE|CHANGE)[-_]?ME\b|\byourdomain\b|(?:^|[/.\s])example\.(?:com|org)\b/i;

/** The first such line of a file; null where everything has a name. Comments and variables are no gap. */
export function unfilledIn(path: string, text: string): Unfinished | null {
  for (const [index, line] of linesOf(text).slice(0, MAX_LINES).entries()) {
    const bare = line.slice(0, 400).replace(/(?:^|\s)#.*$/, '');
    const value = PLACE.exec(bare)?.[1] ?? '';
    const name = UNFILLED.exec(value)?.[0].trim();
    if (name !== undefined) return { path, line: index + 1, what: `'${name}' was never filled in` };
  }
  return null;
}

/** Volumes that a container of Kubernetes mounts and its pod does not have, one place a file. */
export function undefinedVolumes(path: string, text: string): readonly Unfinished[] {
  if (!/^\s*volumeMounts\s*:/m.test(text) || text.includes('{{')) return [];
  for (const { lines, first } of documentsOf(text)) {
    const mounted = namesUnder(lines, /^(?:- )?volumeMounts:\s*$/);
    const defined = new Set(
      [...namesUnder(lines, /^(?:- )?volumes:\s*$/), ...namesUnder(lines, /^volumeClaimTemplates:\s*$/)].map(
        (one) => one.name,
      ),
    );
    const lost = mounted.find((one) => !defined.has(one.name));
    if (lost !== undefined)
      return [
        { path, line: first + lost.index, what: `mounts the volume '${lost.name}', which is not defined` },
      ];
  }
  return [];
}

function documentsOf(text: string): readonly { readonly lines: readonly string[]; readonly first: number }[] {
  const all = linesOf(text).slice(0, MAX_LINES);
  const starts = [0, ...all.flatMap((line, index) => (/^---/.test(line) ? [index] : []))];
  return starts.map((start, at) => ({ lines: all.slice(start, starts[at + 1]), first: start + 1 }));
}

/** The `name`s in the list below each key that matches, by the indentation of its lines. */
function namesUnder(
  lines: readonly string[],
  key: RegExp,
): readonly { readonly name: string; readonly index: number }[] {
  const found: { name: string; index: number }[] = [];
  let below: number | null = null;
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const indent = line.length - line.trimStart().length;
    if (below !== null && (indent < below || (indent === below && !text.startsWith('- ')))) below = null;
    if (below !== null) {
      const name = /^(?:- )?name:\s*["']?([\w.-]+)/.exec(text)?.[1];
      if (name !== undefined) found.push({ name, index });
    }
    if (key.test(text)) below = indent + (text.startsWith('- ') ? 2 : 0);
  }
  return found;
}
