/** A Python file, parsed for the rewrites. */
import type { Node as SyntaxNode, Tree } from 'web-tree-sitter';
import { type Occurrence, occurrencesIn } from './names.ts';
import type { Node } from './tree.ts';

export interface PythonModule {
  readonly path: string;
  readonly text: string;
  readonly root: Node;
  /** Every node in source order. */
  readonly nodes: readonly Node[];
  /** Every name that is bound or used. */
  readonly names: readonly Occurrence[];
  /** It does not parse. */
  readonly broken: boolean;
  /** It looks names up by text, or did not parse: names must stay as they are. */
  readonly dynamic: boolean;
}

export function pythonModule(path: string, text: string, tree: Tree): PythonModule {
  const nodes: Node[] = [];
  const root = plain(tree.rootNode, '', null, nodes);
  const dynamic =
    tree.rootNode.hasError ||
    nodes.some(({ type }) => type === 'match_statement' || type === 'wildcard_import') ||
    /(?<![.\w])(?:globals|locals|exec|eval|vars|__import__)\(|sys\.modules|\b__all__\b|\binspect\./.test(
      text,
    );
  return { path, text, root, nodes, names: occurrencesIn(nodes), broken: tree.rootNode.hasError, dynamic };
}

function plain(node: SyntaxNode, field: string, parent: Node | null, all: Node[]): Node {
  const children: Node[] = [];
  const own: Node = {
    type: node.type,
    field,
    start: node.startIndex,
    end: node.endIndex,
    text: node.text,
    named: node.isNamed,
    parent,
    children,
  };
  all.push(own);
  for (let index = 0; index < node.childCount; index++) {
    const child = node.child(index);
    if (child) children.push(plain(child, node.fieldNameForChild(index) ?? '', own, all));
  }
  return own;
}
