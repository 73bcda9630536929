/** Steps of the README and of the project's own scripts that cannot be taken: what they start, copy or install from is not there. */
import { baseName, folderOf, linesOf, resolvePath } from '../../../reading/text-file.ts';
import { BUILT, PRIVATE } from '../../documents/references.ts';
import type { Facts } from '../../facts.ts';
import type { Unfinished } from '../unfinished.ts';
import { type Need, needOf } from './needs.ts';
import { type Step, stepsIn, stepsOfFile } from './steps.ts';

/** Says that the reader makes a file, or that a command does: no other file stands between. */
const MADE =
  /\b(?:(?:curl|wget|touch|create|add|generat\w+|rename|save|download|nano|vim?|crea\w*|cria\w*|erstell\w*)\b[^`]*`?|(?:cp|copy|mv)\s\S+\s+)\S*$|>\s*\S*$/i;

/** Opens a block that is no command. */
const CONTENTS = /^\s*`{3,}\s*(?:env|ini|properties|toml|ya?ml|json|jsonc|python|py|[jt]s)\s*$/i;

/** What the steps of one file are held against. */
interface Ground {
  readonly facts: Facts;
  readonly text: string;
  /** Without what a comment says. */
  readonly lines: readonly string[];
  /** As {@link slipped}. */
  readonly present: ReadonlySet<string>;
  readonly folders: readonly string[];
}

const SCRIPT = /\.(?:sh|bash)$/;
const MOST_SCRIPTS = 40;

/** Each absent thing once, where it is first needed. */
export function absentSteps(facts: Facts): readonly Unfinished[] {
  const { readme } = facts.documentation;
  const present = new Set(facts.present.map(slipped));
  const folders = [...new Set(['', ...facts.present.map(folderOf)])];
  const scripts = facts.files
    .filter(({ path, role }) => SCRIPT.test(path) && role === 'application')
    .slice(0, MOST_SCRIPTS);
  const found = new Map<string, Unfinished>();
  for (const path of [...(readme ? [readme.path] : []), ...scripts.map((one) => one.path)]) {
    const text = facts.text(path) ?? '';
    const lines = linesOf(text)
      .slice(0, 5_000)
      .map((line) => line.slice(0, 500).replace(/\s#.*$/, ''));
    const ground: Ground = { facts, text, lines, present, folders };
    const steps = readme?.path === path ? stepsIn(readme, text, facts.present) : stepsOfFile(text);
    for (const step of steps) {
      const need = needOf(step.words);
      const [name = ''] = need?.any ?? [];
      if (need === null || found.has(name) || isThere(need, step, ground)) continue;
      found.set(name, { path, line: step.line, ...toldOf(need, step) });
    }
  }
  return [...found.values()];
}

function toldOf(need: Need, { words }: Step): Pick<Unfinished, 'what' | 'lacks'> {
  const [name = ''] = need.any;
  const shows = `shows \`${words.join(' ').slice(0, 80)}\``;
  return need.kind === 'script'
    ? { what: `${shows}, which nothing defines` }
    : { what: `${shows}, and ${name} is not there`, lacks: name.toLowerCase().replace(/^\.\//, '') };
}

/** A letter's case, and a plural for a singular, are slips. */
function slipped(path: string): string {
  return path.toLowerCase().replace(/s(?=\/)/g, '');
}

function isThere(need: Need, step: Step, { facts, text, lines, present, folders: all }: Ground): boolean {
  const folders = step.folders ?? all;
  if (need.kind === 'script') return isTask(need.any[0] ?? '', folders, facts);
  const paths = need.any.flatMap((one) => (need.kind === 'module' ? asFiles(one) : [one]));
  if (paths.some((path) => BUILT.test(path) || PRIVATE.test(path) || isMade(path, lines))) return true;
  const at = folders.flatMap((folder) => paths.map((path) => slippedIn(folder, path)));
  if (at.some((one) => one === undefined || present.has(one))) return true;
  if (need.exact && step.folders !== null) return false;
  // Back at the root, without a word about it.
  if (paths.some((path) => present.has(slipped(path)))) return true;
  const others = [...present].filter((one) => paths.some((path) => one.endsWith(`/${slipped(path)}`)));
  // A module of which there is one is found wherever it lies.
  if (
    need.kind === 'file' &&
    others.length === 1 &&
    paths.some((path) => /^[^/]+\.\w*[jt]sx?$|^[^/]+\.py$/.test(path))
  )
    return true;
  return others.some((one) =>
    paths.some((path) => one.endsWith(`/${slipped(path)}`) && isTold(folderOf(one), path, text)),
  );
}

function slippedIn(folder: string, path: string): string | undefined {
  const place = resolvePath(folder, path);
  return place === null ? undefined : slipped(place);
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
  return lines.some((line, index) => {
    const at = line.lastIndexOf(name);
    if (at < 0) return false;
    // "An example of `.env.local`:" and its contents.
    const [next] = lines.slice(index + 1, index + 3).filter((one) => one.trim() !== '');
    return (
      MADE.test(line.slice(0, at)) ||
      (/^[\s`*"']*:[\s*]*$/.test(line.slice(at + name.length)) && CONTENTS.test(next ?? ''))
    );
  });
}

function isTask(command: string, folders: readonly string[], { tasks }: Facts): boolean {
  return folders.some((folder) => tasks.behind(command, folder)?.length !== 0);
}
