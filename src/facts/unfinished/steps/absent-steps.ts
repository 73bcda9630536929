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

/** What the steps are held against, looked up once for all of them. */
interface Ground {
  readonly facts: Facts;
  readonly text: string;
  /** Without what a comment says. */
  readonly lines: readonly string[];
  /** In small letters: a letter's case is a slip. */
  readonly present: ReadonlySet<string>;
  readonly folders: readonly string[];
}

/** Each absent thing once, where it is first needed. */
export function absentSteps(facts: Facts): readonly Unfinished[] {
  const { readme } = facts.documentation;
  if (readme === null) return [];
  const text = facts.text(readme.path) ?? '';
  const ground: Ground = {
    facts,
    text,
    lines: linesOf(text)
      .slice(0, 5_000)
      .map((line) => line.slice(0, 500).replace(/\s#.*$/, '')),
    present: new Set(facts.present.map((one) => one.toLowerCase())),
    folders: [...new Set(['', ...facts.present.map(folderOf)])],
  };
  const found = new Map<string, Unfinished>();
  for (const step of stepsIn(readme, text, facts.present)) {
    const need = needOf(step.words);
    const [name = ''] = need?.any ?? [];
    if (need === null || found.has(name) || isThere(need, step, ground)) continue;
    const how = need.kind === 'script' ? 'which nothing defines' : `and ${name} is not there`;
    const what = `shows \`${step.words.join(' ').slice(0, 80)}\`, ${how}`;
    const lacks = need.kind === 'script' ? {} : { lacks: name.toLowerCase().replace(/^\.\//, '') };
    found.set(name, { path: readme.path, line: step.line, what, ...lacks });
  }
  return [...found.values()];
}

function isThere(need: Need, step: Step, { facts, text, lines, present, folders: all }: Ground): boolean {
  const folders = step.folders ?? all;
  if (need.kind === 'script') return isTask(need.any[0] ?? '', folders, facts);
  const paths = need.any.flatMap((one) => (need.kind === 'module' ? asFiles(one) : [one]));
  if (paths.some((path) => BUILT.test(path) || PRIVATE.test(path) || isMade(path, lines))) return true;
  const at = folders.flatMap((folder) => paths.map((path) => resolvePath(folder, path)?.toLowerCase()));
  if (at.some((one) => one === undefined || present.has(one))) return true;
  if (need.exact && step.folders !== null) return false;
  return [...present].some((one) =>
    paths.some((path) => one.endsWith(`/${path.toLowerCase()}`) && isTold(folderOf(one), path, text)),
  );
}

/** A path with folders is meant as it is; for a bare name the README speaks of the folder in which it lies. */
function isTold(folder: string, path: string, text: string): boolean {
  const name = baseName(folder).replace(/[^\w]/g, '\\$&');
  return (
    path.includes('/') || name === '' || new RegExp(`(?:cd |[\`/])${name}\\b|\\b${name}/`, 'i').test(text)
  );
}

function asFiles(module: string): readonly string[] {
  const path = module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__init__.py`];
}

function isMade(path: string, lines: readonly string[]): boolean {
  const name = baseName(path);
  return lines.some((line) => {
    const at = line.lastIndexOf(name);
    return at >= 0 && MADE.test(line.slice(0, at));
  });
}

function isTask(command: string, folders: readonly string[], { tasks }: Facts): boolean {
  return folders.some((folder) => tasks.behind(command, folder)?.length !== 0);
}
