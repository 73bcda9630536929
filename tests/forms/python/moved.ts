/** Functions and constants move into another module. */
import { type Edit, edited, type Files, type Form, fresh, type Project } from '../form.ts';
import { atStart, decoratorsOf, functionsOf, isLiteral, isTestFile, statementsOf } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, isInside, type Node, namedIn } from './tree.ts';

export const movedFunctions: Form = {
  name: 'moved',
  summary: 'Functions that need nothing of their file but its imports move into a module beside it.',
  language: 'python',
  rewrite: (project) => eachMoved(project, 'parts', movable),
};

export const movedConstants: Form = {
  name: 'settings',
  summary: 'Constants move into a module beside their file.',
  language: 'python',
  rewrite: (project) => eachMoved(project, 'settings_own', constantsOf),
};

export const constantsInFile: Form = {
  name: 'settings-file',
  summary: 'Constants are read from a JSON file beside the code.',
  language: 'python',
  rewrite: inJson,
};

function eachMoved(
  project: Project,
  name: string,
  choose: (module: PythonModule) => readonly Node[],
): Files | null {
  const files: Record<string, string> = {};
  for (const module of project.python) {
    const folder = module.path.slice(0, module.path.lastIndexOf('/') + 1);
    const path = `${folder}${name}.py`;
    const from = importedAs(project, module, name);
    const chosen = choose(module);
    if (from === null || chosen.length === 0 || path in project.files || path in files) continue;
    const needed = importsFor(module, chosen);
    const text = chosen.map((one) => `${module.text.slice(one.start, one.end)}\n`).join('');
    const bound = chosen.map(nameOf);
    files[path] = `${needed.map(({ text }) => `${text}\n`).join('')}${text}`;
    const removed: Edit[] = chosen.map((one) => ({ start: one.start, end: one.end, text: '' }));
    files[module.path] = edited(module.text, [
      atStart(module, [`from ${from} import ${bound.join(', ')}`]),
      ...removed,
    ]);
  }
  return Object.keys(files).length > 0 ? files : null;
}

function nameOf(statement: Node): string {
  return (fieldOf(statement, 'name') ?? fieldOf(namedIn(statement)[0], 'left'))?.text ?? '';
}

/** How a module beside this one is imported here; null where that depends on how the program is started. */
function importedAs(project: Project, module: PythonModule, name: string): string | null {
  if (module.dynamic || isTestFile(module.path) || module.path.endsWith('__init__.py')) return null;
  const folder = module.path.split('/').slice(0, -1);
  if (folder.length === 0) return name;
  if (/^\s*from \./m.test(module.text)) return `.${name}`;
  const dotted = folder.join('.');
  const written = project.python.some(({ text }) =>
    new RegExp(`^\\s*(?:from|import) ${dotted}\\b`, 'm').test(text),
  );
  return written ? `${dotted}.${name}` : null;
}

/** Functions of which every name is their own, a builtin, or imported from elsewhere at the top. */
function movable(module: PythonModule): readonly Node[] {
  const imported = importedNames(module);
  return functionsOf(module).filter((definition) => {
    if (decoratorsOf(definition).length > 0 || /^(?:test_|main$)/.test(nameOf(definition))) return false;
    if (/__(?:name|file|module)__|\bglobal\b/.test(definition.text)) return false;
    const bound = module.names.filter(
      (one) => one.binds && one.name === nameOf(definition) && one.scope === module.root,
    );
    return (
      bound.length === 1 &&
      module.names.every(
        ({ node, name, scope }) =>
          scope !== module.root ||
          !isInside(node, definition) ||
          name === nameOf(definition) ||
          imported.has(name),
      )
    );
  });
}

/** Names that imports of the top level bind, once each, from where a module beside this one finds them too. */
function importedNames(module: PythonModule): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of statementsOf(module)) {
    if (!/^import_(?:from_)?statement$/.test(statement.type)) continue;
    for (const { node, name, binds } of module.names)
      if (binds && isInside(node, statement)) {
        const again = module.names.filter(
          (one) => one.binds && one.name === name && one.scope === module.root,
        );
        if (again.length === 1) found.set(name, statement);
      }
  }
  return found;
}

function importsFor(module: PythonModule, chosen: readonly Node[]): readonly Node[] {
  const imported = importedNames(module);
  const statements = chosen.flatMap((one) =>
    module.names
      .filter(({ node, scope }) => scope === module.root && isInside(node, one))
      .flatMap(({ name }) => imported.get(name) ?? []),
  );
  return statementsOf(module).filter((one) => statements.includes(one));
}

/** `TOP_K = 5`: bound once, at the top level, to a literal. */
function constantsOf(module: PythonModule): readonly Node[] {
  return statementsOf(module).filter((statement) => {
    const assignment = statement.type === 'expression_statement' ? namedIn(statement)[0] : null;
    const name = fieldOf(assignment, 'left');
    const value = fieldOf(assignment, 'right');
    if (assignment?.type !== 'assignment' || name?.type !== 'identifier' || !value || !isLiteral(value))
      return false;
    if (!/^[A-Z][A-Z0-9_]*$/.test(name.text) || fieldOf(assignment, 'type')) return false;
    const bound = module.nodes.filter(
      ({ type, text, field }) => type === 'identifier' && text === name.text && field === 'left',
    );
    return bound.length === 1 && !new RegExp(`global .*\\b${name.text}\\b`).test(module.text);
  });
}

function inJson(project: Project): Files | null {
  const files: Record<string, string> = {};
  if (Object.keys(project.files).some((path) => /Dockerfile|\.dockerignore|^pyproject\.toml/.test(path)))
    return null;
  for (const module of project.python) {
    const path = module.path.replace(/[^/]*$/, 'settings_own.json');
    const chosen = constantsOf(module).filter((one) => isJson(fieldOf(namedIn(one)[0], 'right')));
    if (chosen.length === 0 || path in files || path in project.files || isTestFile(module.path)) continue;
    const name = fresh(module.text, 'SETTINGS');
    const values = chosen.map((one) => [nameOf(one), jsonOf(fieldOf(namedIn(one)[0], 'right') as Node)]);
    files[path] = `{\n${values.map(([key, value]) => `  "${key}": ${value}`).join(',\n')}\n}\n`;
    const read = `${name} = json_own.loads(Path_own(__file__).with_name("settings_own.json").read_text(encoding="utf-8"))`;
    files[module.path] = edited(module.text, [
      atStart(module, ['import json as json_own', 'from pathlib import Path as Path_own', read]),
      ...chosen.map((one) => {
        const value = fieldOf(namedIn(one)[0], 'right') as Node;
        return { start: value.start, end: value.end, text: `${name}["${nameOf(one)}"]` };
      }),
    ]);
  }
  return Object.keys(files).length > 0 ? files : null;
}

function isJson(value: Node | null): boolean {
  if (!value) return false;
  if (value.type === 'string') return /^["'][^\\\n]*["']$/.test(value.text) && !/^"""|^'''/.test(value.text);
  return /^(?:true|false|none)$/.test(value.type) || /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value.text);
}

function jsonOf(value: Node): string {
  if (value.type === 'string') return JSON.stringify(value.text.slice(1, -1));
  return value.type === 'none'
    ? 'null'
    : value.type === 'true' || value.type === 'false'
      ? value.type
      : value.text;
}
