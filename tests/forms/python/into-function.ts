/** Statements of the top level move into a function: an application's into a factory, a script's into main(). */
import { type Edit, eachModule, type Form, fresh, type Project } from '../form.ts';
import {
  decoratorsOf,
  hasLongText,
  indented,
  isReached,
  isSpoken,
  isTestFile,
  statementsOf,
  undecorated,
} from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, isInside, type Node, namedIn, within } from './tree.ts';

export const factory: Form = {
  name: 'factory',
  touches: ['type-hints'],
  summary: 'The application is made by `create_app()`, with whatever is registered at it.',
  language: 'python',
  rewrite: (project) => eachModule(project.python, (module) => inFactory(project, module)),
};

export const mainFunction: Form = {
  name: 'main',
  touches: ['type-hints'],
  summary: 'The statements of a script move into `main()`, called at the end where the file is the program.',
  language: 'python',
  rewrite: (project) => eachModule(project.python, (module) => inMain(project, module)),
};

function inFactory(project: Project, module: PythonModule): readonly Edit[] {
  if (module.dynamic || isTestFile(module.path) || /import annotations/.test(module.text)) return [];
  const statements = statementsOf(module);
  const holder = statements.findIndex((one) => isHolder(module, one));
  const made = statements[holder];
  const name = fieldOf(namedIn(made)[0], 'left')?.text;
  if (!made || name === undefined) return [];
  const uses = module.names
    .filter((one) => one.name === name && one.scope === module.root)
    .map(({ node }) => node);
  const last = statements.findLastIndex((one) => !isGuard(one) && uses.some((use) => isInside(use, one)));
  const region = statements.slice(holder, last + 1);
  if (!canMove(project, module, region, [name])) return [];
  const start = made.start;
  const end = region.at(-1)?.end ?? made.end;
  const create = fresh(module.text, 'create_app');
  const body = indented(module.text.slice(start, end));
  return [{ start, end, text: `def ${create}():\n${body}\n    return ${name}\n${name} = ${create}()` }];
}

/** `app = FastAPI()`, when a function of the file is registered at it. */
function isHolder(module: PythonModule, statement: Node): boolean {
  const assignment = namedIn(statement)[0];
  const name = fieldOf(assignment, 'left');
  if (assignment?.type !== 'assignment' || name?.type !== 'identifier') return false;
  if (fieldOf(assignment, 'right')?.type !== 'call') return false;
  return statementsOf(module).some((one) =>
    decoratorsOf(undecorated(one)).some(({ text }) => text.startsWith(`@${name.text}.`)),
  );
}

function isGuard(statement: Node): boolean {
  return statement.type === 'if_statement' && /__name__/.test(fieldOf(statement, 'condition')?.text ?? '');
}

function inMain(project: Project, module: PythonModule): readonly Edit[] {
  const statements = statementsOf(module);
  const start = statements.findIndex((one) => !/import|definition/.test(one.type) && !isDocstring(one));
  const region = statements.slice(start);
  const first = region[0];
  const last = region.at(-1);
  const runs = region.some(
    (one) => namedIn(one)[0]?.type === 'call' || /^(?:for|while|with|if)_/.test(one.type),
  );
  const holds = region.some(
    (one) => isHolder(module, one) || isGuard(one) || /import|decorated/.test(one.type),
  );
  // A framework imports it, or another module does.
  const imported =
    /\b(?:FastAPI|Flask|Celery|Typer)\(|^urlpatterns\b/m.test(module.text) || isImported(project, module);
  if (!first || !last || !runs || holds || imported || module.dynamic || isTestFile(module.path)) return [];
  if (!canMove(project, module, region, [])) return [];
  const main = fresh(module.text, 'main');
  const body = indented(module.text.slice(first.start, last.end));
  const call = `if __name__ == "__main__":\n    ${main}()`;
  return [{ start: first.start, end: last.end, text: `def ${main}():\n${body}\n${call}` }];
}

function isDocstring(statement: Node): boolean {
  return statement.type === 'expression_statement' && namedIn(statement)[0]?.type === 'string';
}

function isImported(project: Project, module: PythonModule): boolean {
  const name =
    module.path
      .replace(/(?:\/__init__)?\.py$/, '')
      .split('/')
      .at(-1) ?? '';
  return (
    isSpoken(project, name) ||
    project.python.some(({ nodes }) =>
      nodes.some((node) => /import_(?:from_)?statement/.test(node.type) && node.text.includes(name)),
    )
  );
}

/** Whatever the statements bind, only they use it, but for the names that are handed out. */
function canMove(
  project: Project,
  module: PythonModule,
  region: readonly Node[],
  out: readonly string[],
): boolean {
  const inside = (node: Node) => region.some((one) => isInside(node, one));
  const bound = new Set(
    module.names
      .filter(({ scope, binds, node }) => scope === module.root && binds && inside(node))
      .map(({ name }) => name),
  );
  const strangers = module.names.some(
    ({ name, scope, node, binds }) =>
      bound.has(name) && scope === module.root && !inside(node) && (binds || !out.includes(name)),
  );
  const changed = region.some(
    (one) => hasLongText(one) || within(one).some(({ type }) => type === 'global_statement'),
  );
  const awaits = region.some((one) => one.type === 'expression_statement' && /^await\b/.test(one.text));
  return (
    !strangers &&
    !changed &&
    !awaits &&
    [...bound].every((name) => out.includes(name) || !isReached(project, module, name))
  );
}
