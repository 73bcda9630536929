/** TOML as the same tree that YAML gives, with lines. The parser is loaded only when there is TOML to read. */
import type { AST } from 'toml-eslint-parser';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml.ts';

export interface TomlResult {
  /** null when the text is not TOML. */
  readonly contents: YamlNode | null;
  readonly error: { readonly line: number; readonly reason: string } | null;
}

/** A table that is still being filled. */
interface Table {
  readonly line: number;
  readonly entries: { readonly key: string; readonly line: number; readonly node: YamlNode }[];
}

const MAX_CHARACTERS = 300_000;
const MAX_DEPTH = 100;

/** Reads a TOML text. Never throws. Meant for manifests; lock files are scanned by line. */
export async function readToml(text: string): Promise<TomlResult> {
  if (text.length > MAX_CHARACTERS) return refused(1, 'larger than 300 kB');
  const { parseTOML } = await import('toml-eslint-parser');
  try {
    const program = parseTOML(text.startsWith('\uFEFF') ? text.slice(1) : text);
    const root: Table = { line: 1, entries: [] };
    for (const node of program.body[0].body) {
      if (node.type === 'TOMLKeyValue') assign(root, node);
      else {
        const table = tableAt(root, node.resolvedKey, node.loc.start.line);
        for (const pair of node.body) assign(table, pair);
      }
    }
    return { contents: root, error: null };
  } catch (error) {
    const line =
      typeof error === 'object' && error !== null && 'lineNumber' in error ? Number(error.lineNumber) : 1;
    return refused(line, error instanceof Error ? error.message : 'not readable as TOML');
  }
}

function refused(line: number, reason: string): TomlResult {
  return { contents: null, error: { line, reason } };
}

/** Walks to a table and makes what is missing. A number is the position in an array of tables. */
function tableAt(root: Table, path: readonly (string | number)[], line: number): Table {
  if (path.length > MAX_DEPTH) throw new Error('nested more than 100 levels deep');
  let current: Table = root;
  for (let index = 0; index < path.length; index += 1) {
    const step = String(path[index]);
    const position = path[index + 1];
    const existing = current.entries.find((entry) => entry.key === step);
    if (typeof position !== 'number') {
      current =
        existing !== undefined && 'entries' in existing.node ? open(existing.node) : add(current, step, line);
      continue;
    }
    const items =
      existing !== undefined && 'items' in existing.node ? (existing.node.items as YamlNode[]) : [];
    const item: Table = at(items, position) ?? { line, entries: [] };
    if (items.length <= position) items.push(item);
    if (existing === undefined) current.entries.push({ key: step, line, node: { line, items } });
    current = item;
    index += 1;
  }
  return current;
}

function at(list: readonly YamlNode[], position: number): Table | null {
  const item = list[position];
  return item !== undefined && 'entries' in item ? open(item) : null;
}

/** Tables made here are arrays underneath: the tree is only read-only to its readers. */
function open(node: { readonly line: number; readonly entries: readonly YamlEntry[] }): Table {
  return node as Table;
}

function add(table: Table, key: string, line: number): Table {
  const made: Table = { line, entries: [] };
  table.entries.push({ key, line, node: made });
  return made;
}

function assign(table: Table, pair: AST.TOMLKeyValue): void {
  const names = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  const line = pair.loc.start.line;
  const owner = tableAt(table, names.slice(0, -1), line);
  owner.entries.push({ key: names.at(-1) ?? '', line, node: nodeOf(pair.value, 0) });
}

function nodeOf(value: AST.TOMLContentNode, depth: number): YamlNode {
  const line = value.loc.start.line;
  if (depth > MAX_DEPTH) return scalarOf(null, '', line);
  if (value.type === 'TOMLArray')
    return { line, items: value.elements.map((item) => nodeOf(item, depth + 1)) };
  if (value.type === 'TOMLInlineTable') {
    const table: Table = { line, entries: [] };
    for (const pair of value.body) assign(table, pair);
    return table;
  }
  switch (value.kind) {
    case 'string':
      return scalarOf(value.value, value.value, line);
    case 'boolean':
      return scalarOf(value.value, String(value.value), line);
    case 'integer':
    case 'float':
      return scalarOf(value.value, value.number, line);
    default:
      return scalarOf(value.datetime, value.datetime, line);
  }
}

function scalarOf(value: YamlScalar['value'], text: string, line: number): YamlScalar {
  return { line, value, text, block: false };
}
