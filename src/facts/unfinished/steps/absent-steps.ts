/** Steps of the README that cannot be taken: what they start, copy or install from is not there. */
import { baseName, folderOf, linesOf, resolvePath } from '../../../reading/text-file.ts';
import { BUILT, PRIVATE } from '../../documents/references.ts';
import type { Facts } from '../../facts.ts';
import type { Unfinished } from '../unfinished.ts';
import { type Need, needOf } from './needs.ts';
import { type Step, stepsIn } from './steps.ts';

/** Says that the reader makes a file, or that a command does: no other file stands between. */
const MADE =
  /\b(?:(?:curl|wget|touch|create|add|generat\w+|rename|save|download|nano|vim?|crea\w*|cria\w*|erstell\w*)\b[^`]*`?|(?:cp|copy|mv)\s\S+\s+)\S*$|>\s*\S*$/i;

/** Each absent thing once, where it is first needed. */
export function absentSteps(facts: Facts): readonly Unfinished[] {
  const { readme } = facts.documentation;
  if (readme === null) return [];
  const text = facts.text(readme.path) ?? '';
  const found = new Map<string, Unfinished>();
  for (const step of stepsIn(readme, text, facts.present)) {
    const need = needOf(step.words);
    const [name = ''] = need?.any ?? [];
    if (need === null || found.has(name) || isThere(need, step, facts, text)) continue;
    const lacks = need.kind === 'script' ? 'which nothing defines' : `and ${name} is not there`;
    const what = `shows \`${step.words.join(' ').slice(0, 80)}\`, ${lacks}`;
    found.set(name, { path: readme.path, line: step.line, what });
  }
  return [...found.values()];
}

function isThere(need: Need, step: Step, facts: Facts, text: string): boolean {
  const folders = step.folders ?? foldersOf(facts);
  if (need.kind === 'script') return isTask(need.any[0] ?? '', folders, facts);
  const paths = need.any.flatMap((one) => (need.kind === 'module' ? asFiles(one) : [one]));
  if (paths.some((path) => BUILT.test(path) || PRIVATE.test(path) || isMade(path, text))) return true;
  const present = new Set(facts.present.map((one) => one.toLowerCase()));
  const at = folders.flatMap((folder) => paths.map((path) => resolvePath(folder, path)?.toLowerCase()));
  if (at.some((one) => one === undefined || present.has(one))) return true;
  if (need.exact && step.folders !== null) return false;
  return [...present].some((one) =>
    paths.some((path) => one.endsWith(`/${path.toLowerCase()}`) && isTold(folderOf(one), path, text)),
  );
}

/** A path with folders is meant as it is; for a bare name the README speaks of the folder in which it lies. */
function isTold(folder: string, path: string, text: string): boolean {
  const name = baseName(
    folder.slice(0, Math.max(0, folder.length - folderOf(path).length)).replace(/\/$/, ''),
  );
  return (
    path.includes('/') ||
    name === '' ||
    new RegExp(
      `(?:cd |[\`/])${name.replace(/[^\w]/g, '\\$&')}\\b|\\b${name.replace(/[^\w]/g, '\\$&')}/`,
      'i',
    ).test(text)
  );
}

function asFiles(module: string): readonly string[] {
  const path = module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__init__.py`];
}

function isMade(path: string, text: string): boolean {
  const name = baseName(path);
  return linesOf(text)
    .slice(0, 5_000)
    .map((line) => line.slice(0, 500).replace(/\s#.*$/, ''))
    .some((line) => {
      const at = line.lastIndexOf(name);
      const before = line.slice(0, Math.max(0, at));
      return at >= 0 && MADE.test(before);
    });
}

function isTask(command: string, folders: readonly string[], { tasks }: Facts): boolean {
  return folders.some((folder) => tasks.behind(command, folder)?.length !== 0);
}

function foldersOf({ present }: Facts): readonly string[] {
  return [...new Set(['', ...present.map(folderOf)])];
}
