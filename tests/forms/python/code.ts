/** Questions that several rewrites of Python ask. */
import { type Files, holdsWord, type Project } from '../form.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, indentOf, type Node, namedIn, startsLine, within } from './tree.ts';

/** A plain text: no f-string, no bytes, not one of several that stand beside each other. */
export function isText(node: Node): boolean {
  return (
    node.type === 'string' &&
    !/^[rR]?[fFbBtT]/.test(node.text) &&
    node.parent?.type !== 'concatenated_string' &&
    !node.children.some(({ type }) => type === 'interpolation') &&
    node.end - node.start > 2
  );
}

export function isLiteral(node: Node): boolean {
  return (
    ['integer', 'float', 'true', 'false', 'none'].includes(node.type) ||
    (node.type === 'string' && isPlain(node))
  );
}

function isPlain(node: Node): boolean {
  return !/^[rR]?[fFtT]/.test(node.text);
}

/** A name, or attributes of one: nothing runs when it is evaluated. */
export function isDotted(node: Node | null): boolean {
  if (node?.type === 'identifier') return true;
  return node?.type === 'attribute' && isDotted(fieldOf(node, 'object'));
}

/** The function, class or statement that a decorated definition is about; the node itself for all others. */
export function undecorated(statement: Node): Node {
  return statement.type === 'decorated_definition'
    ? (fieldOf(statement, 'definition') ?? statement)
    : statement;
}

export function decoratorsOf(definition: Node): readonly Node[] {
  const { parent } = definition;
  return parent?.type === 'decorated_definition'
    ? parent.children.filter(({ type }) => type === 'decorator')
    : [];
}

export function isAsync(definition: Node): boolean {
  return definition.children[0]?.type === 'async';
}

/** Whether a function's own body yields. */
export function isGenerator(definition: Node): boolean {
  const own = (node: Node): boolean =>
    node.type === 'yield' ||
    (node.type !== 'function_definition' && node.type !== 'lambda' && node.children.some(own));
  return fieldOf(definition, 'body')?.children.some(own) ?? false;
}

/** Functions of the module's top level, decorated ones included. */
export function functionsOf(module: PythonModule): readonly Node[] {
  return statementsOf(module)
    .map(undecorated)
    .filter(({ type }) => type === 'function_definition');
}

export function statementsOf(module: PythonModule): readonly Node[] {
  return namedIn(module.root);
}

/** Parameters as written, when each is a plain one: no star, no slash. Null otherwise. */
export function parametersOf(
  definition: Node,
): readonly { readonly name: string; readonly node: Node }[] | null {
  const all = namedIn(fieldOf(definition, 'parameters')).map((node) => {
    if (node.type === 'identifier') return { name: node.text, node };
    const name = fieldOf(node, 'name') ?? (node.type === 'typed_parameter' ? node.children[0] : null);
    return name?.type === 'identifier' ? { name: name.text, node } : null;
  });
  return all.every((one) => one !== null) ? all : null;
}

export function docstringOf(definition: Node): Node | null {
  const first = namedIn(fieldOf(definition, 'body'))[0];
  const only = first?.type === 'expression_statement' ? namedIn(first)[0] : first;
  return only?.type === 'string' && first ? first : null;
}

/** Where the code begins: behind the docstring and the imports that open the file. */
function startOfCode(module: PythonModule): number {
  let end = 0;
  for (const [index, statement] of statementsOf(module).entries()) {
    const docstring =
      index === 0 && statement.type === 'expression_statement' && namedIn(statement)[0]?.type === 'string';
    if (!docstring && !/import/.test(statement.type)) break;
    end = statement.end;
  }
  const line = module.text.indexOf('\n', end);
  return end === 0 ? 0 : line < 0 ? module.text.length : line + 1;
}

/** Lines to stand before the first statement that is no import. */
export function atStart(module: PythonModule, lines: readonly string[]) {
  const at = startOfCode(module);
  const gap = at > 0 && module.text[at - 1] !== '\n' ? '\n' : '';
  return { start: at, end: at, text: `${gap}${lines.join('\n')}\n` };
}

/** Simple statements to stand before another: on lines of their own, or behind semicolons where that shares a line. */
export function before(module: PythonModule, statement: Node, simple: readonly string[]) {
  const { start } = statement;
  const own = startsLine(module.text, start);
  const glue = own ? `\n${indentOf(module.text, start)}` : '; ';
  return { start, end: start, text: simple.map((line) => line + glue).join('') };
}

/** Whether another file of the project may reach a name of this one, or a text may speak of it. */
export function isReached(project: Project, module: PythonModule, name: string): boolean {
  const elsewhere = project.python.some((other) => other !== module && reaches(other, name));
  return elsewhere || isSpoken(project, name);
}

function reaches(module: PythonModule, name: string): boolean {
  return module.nodes.some(
    ({ type, text, field, parent }) =>
      type === 'identifier' &&
      text === name &&
      ((parent?.type === 'attribute' && field === 'attribute') ||
        (parent?.type === 'dotted_name' && parent.field === 'name')),
  );
}

/** Whether a text of the code, or a file that configures, names it: `uvicorn.run("app:app")`, `patch("app.ask")`. */
export function isSpoken(project: Project, name: string): boolean {
  const inText = project.python.some(({ nodes }) =>
    nodes.some(
      ({ type, text }) =>
        type === 'string' && !/\s/.test(text) && new RegExp(`(?:^\\w*["']+|[.:])${name}(?!\\w)`).test(text),
    ),
  );
  return (
    inText ||
    Object.entries(project.files).some(([path, text]) => isConfiguring(path) && holdsWord(text, name))
  );
}

function isConfiguring(path: string): boolean {
  return /\.(?:toml|ya?ml|json|sh|cfg|ini|conf|tf)$|(?:^|\/)(?:Dockerfile|Procfile|Makefile)|\.Dockerfile$/.test(
    path,
  );
}

/** Functions of the top level that nothing but direct calls uses, with these calls; in any file of the project. */
export function calledFunctions(project: Project, module: PythonModule) {
  if (module.dynamic || isTestFile(module.path)) return [];
  return functionsOf(module).flatMap((definition) => {
    const name = fieldOf(definition, 'name')?.text ?? '';
    if (decoratorsOf(definition).length > 0 || isReached(project, module, name)) return [];
    const all = module.names.filter((one) => one.name === name && one.scope === module.root);
    const uses = all.filter(({ binds }) => !binds);
    if (all.length !== uses.length + 1 || uses.length === 0) return [];
    const calls = uses.map(({ node }) =>
      node.parent?.type === 'call' && node.field === 'function' ? node.parent : null,
    );
    return calls.every((call) => call !== null) ? [{ definition, name, calls }] : [];
  });
}

export function isTestFile(path: string): boolean {
  return /(?:^|\/)(?:tests?\/|test_|conftest)|_test\.py$/.test(path);
}

/** The own file that an import of a file means: absolute from the root or the file's own folder, or relative. */
export function ownFile(files: Files, from: string, written: string): string | null {
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : '';
  const dots = /^\.*/.exec(written)?.[0].length ?? 0;
  const parts = written.slice(dots).split('.').filter(Boolean);
  const up = folder.split('/').filter(Boolean);
  const bases = dots > 0 ? [up.slice(0, up.length - (dots - 1))] : [[], up];
  for (const base of bases) {
    const path = [...base, ...parts].join('/');
    for (const candidate of [`${path}.py`, `${path}/__init__.py`]) if (candidate in files) return candidate;
    if (Object.keys(files).some((name) => path !== '' && name.startsWith(`${path}/`) && name.endsWith('.py')))
      return `${path}/__init__.py`;
  }
  return null;
}

/** Whether a stretch holds a text over several lines: its lines must not be moved to the right. */
export function hasLongText(node: Node): boolean {
  return within(node).some(({ type, text }) => type === 'string' && text.includes('\n'));
}

/** The lines of a stretch, moved to the right. */
export function indented(text: string, by = '    '): string {
  return text.replace(/^(?=[^\n])/gm, by);
}
