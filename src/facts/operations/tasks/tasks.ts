/**
 * Commands that a project gives names to (`npm test`, `make check`, `poe lint`, `./scripts/ci.sh`), and what stands behind
 * the names: a command does what its definition says, whatever it is called.
 */
import { baseName, folderOf, pathFrom, type TextFile } from '../../../reading/text-file.ts';
import { readJustfile, readMakefile } from './makefile.ts';
import { readPackageScripts } from './package-scripts.ts';
import { readPyprojectTasks } from './pyproject-tasks.ts';
import { type Asked, askedOf, type Runner } from './runners.ts';
import type { Task } from './task.ts';
import { readTaskfile } from './taskfile.ts';

export interface Behind {
  readonly folder: string;
  readonly commands: readonly string[];
}

export interface Tasks {
  /**
   * What a command runs when it is given in a folder; [] where it names something that is not there, null where it is no
   * name of this project but a program.
   */
  behind(command: string, folder: string): readonly Behind[] | null;
}

const MOST_TASKS = 2_000;

/** Of the project's texts; `paths` are all its files. */
export async function readTasks(files: readonly TextFile[], paths: readonly string[] = []): Promise<Tasks> {
  const tasks: Task[] = [];
  const scripts = new Map<string, string>();
  for (const file of files) {
    const name = baseName(file.path);
    if (/\.(?:sh|bash)$/i.test(name)) scripts.set(file.path, file.text);
    else if (name === 'package.json' || /^deno\.jsonc?$/.test(name)) tasks.push(...readPackageScripts(file));
    else if (/^(?:GNU)?[Mm]akefile$/.test(name)) tasks.push(...readMakefile(file));
    else if (/^\.?justfile$/i.test(name)) tasks.push(...readJustfile(file));
    else if (/^Taskfile(?:\.dist)?\.ya?ml$/i.test(name)) tasks.push(...(await readTaskfile(file)));
    else if (name === 'pyproject.toml') tasks.push(...(await readPyprojectTasks(file)));
    if (tasks.length > MOST_TASKS) break;
  }
  tasks.push(...servedByDefault(paths, tasks));
  return tasksOf(tasks, scripts);
}

/** What npm starts beside a package that names no script for it. */
function servedByDefault(paths: readonly string[], tasks: readonly Task[]): readonly Task[] {
  const named = new Set(
    tasks.filter((one) => one.runner === 'script' && one.name === 'start').map(({ folder }) => folder),
  );
  return paths
    .filter((path) => baseName(path) === 'server.js' && !named.has(folderOf(path)))
    .map((path) => ({
      runner: 'script',
      name: 'start',
      folder: folderOf(path),
      commands: ['node server.js'],
    }));
}

function tasksOf(tasks: readonly Task[], scripts: ReadonlyMap<string, string>): Tasks {
  const byName = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = `${task.runner} ${task.name}`;
    byName.set(key, [...(byName.get(key) ?? []), task]);
  }
  const named = (runner: Runner, name: string): readonly Task[] => byName.get(`${runner} ${name}`) ?? [];
  /** Names with a star, as npm-run-all takes them. */
  const fitting = (runner: Runner, name: string): readonly Task[] => {
    if (!name.includes('*')) return named(runner, name);
    const start = name.slice(0, name.indexOf('*'));
    return tasks.filter((one) => one.runner === runner && one.name.startsWith(start));
  };

  function asked(
    { runners, names, folder, everywhere, must }: Asked,
    here: string,
  ): readonly Behind[] | null {
    const at = folder === null ? here : pathFrom(here, folder);
    const found = names.flatMap((name) => {
      const all = runners.flatMap((runner) => fitting(runner, name));
      if (everywhere) return all.filter((one) => one.folder !== at || all.length === 1);
      const near = all.filter((one) => one.folder === at);
      return near.length > 0 || folder !== null ? near : all;
    });
    return found.length > 0 || must ? found : null;
  }

  return {
    behind(command, folder) {
      const script = scriptOf(command, folder, scripts);
      if (script !== null) return [{ folder, commands: [script] }];
      const question = askedOf(command);
      return question && asked(question, folder);
    },
  };
}

/** The text of a shell script of the repository that a command starts. */
function scriptOf(command: string, folder: string, scripts: ReadonlyMap<string, string>): string | null {
  const path =
    /^(?:(?:bash|sh|zsh|source|\.|sudo)\s+(?:-\w+\s+)*)?((?:\.{0,2}\/)?[\w./-]{1,200}\.(?:sh|bash))(?:\s|$)/i.exec(
      command,
    )?.[1];
  if (path === undefined) return null;
  return scripts.get(pathFrom(folder, path)) ?? scripts.get(pathFrom('', path)) ?? null;
}
