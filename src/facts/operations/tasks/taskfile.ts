/** Taskfile.yml of go-task. */
import { folderOf, type TextFile } from '../../../reading/text-file.ts';
import { at, entriesOf, itemsOf, readYaml, toText, type YamlNode } from '../../../reading/yaml.ts';
import type { Task } from './task.ts';

export async function readTaskfile(file: TextFile): Promise<readonly Task[]> {
  const root = (await readYaml(file.text)).documents[0]?.contents;
  return entriesOf(at(root, 'tasks')).map(({ key, node }) => ({
    runner: 'task',
    name: key,
    folder: folderOf(file.path),
    commands: [...itemsOf(at(node, 'deps')).map(needed), ...commandsOf(node)].filter((one) => one !== ''),
  }));
}

/** `task: pytest`, a list of commands, or a map with `cmd` or `cmds`. */
function commandsOf(node: YamlNode): readonly string[] {
  const one = toText(node) ?? toText(at(node, 'cmd'));
  if (one !== undefined) return [one];
  const list = at(node, 'cmds') ?? node;
  return itemsOf(list).map((item) => toText(item) ?? toText(at(item, 'cmd')) ?? needed(item));
}

function needed(item: YamlNode): string {
  const name = toText(item) ?? toText(at(item, 'task'));
  return name === undefined ? '' : `task ${name}`;
}
