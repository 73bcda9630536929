/** Functions are written differently: arrows, declarations, methods, helpers. */
import { ts } from 'ts-morph';
import { type Edit, eachModule, type Form, fresh, type Project } from '../form.ts';
import {
  calledFunctions,
  functionAround,
  inserted,
  isBeforeAllCode,
  isExported,
  isInside,
  isTestFile,
  replaced,
  saysThis,
  topFunctions,
  within,
} from './code.ts';
import type { ScriptModule } from './module.ts';

export const arrowsToFunctions: Form = {
  name: 'ts-functions',
  summary: 'Arrow functions that a constant of the module holds become declarations.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => topFunctions(module).flatMap((one) => asDeclaration(module, one))),
};

export const functionsToArrows: Form = {
  name: 'ts-arrows',
  summary: 'Functions that are declared before anything runs become arrow functions.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => topFunctions(module).flatMap((one) => asArrow(module, one))),
};

export const scriptHelper: Form = {
  name: 'ts-helper',
  summary: 'A function that is handed to a call does its work in a helper of the module.',
  language: 'typescript',
  rewrite: ({ scripts }) => eachModule(scripts, helped),
};

export const scriptClass: Form = {
  name: 'ts-class',
  summary: 'Functions that are only called become methods of a class with one object.',
  language: 'typescript',
  rewrite: (project) => eachModule(project.scripts, (module) => asMethods(project, module)),
};

type Top = ReturnType<typeof topFunctions>[number];

function signature(made: Top['made']): string {
  const types = made.typeParameters ? `<${made.typeParameters.map((one) => one.getText()).join(', ')}>` : '';
  const result = made.type ? `: ${made.type.getText()}` : '';
  return `${types}(${made.parameters.map((one) => one.getText()).join(', ')})${result}`;
}

function isAsync(made: ts.Node): boolean {
  return (
    ts.canHaveModifiers(made) &&
    (ts.getModifiers(made)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}

function bodyOf(made: Top['made'] | ts.ArrowFunction): string {
  const { body } = made;
  if (!body) return '{}';
  return ts.isBlock(body) ? body.getText() : `{ return ${body.getText()}; }`;
}

function asDeclaration(module: ScriptModule, { statement, name, made }: Top): readonly Edit[] {
  if (!ts.isArrowFunction(made) || !ts.isVariableStatement(statement) || saysThis(made)) return [];
  if (
    statement.declarationList.declarations[0]?.type ||
    !(statement.declarationList.flags & ts.NodeFlags.Const)
  )
    return [];
  const head = `${isExported(statement) ? 'export ' : ''}${isAsync(made) ? 'async ' : ''}function ${name.text}`;
  return [replaced(module, statement, `${head}${signature(made)} ${bodyOf(made)}`)];
}

function asArrow(module: ScriptModule, { statement, name, made }: Top): readonly Edit[] {
  const exportsDefault =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  if (!ts.isFunctionDeclaration(made) || made.asteriskToken || saysThis(made) || exportsDefault) return [];
  const overloaded =
    topFunctions(module).filter((one) => one.name.text === name.text).length > 1 ||
    (made.typeParameters && /x$/.test(module.path));
  if (overloaded || !isBeforeAllCode(module, statement)) return [];
  const head = `${isExported(statement) ? 'export ' : ''}const ${name.text} = ${isAsync(made) ? 'async ' : ''}`;
  return [replaced(module, statement, `${head}${signature(made)} => ${bodyOf(made)};`)];
}

function helped(module: ScriptModule): readonly Edit[] {
  const prefix = fresh(module.text, 'doWork');
  const helpers: string[] = [];
  if (isTestFile(module.path)) return [];
  const edits = module.nodes.flatMap((node) => {
    if (!(ts.isArrowFunction(node) || ts.isFunctionExpression(node)) || !ts.isCallExpression(node.parent))
      return [];
    if (node.parent.expression === node || functionAround(node) || !ts.isBlock(node.body)) return [];
    if (
      saysThis(node) ||
      !isFree(module, node) ||
      !node.parameters.every((one) => ts.isIdentifier(one.name) && !one.initializer && !one.dotDotDotToken)
    )
      return [];
    if (node.typeParameters || node.body.statements.length === 0) return [];
    const name = `${prefix}${helpers.length + 1}`;
    const given = node.parameters.map((one) => one.name.getText()).join(', ');
    helpers.push(`${isAsync(node) ? 'async ' : ''}function ${name}${signature(node)} ${node.body.getText()}`);
    return [replaced(module, node.body, `{ return ${name}(${given}); }`)];
  });
  return edits.length > 0 ? [...edits, inserted(module.root.end, `\n${helpers.join('\n')}\n`)] : [];
}

/** Whatever it names is its own, of the module, or global. */
function isFree(module: ScriptModule, made: ts.Node): boolean {
  return within(made)
    .filter(ts.isIdentifier)
    .every((name) => {
      const symbol = module.symbolOf(name);
      return !symbol || (symbol.declarations ?? []).every((one) => isInside(one, made) || isTop(one));
    });
}

function isTop(declaration: ts.Node): boolean {
  for (let at = declaration.parent; at && !ts.isSourceFile(at); at = at.parent)
    if (ts.isBlock(at) || ts.isFunctionLike(at) || ts.isForStatement(at)) return false;
  return true;
}

function asMethods(project: Project, module: ScriptModule): readonly Edit[] {
  const all = calledFunctions(project, module).filter(
    ({ statement, made }) =>
      !saysThis(made) &&
      !(ts.isFunctionDeclaration(made) && made.asteriskToken) &&
      isBeforeAllCode(module, statement) &&
      !/^[A-Z]|^use[A-Z]/.test(nameOf(statement)),
  );
  if (all.length === 0) return [];
  const first = all[0];
  const [className, object] = [fresh(module.text, 'Worker'), fresh(module.text, 'worker')];
  const methods = all.map(({ made, name }) => {
    const body = moved(made.body as ts.Node, all, module);
    const block = ts.isBlock(made.body as ts.Node) ? body : `{ return ${body}; }`;
    return `  ${isAsync(made) ? 'async ' : ''}${name.text}${signature(made)} ${block}`;
  });
  const text = `class ${className} {\n${methods.join('\n')}\n}\nconst ${object} = new ${className}();`;
  const outside = all.flatMap(({ uses }) =>
    uses.filter((use) => !all.some(({ statement }) => isInside(use, statement))),
  );
  return [
    ...all.map(({ statement }) => replaced(module, statement, statement === first?.statement ? text : '')),
    ...outside.map((use) => replaced(module, use, `${object}.${use.text}`)),
  ];
}

function nameOf(statement: ts.Statement): string {
  return ts.isFunctionDeclaration(statement) ? (statement.name?.text ?? '') : '';
}

/** The text of a body in which the functions that moved along are reached by `this`. */
function moved(body: ts.Node, all: ReturnType<typeof calledFunctions>, module: ScriptModule): string {
  const start = body.getStart(module.root);
  const uses = all.flatMap(({ uses }) => uses.filter((use) => isInside(use, body)));
  let text = body.getText();
  for (const use of [...uses].sort((a, b) => b.pos - a.pos)) {
    const at = use.getStart(module.root) - start;
    text = `${text.slice(0, at)}${isBound(use, body) ? 'this' : fresh(module.text, 'worker')}.${text.slice(at)}`;
  }
  return text;
}

/** No function with a `this` of its own stands between. */
function isBound(use: ts.Node, body: ts.Node): boolean {
  for (let at = use.parent; at && at !== body; at = at.parent)
    if (ts.isFunctionLike(at) && !ts.isArrowFunction(at)) return false;
  return true;
}
