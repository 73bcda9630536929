/** Scripts of package.json, and tasks of deno.json. */
import { readJson } from '../../../reading/json.ts';
import { folderOf, type TextFile } from '../../../reading/text-file.ts';
import { at, entriesOf, toText } from '../../../reading/yaml.ts';
import type { Task } from './task.ts';

/** With what npm runs before and after each by its name. */
export function readPackageScripts(file: TextFile): readonly Task[] {
  const { contents } = readJson(file.text);
  const scripts = new Map(
    [
      ...entriesOf(at(contents ?? undefined, 'scripts')),
      ...entriesOf(at(contents ?? undefined, 'tasks')),
    ].map(({ key, node }) => [key, toText(node) ?? toText(at(node, 'command')) ?? '']),
  );
  return [...scripts].map(([name, command]) => ({
    runner: 'script',
    name,
    folder: folderOf(file.path),
    commands: [scripts.get(`pre${name}`), command, scripts.get(`post${name}`)].filter(
      (one): one is string => one !== undefined && one !== '',
    ),
  }));
}
