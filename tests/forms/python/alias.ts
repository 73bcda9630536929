/** Imports get other names. */
import { type Edit, eachModule, type Form, fresh, type Project } from '../form.ts';
import { isReached, statementsOf } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, type Node } from './tree.ts';

export const aliasedNames: Form = {
  name: 'alias',
  summary: 'Names that are imported get an alias: `from x import y as y_lib`.',
  language: 'python',
  rewrite: (project) =>
    eachModule(project.python, (module) => renamed(project, module, namesImported(module))),
};

export const aliasedModules: Form = {
  name: 'alias-modules',
  summary: 'Modules that are imported get another alias: `import pandas as pd_lib`.',
  language: 'python',
  rewrite: (project) =>
    eachModule(project.python, (module) => renamed(project, module, modulesImported(module))),
};

interface Bound {
  readonly name: string;
  /** Where it is bound, and how it is bound under another name. */
  readonly start: number;
  readonly end: number;
  readonly as: (alias: string) => string;
}

function namesImported(module: PythonModule): readonly Bound[] {
  return statementsOf(module)
    .filter(({ type }) => type === 'import_from_statement')
    .flatMap(({ children }) => children.filter(({ field }) => field === 'name').map(boundBy));
}

function modulesImported(module: PythonModule): readonly Bound[] {
  return statementsOf(module)
    .filter(({ type }) => type === 'import_statement')
    .flatMap(({ children }) => children.filter(({ field }) => field === 'name'))
    .filter((node) => node.type === 'aliased_import' || !node.text.includes('.'))
    .map(boundBy);
}

function boundBy(node: Node): Bound {
  const alias = fieldOf(node, 'alias');
  if (alias) return { name: alias.text, start: alias.start, end: alias.end, as: (name) => name };
  return { name: node.text, start: node.start, end: node.end, as: (name) => `${node.text} as ${name}` };
}

function renamed(project: Project, module: PythonModule, imported: readonly Bound[]): readonly Edit[] {
  if (module.dynamic) return [];
  return imported.flatMap(({ name, start, end, as }) => {
    const all = module.names.filter((one) => one.name === name);
    const once = all.filter(({ binds }) => binds).length === 1;
    if (!once || isReached(project, module, name) || isAnnotatedByText(module, name)) return [];
    const alias = fresh(module.text, `${name}_lib`);
    const uses = all.filter(({ binds }) => !binds);
    return [
      { start, end, text: as(alias) },
      ...uses.map(({ node }) => ({ start: node.start, end: node.end, text: alias })),
    ];
  });
}

/** An annotation written as a text, or a text that a pandas query reads, says the name too. */
function isAnnotatedByText(module: PythonModule, name: string): boolean {
  const says = new RegExp(`(?:^\\w*["']|[\\[@ ])${name}(?:["'\\[\\].|]|$)`);
  return module.nodes.some(
    ({ type, text, parent }) => type === 'string' && parent?.type === 'type' && says.test(text),
  );
}
