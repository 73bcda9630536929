/**
 * The YAML of a rule file as plain data that knows its places. Text that would hurt the parser (huge, nested deep, a
 * bomb of aliases) is refused before the parser sees it.
 */
import type * as Yaml from 'yaml';

/** Line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Source {
  readonly data: unknown;
  /** Of a value; of the nearest thing around it where it does not exist. */
  place(path: readonly PropertyKey[]): Place;
  /** Of a key of the map at a path. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
}

export type Parsed = { readonly source: Source } | { readonly mistakes: readonly Misread[] };

export interface Misread {
  readonly place: Place;
  readonly problem: string;
}

const MOST_CHARACTERS = 1_000_000;
const MOST_NESTING = 100;
/** The parser looks for each alias' anchor in the whole document. */
const MOST_ALIASES = 500;
const START: Place = { line: 1, column: 1 };

/** Reads one document. Never throws. */
export async function parseSource(text: string): Promise<Parsed> {
  if (text.length > MOST_CHARACTERS) return misread(START, 'larger than 1 MB');
  const deep = tooDeepAt(text);
  if (deep !== null)
    return misread({ line: deep, column: 1 }, `nested more than ${MOST_NESTING} levels deep`);
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  // Unique keys are looked for here: the parser's own check is quadratic.
  const options = { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;
  const document = yaml.parseDocument(text, options);
  const broken = document.errors.map(({ pos, message }) => ({
    place: at(pos[0]),
    problem: `not valid YAML: ${(message.split('\n')[0] ?? '').slice(0, 200)}`,
  }));
  if (broken.length > 0) return { mistakes: broken };
  const refused = refuse(document, yaml, at);
  if (refused.length > 0) return { mistakes: refused };
  try {
    return { source: sourceOf(document, yaml, at) };
  } catch (error) {
    return misread(START, `not readable: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

function misread(place: Place, problem: string): Parsed {
  return { mistakes: [{ place, problem }] };
}

/** Keys that stand twice, and aliases that are too many or lead into themselves. */
function refuse(
  document: Yaml.Document,
  yaml: typeof Yaml,
  at: (offset: number) => Place,
): readonly Misread[] {
  const mistakes: Misread[] = [];
  const anchors = new Map<string, Yaml.Node>();
  let aliases = 0;
  const told = (node: Yaml.Node, problem: string) =>
    mistakes.push({ place: at(node.range?.[0] ?? 0), problem });
  yaml.visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!yaml.isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) told(key, `the key '${name}' stands twice`);
        seen.add(name);
      }
    },
    Alias(_, alias, ancestors) {
      aliases += 1;
      const source = anchors.get(alias.source);
      if (source && ancestors.includes(source))
        told(alias, `'*${alias.source}' stands inside of what it repeats`);
      if (aliases <= MOST_ALIASES) return undefined;
      told(alias, `more than ${MOST_ALIASES} aliases`);
      return yaml.visit.BREAK;
    },
  });
  return mistakes;
}

/** Throws where aliases multiply: the parser counts what they would expand to. */
function sourceOf(document: Yaml.Document, yaml: typeof Yaml, at: (offset: number) => Place): Source {
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  const offsetOf = (node: unknown): number | undefined => (yaml.isNode(node) ? node.range?.[0] : undefined);
  /** The value at one step, out of an alias' source where it is one. */
  const inside = (node: unknown, step: PropertyKey): { pair?: Yaml.Pair; value: unknown } => {
    const real = yaml.isAlias(node) ? node.resolve(document) : node;
    if (yaml.isSeq(real) && typeof step === 'number') return { value: real.items[step] };
    if (!yaml.isMap(real)) return { value: undefined };
    const pair = real.items.find(({ key }) => yaml.isScalar(key) && String(key.value) === String(step));
    return pair ? { pair, value: pair.value } : { value: undefined };
  };
  const walk = (path: readonly PropertyKey[]): { node: unknown; offset: number } => {
    let node: unknown = document.contents;
    let offset = offsetOf(node) ?? 0;
    for (const step of path) {
      const next = inside(node, step);
      node = next.value;
      offset = offsetOf(node) ?? offsetOf(next.pair?.key) ?? offset;
    }
    return { node, offset };
  };
  return {
    data,
    place: (path) => at(walk(path).offset),
    placeOfKey: (path, key) => {
      const around = walk(path);
      return at(offsetOf(inside(around.node, key).pair?.key) ?? around.offset);
    },
  };
}

/**
 * The first line that is nested too deep, by brackets or by its indentation; null when none is. An overestimate:
 * brackets in text count too.
 */
function tooDeepAt(text: string): number | null {
  let brackets = 0;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const indentation = line.length - line.replace(/^[ \t?:-]+/, '').length;
    if (indentation > MOST_NESTING) return index + 1;
    for (const character of line) {
      if (character === '[' || character === '{') brackets += 1;
      else if ((character === ']' || character === '}') && brackets > 0) brackets -= 1;
      if (brackets > MOST_NESTING) return index + 1;
    }
  }
  return null;
}
