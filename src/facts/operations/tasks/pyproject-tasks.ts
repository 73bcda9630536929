/** Tasks that pyproject.toml names: poe, PDM, Hatch, taskipy, Rye, Pixi. */
import { folderOf, type TextFile } from '../../../reading/text-file.ts';
import { readToml } from '../../../reading/toml.ts';
import { at, entriesOf, toText, type YamlEntry, type YamlNode } from '../../../reading/yaml.ts';
import type { Task } from './task.ts';

const TABLES: readonly (readonly string[])[] = [
  ['tool', 'poe', 'tasks'],
  ['tool', 'pdm', 'scripts'],
  ['tool', 'taskipy', 'tasks'],
  ['tool', 'rye', 'scripts'],
  ['tool', 'pixi', 'tasks'],
];
const COMMAND_KEYS = ['cmd', 'shell', 'chain', 'composite', 'sequence', 'call'];

export async function readPyprojectTasks(file: TextFile): Promise<readonly Task[]> {
  if (!TABLES.some(([, tool = '']) => file.text.includes(tool)) && !file.text.includes('hatch')) return [];
  const { contents } = await readToml(file.text);
  const root = contents ?? undefined;
  const environments = entriesOf(at(root, 'tool', 'hatch', 'envs')).flatMap(({ node }) =>
    entriesOf(at(node, 'scripts')),
  );
  const entries = [...TABLES.flatMap((table) => entriesOf(at(root, ...table))), ...environments];
  const names = new Set(entries.map(({ key }) => key));
  return entries.map((entry) => taskOf(entry, names, folderOf(file.path)));
}

function taskOf({ key, node }: YamlEntry, names: ReadonlySet<string>, folder: string): Task {
  // A word of a sequence may be another task: poe runs it by its name.
  const commands = commandsOf(node).map((one) => (names.has(one) && one !== key ? `poe ${one}` : one));
  return { runner: 'pyproject', name: key, folder, commands };
}

function commandsOf(node: YamlNode): readonly string[] {
  const text = toText(node);
  if (text !== undefined) return [text];
  if ('items' in node) return node.items.flatMap(commandsOf);
  return COMMAND_KEYS.flatMap((key) => {
    const part = at(node, key);
    return part === undefined ? [] : commandsOf(part);
  });
}
