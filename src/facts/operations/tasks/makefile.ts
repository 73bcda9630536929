/** Makefiles and justfiles: targets with their recipes, and the targets that they need first. */
import { folderOf, linesOf, type TextFile } from '../../../reading/text-file.ts';
import type { Runner } from './runners.ts';
import type { Task } from './task.ts';

const MOST_LINES = 5_000;
const MOST_LINE = 1_000;
const VARIABLE = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*(?:\?|:{1,2}|\+)?=\s*(.*)$/;

interface Dialect {
  readonly runner: Runner;
  /** A line that begins targets: their names, and what they need first. */
  readonly head: RegExp;
  /** Signs before a command that are none of it. */
  readonly prefix: RegExp;
  /** How a variable is written in a recipe. */
  readonly use: RegExp;
}

const MAKE: Dialect = {
  runner: 'make',
  head: /^([\w./%$() -]{1,200}?)\s*::?(?!=)\s*([^=;#]{0,400})(?:;\s*(.*))?$/,
  prefix: /^[@+-]+\s*/,
  use: /\$[({](\w{1,80})[)}]/g,
};

const JUST: Dialect = {
  runner: 'just',
  head: /^@?([\w-]{1,80})(?:\s+[^:=]{0,200})?:(?!=)\s*([^#]{0,400})$/,
  prefix: /^[@-]+\s*/,
  use: /\{\{\s*(\w{1,80})\s*\}\}/g,
};

export function readMakefile(file: TextFile): readonly Task[] {
  return recipesOf(file, MAKE);
}

export function readJustfile(file: TextFile): readonly Task[] {
  return recipesOf(file, JUST);
}

function recipesOf(file: TextFile, { runner, head, prefix, use }: Dialect): readonly Task[] {
  const variables = new Map<string, string>();
  const recipes = new Map<string, string[]>();
  let current: string[] = [];
  const filled = (text: string): string =>
    text.replace(use, (whole, name: string) => (name === 'MAKE' ? 'make' : (variables.get(name) ?? whole)));
  for (const raw of continued(linesOf(file.text).slice(0, MOST_LINES))) {
    const line = raw.slice(0, MOST_LINE);
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    if (/^\s/.test(line)) {
      current.push(filled(line.trim().replace(prefix, '')));
      continue;
    }
    const variable = VARIABLE.exec(line);
    if (variable !== null) {
      variables.set(variable[1] ?? '', (variable[2] ?? '').replace(/^["']|["']$/g, '').slice(0, 200));
      continue;
    }
    // `help: ## Shows this`
    const match = head.exec(line.replace(/\s+#.*$/, ''));
    if (match === null) continue;
    current = [];
    const needs = (match[2] ?? '').trim().split(/\s+/).filter(Boolean);
    for (const name of (match[1] ?? '').trim().split(/\s+/)) {
      if (name.startsWith('.')) continue;
      const known = recipes.get(name) ?? [];
      current = known;
      known.push(...needs.map((need) => `${runner} ${need}`), ...(match[3] ? [filled(match[3])] : []));
      recipes.set(name, known);
    }
  }
  const folder = folderOf(file.path);
  const [first] = recipes;
  const tasks = [...recipes].map(([name, commands]): Task => ({ runner, name, folder, commands }));
  return first ? [...tasks, { runner, name: '', folder, commands: first[1] }] : tasks;
}

/** Lines that end in a backslash go on. */
function continued(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open = '';
  for (const line of lines) {
    if (line.endsWith('\\') && open.length < MOST_LINE) {
      open += `${line.slice(0, -1)} `;
      continue;
    }
    joined.push(open + (open === '' ? line : line.trim()));
    open = '';
  }
  return joined;
}
