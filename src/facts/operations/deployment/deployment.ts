/** Files that deploy the program: platform files, manifests, infrastructure as code, process managers. */
import type { Note } from '../../../model.ts';
import { addTo } from '../../../reading/collections.ts';
import { linesOf, type TextFile } from '../../../reading/text-file.ts';
import type { Script as NamedScript } from '../../project/dependencies/dependencies.ts';
import { type Script, workOfCommands } from '../pipelines/work.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { composeDeploys, kubernetesKinds } from './manifests.ts';
import { PLATFORM_FILES } from './platforms.ts';

export interface DeploymentFile {
  /** 'render', 'fly', 'kubernetes', 'terraform' … */
  readonly platform: string;
  readonly kind: 'platform' | 'manifest' | 'infrastructure' | 'process' | 'script';
  readonly path: string;
  /** The line that says so; 1 where the whole file does. */
  readonly line: number;
  /** A few words for evidence: 'Deployment, Service', 'aws_ecs_service', 'web: uvicorn …'. */
  readonly detail: string;
}

export interface Deployment {
  /** By path. A Dockerfile, a compose file for local use, dev containers and Gitpod are none. */
  readonly list: readonly DeploymentFile[];
  /** Deployment files that are empty. */
  readonly notes: readonly Note[];
}

const MAX_FILES = 200;
/** Other people's files, and examples of how one could deploy. */
const ASIDE =
  /(?:^|\/)(?:node_modules|venv|\.venv|site-packages|vendor|third_party|examples?|samples?|\.devcontainer|fixtures|__fixtures__|testdata)\//i;

/** Scripts and recipes that are run by hand. */
const SCRIPT = /\.(?:sh|bash|ps1)$|(?:^|\/)(?:GNU)?[Mm]akefile$/;
const MAX_SCRIPT = 100_000;
const NO_TASKS: Tasks = { behind: () => null };

/** Reads deployment files among `files`; `paths` names those whose text was not read, `named` are the scripts of manifests. */
export async function readDeployment(
  files: readonly TextFile[],
  paths: readonly string[] = [],
  tasks: Tasks = NO_TASKS,
  named: readonly NamedScript[] = [],
): Promise<Deployment> {
  const list: DeploymentFile[] = [];
  const notes: Note[] = [];
  const read = new Set<string>();
  const scripts = new Map<string, NamedScript[]>();
  for (const one of named) if (one.kind === 'npm') addTo(scripts, one.path, one);
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of ordered) {
    read.add(file.path);
    if (list.length >= MAX_FILES || ASIDE.test(file.path)) continue;
    const candidates = PLATFORM_FILES.filter((one) => one.path.test(file.path));
    // A README is made for other things than to deploy.
    if (candidates.length > 0 && !/\.md$/i.test(file.path) && isBlank(file.text)) {
      notes.push({ path: file.path, line: null, text: 'an empty deployment file' });
      continue;
    }
    const found = candidates.flatMap((one): DeploymentFile[] => {
      const place = one.find(file.text);
      return place === null ? [] : [{ platform: one.platform, kind: one.kind, path: file.path, ...place }];
    });
    // A file is one thing: the first row of the table that fits.
    list.push(
      ...(found.length > 0
        ? found.slice(0, 1)
        : [...(await manifestsIn(file)), ...scriptIn(file, scripts.get(file.path) ?? [], tasks)]),
    );
  }
  for (const path of paths) {
    // Too large or not text: its name still says what it is.
    if (read.has(path) || ASIDE.test(path) || list.length >= MAX_FILES) continue;
    const platform = PLATFORM_FILES.find((one) => one.byName && one.path.test(path));
    if (platform !== undefined)
      list.push({ platform: platform.platform, kind: platform.kind, path, line: 1, detail: '' });
  }
  return { list, notes };
}

async function manifestsIn(file: TextFile): Promise<readonly DeploymentFile[]> {
  if (!/\.ya?ml$/i.test(file.path) || /(?:^|\/)\.(?:github|gitlab|circleci)\//.test(file.path)) return [];
  if (/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(file.path)) {
    const found = await composeDeploys(file);
    return found === null ? [] : [{ platform: 'compose', kind: 'manifest', path: file.path, ...found }];
  }
  const found = await kubernetesKinds(file);
  return found === null ? [] : [{ platform: 'kubernetes', kind: 'manifest', path: file.path, ...found }];
}

/** A script whose commands deploy: it says where to, and how. */
function scriptIn(file: TextFile, named: readonly NamedScript[], tasks: Tasks): readonly DeploymentFile[] {
  for (const script of scriptsOf(file, named)) {
    const hit = workOfCommands(script, tasks).find(({ what }) => what === 'deploy');
    if (hit !== undefined)
      return [
        {
          platform: 'script',
          kind: 'script',
          path: file.path,
          line: hit.line,
          detail: linesOf(file.text)[hit.line - 1] ?? '',
        },
      ];
  }
  return [];
}

/** A script as a whole, and each of those that a package.json names. */
function scriptsOf({ path, text }: TextFile, named: readonly NamedScript[]): readonly Script[] {
  if (SCRIPT.test(path)) return [{ run: text.slice(0, MAX_SCRIPT), runLine: 1 }];
  if (text.length > MAX_SCRIPT) return [];
  return named.slice(0, MAX_FILES).map(({ target, line }) => ({ run: target, runLine: line }));
}

function isBlank(text: string): boolean {
  return linesOf(text).every((line) => /^\s*(?:#.*|\/\/.*|\{\s*\}|---)?\s*$/.test(line));
}
