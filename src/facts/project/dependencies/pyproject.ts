/** pyproject.toml (PEP 621, dependency groups, Poetry, uv, PDM, Hatch) and Pipfile. */

import type { TextFile } from '../../../reading/text-file.ts';
import { readToml } from '../../../reading/toml.ts';
import {
  at,
  entriesOf,
  itemsOf,
  scalar,
  toText,
  type YamlEntry,
  type YamlNode,
} from '../../../reading/yaml.ts';
import type { Findings, Scope } from './dependencies.ts';
import { pythonDependency, pythonRequirement, scopeOfName } from './names.ts';

/** Where lists of requirement strings stand; '*' is any key, and names the group. */
const LISTS: readonly { readonly path: readonly string[]; readonly scope: Scope }[] = [
  { path: ['project', 'dependencies'], scope: 'runtime' },
  { path: ['project', 'optional-dependencies', '*'], scope: 'optional' },
  { path: ['dependency-groups', '*'], scope: 'optional' },
  { path: ['tool', 'uv', 'dev-dependencies'], scope: 'development' },
  { path: ['tool', 'pdm', 'dev-dependencies', '*'], scope: 'development' },
  { path: ['tool', 'hatch', 'envs', '*', 'dependencies'], scope: 'development' },
  { path: ['tool', 'hatch', 'envs', '*', 'extra-dependencies'], scope: 'development' },
];

/** Where tables of names stand whose value is a version or a table with one. */
const TABLES: readonly { readonly path: readonly string[]; readonly scope: Scope }[] = [
  { path: ['tool', 'poetry', 'dependencies'], scope: 'runtime' },
  { path: ['tool', 'poetry', 'dev-dependencies'], scope: 'development' },
  { path: ['tool', 'poetry', 'group', '*', 'dependencies'], scope: 'runtime' },
  { path: ['packages'], scope: 'runtime' },
  { path: ['dev-packages'], scope: 'development' },
];

const SCRIPTS: readonly (readonly string[])[] = [
  ['project', 'scripts'],
  ['project', 'gui-scripts'],
  ['project', 'entry-points', 'console_scripts'],
  ['tool', 'poetry', 'scripts'],
];

export async function readPyproject(file: TextFile, findings: Findings): Promise<void> {
  const { contents, error } = await readToml(file.text);
  if (error !== null) findings.errors.push({ path: file.path, ...error });
  if (contents === null) return;
  for (const { path, scope } of LISTS) {
    for (const { node, group } of nodesAt(contents, path)) {
      for (const item of itemsOf(node)) readItem(file.path, item, scopeOf(group, scope), findings);
    }
  }
  for (const { path, scope } of TABLES.filter((table) => table.path[0] === 'tool')) {
    readTable(file.path, contents, path, scope, findings);
  }
  for (const path of SCRIPTS) {
    for (const { key, line, node } of entriesOf(at(contents, ...path))) {
      const target = toText(node) ?? toText(at(node, 'reference')) ?? toText(at(node, 'callable'));
      if (target !== undefined)
        findings.scripts.push({ name: key, target, kind: 'console', path: file.path, line });
    }
  }
}

export async function readPipfile(file: TextFile, findings: Findings): Promise<void> {
  const { contents, error } = await readToml(file.text);
  if (error !== null) findings.errors.push({ path: file.path, ...error });
  if (contents === null) return;
  for (const { path, scope } of TABLES.filter((table) => table.path[0] !== 'tool')) {
    readTable(file.path, contents, path, scope, findings);
  }
}

/** A group that is runtime or optional by its place may be named for developers. */
function scopeOf(group: string | null, scope: Scope): Scope {
  return group === null ? scope : scopeOfName(group, scope);
}

function readItem(path: string, item: YamlNode, scope: Scope, findings: Findings): void {
  const text = scalar(item);
  // A table is `{include-group = "…"}`: its packages are read where the group stands.
  if (typeof text !== 'string') return;
  const dependency = pythonRequirement(text, { path, line: item.line, scope });
  if (dependency !== null) findings.list.push(dependency);
  else findings.errors.push({ path, line: item.line, reason: `not a requirement: ${text.slice(0, 80)}` });
}

function readTable(
  file: string,
  root: YamlNode,
  path: readonly string[],
  scope: Scope,
  findings: Findings,
): void {
  for (const { node, group } of nodesAt(root, path)) {
    for (const entry of entriesOf(node)) {
      if (entry.key.toLowerCase() !== 'python')
        findings.list.push(tableEntry(file, entry, scopeOf(group, scope)));
    }
  }
}

function tableEntry(path: string, entry: YamlEntry, scope: Scope) {
  // A list is one table per platform or Python version; the first one tells enough.
  const node = itemsOf(entry.node)[0];
  const version = toText(node) ?? toText(at(node, 'version')) ?? null;
  const extras = itemsOf(at(node, 'extras')).flatMap((extra) => toText(extra)?.toLowerCase() ?? []);
  const optional = scalar(at(node, 'optional')) === true && scope === 'runtime';
  return pythonDependency(entry.key, extras, version === '*' ? null : version, {
    path,
    line: entry.line,
    scope: optional ? 'optional' : scope,
  });
}

/** The nodes at a path with at most one '*'. */
function nodesAt(
  root: YamlNode,
  path: readonly string[],
): { readonly node: YamlNode; readonly group: string | null }[] {
  const star = path.indexOf('*');
  if (star < 0) {
    const node = at(root, ...path);
    return node === undefined ? [] : [{ node, group: null }];
  }
  return entriesOf(at(root, ...path.slice(0, star))).flatMap((entry) => {
    const node = at(entry.node, ...path.slice(star + 1));
    return node === undefined ? [] : [{ node, group: entry.key }];
  });
}
