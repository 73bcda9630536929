/** Which names a Python file binds and uses, and in which scope each of them lives. */
import { fieldOf, type Node, within } from './tree.ts';

export interface Occurrence {
  readonly node: Node;
  readonly name: string;
  readonly binds: boolean;
  /** The scope that binds it: a module, function, class, lambda or comprehension; null for a builtin. */
  readonly scope: Node | null;
}

const COMPREHENSIONS = [
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
];
const SCOPES = ['module', 'function_definition', 'class_definition', 'lambda', ...COMPREHENSIONS];

export function occurrencesIn(nodes: readonly Node[]): readonly Occurrence[] {
  const found = nodes.flatMap((node) => {
    if (node.type !== 'identifier') return [];
    const kind = kindOf(node);
    return kind
      ? [{ node, name: node.text, binds: kind === 'binds', at: homeOf(node, kind === 'binds') }]
      : [];
  });
  const bound = new Map<Node, Set<string>>();
  const declared = new Map<Node, Set<string>>();
  const put = (map: Map<Node, Set<string>>, scope: Node, name: string) =>
    map.set(scope, (map.get(scope) ?? new Set()).add(name));
  for (const node of nodes) {
    if (node.type !== 'global_statement' && node.type !== 'nonlocal_statement') continue;
    for (const child of node.children)
      if (child.type === 'identifier') put(declared, homeOf(child, false), child.text);
  }
  for (const { at, name, binds } of found) if (binds && !declared.get(at)?.has(name)) put(bound, at, name);
  const resolve = (name: string, from: Node): Node | null => {
    for (let scope: Node | null = from, first = true; scope; scope = scopeAround(scope), first = false) {
      if (scope.type === 'class_definition' && !first) continue;
      if (bound.get(scope)?.has(name)) return scope;
    }
    return null;
  };
  return found.map(({ node, name, binds, at }) => ({ node, name, binds, scope: resolve(name, at) }));
}

/** What an identifier is: a name that is bound, one that is used, or null for the name of an attribute or keyword. */
function kindOf(node: Node): 'binds' | 'uses' | null {
  const { parent, field } = node;
  if (!parent) return 'uses';
  switch (parent.type) {
    case 'attribute':
      return field === 'attribute' ? null : 'uses';
    case 'keyword_argument':
      return field === 'name' ? null : 'uses';
    case 'dotted_name':
      return kindInImport(node, parent);
    case 'aliased_import':
      return field === 'alias' ? 'binds' : null;
    case 'function_definition':
    case 'class_definition':
      return field === 'name' ? 'binds' : 'uses';
    case 'parameters':
    case 'lambda_parameters':
      return 'binds';
    case 'typed_parameter':
      return field === 'type' ? 'uses' : 'binds';
    case 'default_parameter':
    case 'typed_default_parameter':
    case 'named_expression':
      return field === 'name' ? 'binds' : 'uses';
    default:
      return isTarget(node) ? 'binds' : 'uses';
  }
}

function kindInImport(node: Node, dotted: Node): 'binds' | null {
  const statement = dotted.parent;
  const first = dotted.children[0] === node;
  if (statement?.type === 'import_statement') return first ? 'binds' : null;
  return statement?.type === 'import_from_statement' && dotted.field === 'name' ? 'binds' : null;
}

const PATTERNS = [
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'list_splat_pattern',
  'dictionary_splat_pattern',
  'as_pattern_target',
];

function isTarget(node: Node): boolean {
  let at = node;
  while (at.parent && PATTERNS.includes(at.parent.type)) at = at.parent;
  const parent = at.parent;
  if (at.type === 'as_pattern_target') return true;
  if (!parent) return false;
  if (
    parent.type === 'parameters' ||
    parent.type === 'lambda_parameters' ||
    parent.type === 'typed_parameter'
  )
    return at !== node;
  return (
    at.field === 'left' &&
    ['assignment', 'augmented_assignment', 'for_statement', 'for_in_clause'].includes(parent.type)
  );
}

/** The scope in which a name is looked up; that of a comprehension's targets, a function's parameters, is its own. */
function homeOf(node: Node, binds: boolean): Node {
  let below = node;
  for (let at = node.parent; at; below = at, at = at.parent) {
    if (!SCOPES.includes(at.type)) continue;
    if (at.type === 'module') return at;
    if (COMPREHENSIONS.includes(at.type)) {
      if (binds && isWalrus(node)) continue;
      const first = at.children.find(({ type }) => type === 'for_in_clause');
      if (first === below && !binds && isIn(fieldOf(first, 'right'), node)) continue;
      return at;
    }
    if (below.field === 'body') return at;
    if (below.field === 'parameters' && binds) return at;
  }
  throw new Error('a tree without a module');
}

function isWalrus(node: Node): boolean {
  return node.parent?.type === 'named_expression' && node.field === 'name';
}

function isIn(outer: Node | null, node: Node): boolean {
  return outer !== null && within(outer).includes(node);
}

/** The scope around one. */
function scopeAround(scope: Node): Node | null {
  for (let at = scope.parent; at; at = at.parent) if (SCOPES.includes(at.type)) return at;
  return null;
}
