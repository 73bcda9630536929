/** A plain syntax tree of Python, and the way around in it. */
export interface Node {
  readonly type: string;
  /** What it is to its parent: 'left', 'body', 'function'; '' where the grammar does not say. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly named: boolean;
  readonly parent: Node | null;
  readonly children: readonly Node[];
}

export function fieldOf(node: Node | null | undefined, field: string): Node | null {
  return node?.children.find((child) => child.field === field) ?? null;
}

export function namedIn(node: Node | null | undefined): readonly Node[] {
  return node?.children.filter((child) => child.named && child.type !== 'comment') ?? [];
}

/** A node and all within it. */
export function within(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(within)];
}

/** The nearest node around one that is of a type; null at the top. */
export function around(node: Node, ...types: readonly string[]): Node | null {
  for (let at = node.parent; at; at = at.parent) if (types.includes(at.type)) return at;
  return null;
}

export function isInside(node: Node, outer: Node): boolean {
  return node.start >= outer.start && node.end <= outer.end;
}

/** The spaces before the first character of the line on which a node starts. */
export function indentOf(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Whether nothing but spaces stands before a node on its line. */
export function startsLine(text: string, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}
