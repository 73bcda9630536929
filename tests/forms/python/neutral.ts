/** Local names say nothing. */
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import type { PythonModule } from './module.ts';
import { type Node, within } from './tree.ts';

export const neutralNames: Form = {
  name: 'neutral',
  summary:
    'Variables of functions become local_1, local_2; parameters and whatever a query or a text names stay.',
  language: 'python',
  rewrite: ({ python }) => eachModule(python, neutral),
};

function neutral(module: PythonModule): readonly Edit[] {
  if (module.dynamic) return [];
  const prefix = fresh(module.text, 'local');
  const names = new Map<Node, Map<string, string>>();
  let count = 0;
  return module.names.flatMap(({ node, name, scope }) => {
    if (scope?.type !== 'function_definition' || !isVariable(module, scope, name)) return [];
    const own = names.get(scope) ?? new Map<string, string>();
    names.set(scope, own);
    const renamed = own.get(name) ?? `${prefix}_${++count}`;
    own.set(name, renamed);
    return [{ start: node.start, end: node.end, text: renamed }];
  });
}

/** Bound by statements of the function only: no parameter, function, class or import. */
function isVariable(module: PythonModule, scope: Node, name: string): boolean {
  const bindings = module.names.filter((one) => one.binds && one.scope === scope && one.name === name);
  return bindings.every(({ node }) => isAssigned(node)) && !isSpokenIn(scope, name);
}

function isAssigned({ parent }: Node): boolean {
  return (
    parent !== null &&
    !/parameter|definition|import|dotted_name|lambda|splat_pattern/.test(parent.type) &&
    !(parent.type === 'tuple_pattern' && parent.parent?.type === 'parameters')
  );
}

/** A query in a text may read variables by name (DuckDB, pandas), an f-string may print its own source; so may `nonlocal`. */
function isSpokenIn(scope: Node, name: string): boolean {
  const query = new RegExp(`\\s@?${name}\\b|@${name}\\b`);
  return within(scope).some(
    ({ type, text, children }) =>
      (type === 'string' && query.test(text) && !children.some((child) => child.type === 'interpolation')) ||
      (type === 'interpolation' && children.some((child) => child.type === '=')) ||
      ((type === 'nonlocal_statement' || type === 'global_statement') && text.includes(name)),
  );
}
