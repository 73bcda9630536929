/**
 * YAML as a plain tree that knows its lines. The parser is loaded only when there is YAML to read, and is never given
 * text that is known to hurt it: too large, or nested so deep that its regular expressions or its stack give up.
 */
import type * as Yaml from 'yaml';
import { linesOf } from './text-file.ts';

export interface YamlScalar {
  readonly line: number;
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `3.10` stays '3.10' where its value is 3.1. */
  readonly text: string;
  /** A `|` or `>` block: its first line of content is the one after `line`. */
  readonly block: boolean;
}

export interface YamlList {
  readonly line: number;
  readonly items: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: string;
  /** The key's line. */
  readonly line: number;
  readonly node: YamlNode;
}

export interface YamlMap {
  readonly line: number;
  /** In order; merge keys (`<<`) are resolved, and the first of two equal keys stays. */
  readonly entries: readonly YamlEntry[];
}

export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlDocument {
  readonly contents: YamlNode;
}

export interface YamlResult {
  /** Empty documents are left out. What parsed of a broken document is there. */
  readonly documents: readonly YamlDocument[];
  readonly errors: readonly { readonly line: number; readonly reason: string }[];
}

const MAX_CHARACTERS = 1_000_000;
const MAX_DEPTH = 100;
/** Nodes of the finished tree, aliases counted as often as they are used. */
const MAX_NODES = 200_000;
const MAX_ERRORS = 20;

/** Reads every document of a YAML text. Never throws. */
export async function readYaml(text: string): Promise<YamlResult> {
  if (text.length > MAX_CHARACTERS)
    return { documents: [], errors: [{ line: 1, reason: 'larger than 1 MB' }] };
  const deep = tooDeepAt(text);
  if (deep !== null)
    return { documents: [], errors: [{ line: deep, reason: 'nested more than 100 levels deep' }] };
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const errors: { line: number; reason: string }[] = [];
  const documents: YamlDocument[] = [];
  try {
    // Unique keys are checked by `convert`: the parser's own check is quadratic.
    const composer = new yaml.Composer({ uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
    const tokens = upToErrors(new yaml.Parser(lines.addNewLine).parse(text));
    for (const document of composer.compose(tokens, false, text.length)) {
      for (const error of document.errors.slice(0, MAX_ERRORS)) {
        errors.push({ line: lines.linePos(error.pos[0]).line, reason: error.message });
      }
      if (document.contents === null) continue;
      const contents = convert(document.contents, yaml, lines, errors);
      if (scalar(contents) !== null) documents.push({ contents });
    }
  } catch (error) {
    errors.push({
      line: 1,
      reason: `not readable as YAML: ${error instanceof Error ? error.message : 'unknown'}`,
    });
  }
  return { documents, errors: errors.slice(0, MAX_ERRORS) };
}

/** What stands between documents may be nothing but errors, each of which is an object with its words: some are enough. */
function* upToErrors(tokens: Iterable<Yaml.CST.Token>): Generator<Yaml.CST.Token> {
  let left = MAX_ERRORS;
  for (const token of tokens) {
    yield token;
    if (token.type === 'error' && --left === 0) return;
  }
}

/** Follows keys and list positions; undefined where the path ends. */
export function at(node: YamlNode | undefined, ...path: readonly (string | number)[]): YamlNode | undefined {
  let current = node;
  for (const step of path) {
    if (current === undefined) return undefined;
    if (typeof step === 'number') current = 'items' in current ? current.items[step] : undefined;
    else
      current = 'entries' in current ? current.entries.find((entry) => entry.key === step)?.node : undefined;
  }
  return current;
}

/** The value of a scalar; undefined for anything else. */
export function scalar(node: YamlNode | undefined): string | number | boolean | null | undefined {
  return node !== undefined && 'value' in node ? node.value : undefined;
}

/** A scalar as its text ('' for null), undefined for anything else. */
export function toText(node: YamlNode | undefined): string | undefined {
  return node !== undefined && 'value' in node ? (node.value === null ? '' : node.text) : undefined;
}

/** The items of a list, or the node alone when it is a scalar or map: YAML often allows both. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || ('value' in node && node.value === null)) return [];
  return 'items' in node ? node.items : [node];
}

/** The entries of a map; none for anything else. */
export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node !== undefined && 'entries' in node ? node.entries : [];
}

type Errors = { line: number; reason: string }[];

function convert(
  root: Yaml.ParsedNode,
  yaml: typeof Yaml,
  lines: Yaml.LineCounter,
  errors: Errors,
): YamlNode {
  let nodes = 0;
  /** Nodes that are being converted: an alias to one of them would never end. */
  const open = new Set<unknown>();
  /** Filled in document order, so that an alias finds the last anchor before it. The library's own search is quadratic. */
  const anchors = new Map<string, Yaml.Node>();
  const lineOf = (node: unknown, otherwise: number): number => {
    const offset = yaml.isNode(node) ? node.range?.[0] : undefined;
    return offset === undefined ? otherwise : lines.linePos(offset).line;
  };
  const nothing = (line: number): YamlScalar => ({ line, value: null, text: '', block: false });
  const visit = (node: unknown, above: number, depth: number): YamlNode => {
    const line = lineOf(node, above);
    if (!yaml.isNode(node)) return nothing(line);
    nodes += 1;
    if (nodes > MAX_NODES || depth > MAX_DEPTH || open.has(node)) {
      if (errors.length < MAX_ERRORS) errors.push({ line, reason: 'aliases expand without end' });
      return nothing(line);
    }
    if (yaml.isAlias(node)) {
      const source = anchors.get(node.source);
      return source === undefined ? nothing(line) : visit(source, line, depth + 1);
    }
    if ('anchor' in node && node.anchor !== undefined) anchors.set(node.anchor, node);
    if (yaml.isScalar(node)) return scalarNode(node, line, yaml);
    open.add(node);
    const result: YamlNode = yaml.isSeq(node)
      ? { line, items: node.items.map((item) => visit(item, line, depth + 1)) }
      : { line, entries: yaml.isMap(node) ? mapEntries(node, line, depth) : [] };
    open.delete(node);
    return result;
  };
  const mapEntries = (map: Yaml.YAMLMap, line: number, depth: number): YamlEntry[] => {
    const entries = new Map<string, YamlEntry>();
    const merged: YamlEntry[] = [];
    for (const pair of map.items) {
      const keyNode = visit(pair.key, line, depth + 1);
      const key = toText(keyNode) ?? '';
      const node = visit(pair.value, keyNode.line, depth + 1);
      if (key === '<<') merged.push(...itemsOf(node).flatMap(entriesOf));
      else if (!entries.has(key)) entries.set(key, { key, line: keyNode.line, node });
      else if (errors.length < MAX_ERRORS)
        errors.push({ line: keyNode.line, reason: `key '${key.slice(0, 80)}' twice` });
    }
    for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return [...entries.values()];
  };
  return visit(root, 1, 0);
}

function scalarNode(node: Yaml.Scalar, line: number, yaml: typeof Yaml): YamlScalar {
  const value = node.value;
  const block = node.type === yaml.Scalar.BLOCK_LITERAL || node.type === yaml.Scalar.BLOCK_FOLDED;
  if (typeof value === 'string') return { line, value, text: value, block };
  if (value === null || value === undefined) return { line, value: null, text: '', block };
  const text = node.source ?? String(value);
  if (typeof value === 'number' || typeof value === 'boolean') return { line, value, text, block };
  return { line, value: text, text, block };
}

/**
 * The first line that is nested too deep, by brackets or by columns of indentation and `-`/`?` markers; null when
 * none is. An overestimate: brackets in block text count too.
 */
function tooDeepAt(text: string): number | null {
  let brackets = 0;
  const columns: number[] = [];
  const lines = linesOf(text);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    let column = 0;
    while (line[column] === ' ' || line[column] === '\t') column += 1;
    if (column === line.length || line[column] === '#') continue;
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
    columns.push(column);
    while ('-?:'.includes(line[column] ?? 'x') && /\s/.test(line[column + 1] ?? 'x')) {
      column += 2;
      columns.push(column);
      if (columns.length > MAX_DEPTH) return index + 1;
    }
    for (; column < line.length; column += 1) {
      const character = line[column];
      if (character === '[' || character === '{') brackets += 1;
      else if ((character === ']' || character === '}') && brackets > 0) brackets -= 1;
      if (brackets > MAX_DEPTH) return index + 1;
    }
    if (columns.length > MAX_DEPTH) return index + 1;
  }
  return null;
}
