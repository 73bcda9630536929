/** `import x.y` for `from x.y import z`. */
import { type Edit, eachModule, type Form, type Project } from '../form.ts';
import { isReached, ownFile, statementsOf } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, type Node } from './tree.ts';

export const moduleImport: Form = {
  name: 'module',
  summary:
    'Names are reached through their module: `import x.y` and `x.y.z`, where z cannot be a module itself.',
  language: 'python',
  rewrite: (project) => eachModule(project.python, (module) => throughModules(project, module)),
};

function throughModules(project: Project, module: PythonModule): readonly Edit[] {
  if (module.dynamic) return [];
  return statementsOf(module).flatMap((statement) => {
    const from = fieldOf(statement, 'module_name');
    if (statement.type !== 'import_from_statement' || from?.type !== 'dotted_name') return [];
    const head = from.text.split('.')[0] ?? '';
    const imported = statement.children.filter(({ field }) => field === 'name');
    const moving = imported.filter((node) => canMove(project, module, from.text, node));
    const shadowed = module.names.some(
      ({ name, binds, node }) =>
        binds && name === head && !moving.includes(node.parent as Node) && !isPlainImport(node),
    );
    if (moving.length === 0 || shadowed) return [];
    const staying = imported.filter((node) => !moving.includes(node)).map(({ text }) => text);
    const lines = [
      ...(staying.length > 0 ? [`from ${from.text} import ${staying.join(', ')}`] : []),
      `import ${from.text}`,
    ];
    const moved = moving.map(({ text }) => text);
    const uses = module.names.filter(({ name, binds }) => !binds && moved.includes(name));
    return [
      { start: statement.start, end: statement.end, text: lines.join('\n') },
      ...uses.map(({ node, name }) => ({ start: node.start, end: node.end, text: `${from.text}.${name}` })),
    ];
  });
}

/** `import os.path`: binds the same head to the same module. */
function isPlainImport(node: Node): boolean {
  return node.parent?.type === 'dotted_name' && node.parent.parent?.type === 'import_statement';
}

function canMove(project: Project, module: PythonModule, from: string, node: Node): boolean {
  const name = node.text;
  if (node.type !== 'dotted_name' || isReached(project, module, name)) return false;
  const all = module.names.filter((one) => one.name === name);
  if (all.filter(({ binds }) => binds).length !== 1) return false;
  if (
    module.nodes.some(
      ({ type, text, parent }) => type === 'string' && parent?.type === 'type' && text.includes(name),
    )
  )
    return false;
  const own = ownFile(project.files, module.path, from);
  if (own) return !ownFile(project.files, module.path, `${from}.${name}`) && isThere(project, own, name);
  return !mayBeModule(
    all.filter(({ binds }) => !binds).map((one) => one.node),
    name,
  );
}

/** `from` fails at once where the name is not there, and an attribute only when it is asked for. */
function isThere({ python }: Project, path: string, name: string): boolean {
  const module = python.find((one) => one.path === path);
  return module?.names.some((one) => one.binds && one.name === name && one.scope === module.root) ?? false;
}

/** A name in small letters of which only attributes are used: `keras.layers`, `request.form`. */
function mayBeModule(uses: readonly Node[], name: string): boolean {
  const called = uses.some(({ parent, field }) => parent?.type === 'call' && field === 'function');
  return /^[a-z_]/.test(name) && !called;
}
