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

/** The parser takes some thousand bytes for each character of the densest text. */
const MOST_CHARACTERS = 250_000;
const MOST_NESTING = 100;
/** The parser looks for each alias' anchor in the whole document. */
const MOST_ALIASES = 500;
const MOST_MISTAKES = 20;
const START: Place = { line: 1, column: 1 };

/** Reads one document. Never throws. */
export async function parseSource(text: string): Promise<Parsed> {
  if (text.length > MOST_CHARACTERS)
    return misread(START, `longer than ${MOST_CHARACTERS.toLocaleString('en')} characters`);
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
  const options = { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
  const document = yaml.parseDocument(text, options);
  const broken = document.errors.slice(0, MOST_MISTAKES).map(({ pos, message }) => ({
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

/** Keys that stand twice, and aliases that are too many, lead nowhere or into themselves. */
function refuse(
  document: Yaml.Document,
  yaml: typeof Yaml,
  at: (offset: number) => Place,
): readonly Misread[] {
  const mistakes: Misread[] = [];
  const anchors = new Map<string, Yaml.Node>();
  let aliases = 0;
  const tell = (node: Yaml.Node, problem: string) =>
    mistakes.push({ place: at(node.range?.[0] ?? 0), problem });
  yaml.visit(document, {
    Node(_, node, ancestors) {
      if (yaml.isAlias(node)) {
        const source = anchors.get(node.source);
        if (!source) tell(node, `there is no '&${node.source}' before it`);
        else if (ancestors.includes(source)) tell(node, `'*${node.source}' stands inside of what it repeats`);
        aliases += 1;
        if (aliases > MOST_ALIASES) tell(node, `more than ${MOST_ALIASES} aliases`);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
      if (yaml.isMap(node))
        for (const key of keysTwice(node, yaml)) tell(key, `the key '${key.value}' stands twice`);
      return aliases > MOST_ALIASES ? yaml.visit.BREAK : undefined;
    },
  });
  return mistakes.slice(0, MOST_MISTAKES);
}

function keysTwice(map: Yaml.YAMLMap, yaml: typeof Yaml): readonly Yaml.Scalar[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    if (!yaml.isScalar(key)) return [];
    const name = String(key.value);
    if (seen.has(name)) return [key];
    seen.add(name);
    return [];
  });
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
