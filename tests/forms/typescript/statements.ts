/** Statements are written differently: loops over tables, factories, wrapped handlers, other texts, no types. */
import { ts } from 'ts-morph';
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import {
  atStart,
  functionAround,
  inserted,
  isDotted,
  isExported,
  isInside,
  isLiteral,
  isTestFile,
  replaced,
  saysThis,
  within,
} from './code.ts';
import type { ScriptModule } from './module.ts';

export const scriptLoop: Form = {
  name: 'ts-loop',
  summary: 'Calls of one function that follow each other, with plain arguments, become a loop over a table.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => runsOf(module).flatMap((run) => asLoop(module, run))),
};

export const scriptFactory: Form = {
  name: 'ts-factory',
  summary: 'What is made and what is registered at it stand in a function that gives it back.',
  language: 'typescript',
  rewrite: ({ scripts }) => eachModule(scripts, inFactory),
};

export const wrappedHandlers: Form = {
  name: 'ts-wrapped',
  summary: 'Handlers of routes are wrapped in an own function that passes everything through.',
  language: 'typescript',
  rewrite: ({ scripts }) => eachModule(scripts, wrapped),
};

export const concatenated: Form = {
  name: 'ts-concatenated',
  summary: 'A template becomes texts that are added.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => module.nodes.flatMap((node) => added(module, node))),
};

export const untyped: Form = {
  name: 'ts-untyped',
  summary: 'Variables lose their type annotations, where no decorator reads types.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) =>
      module.nodes.some(ts.isDecorator) ? [] : module.nodes.flatMap(withoutType),
    ),
};

function runsOf(module: ScriptModule): readonly (readonly ts.ExpressionStatement[])[] {
  const runs: ts.ExpressionStatement[][] = [];
  for (const block of module.nodes.filter((node) => ts.isSourceFile(node) || ts.isBlock(node))) {
    let last: string | null = null;
    for (const statement of block.statements) {
      const key = shapeOf(statement);
      if (key !== null && key === last) runs.at(-1)?.push(statement as ts.ExpressionStatement);
      else if (key !== null) runs.push([statement as ts.ExpressionStatement]);
      last = key;
    }
  }
  return runs.filter((run) => run.length > 1);
}

function shapeOf(statement: ts.Statement): string | null {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return null;
  const { expression, arguments: given } = statement.expression;
  if (!isDotted(expression) || given.length === 0 || !given.every((one) => isLiteral(one) || isDotted(one)))
    return null;
  return `${expression.getText()}(${given.length})`;
}

function asLoop(module: ScriptModule, run: readonly ts.ExpressionStatement[]): readonly Edit[] {
  const calls = run.map(({ expression }) => expression as ts.CallExpression);
  const names = calls[0]?.arguments.map((_, index) => fresh(module.text, `column${index + 1}`)) ?? [];
  const rows = calls.map((call) => call.arguments.map((one) => one.getText()).join(', '));
  const single = names.length === 1;
  const table = rows.map((row) => (single ? row : `[${row}]`)).join(', ');
  const bound = single ? names[0] : `[${names.join(', ')}]`;
  const first = run[0]?.getStart(module.root) ?? 0;
  const text = `for (const ${bound} of [${table}]) ${calls[0]?.expression.getText()}(${names.join(', ')});`;
  return [{ start: first, end: run.at(-1)?.end ?? first, text }];
}

function inFactory(module: ScriptModule): readonly Edit[] {
  const statements = [...module.root.statements];
  const at = statements.findIndex((one) => madeBy(module, one) !== null);
  const made = statements[at] as ts.VariableStatement | undefined;
  const name = made && madeBy(module, made);
  const symbol = name && module.symbolOf(name);
  if (!made || !name || !symbol || isExported(made) || isTestFile(module.path)) return [];
  const uses = module.placesOf(symbol);
  const last = statements.findLastIndex(
    (one) =>
      ts.isExpressionStatement(one) &&
      !/listen|exports/.test(one.getText()) &&
      uses.some((use) => isInside(use, one)),
  );
  const region = statements.slice(at, last + 1);
  const inside = (node: ts.Node) => region.some((one) => isInside(node, one));
  const closed = region.every(
    (one) =>
      (ts.isVariableStatement(one) && !isExported(one)) ||
      ts.isExpressionStatement(one) ||
      (ts.isFunctionDeclaration(one) && !isExported(one)),
  );
  const awaits = region.some((one) =>
    within(one).some((node) => ts.isAwaitExpression(node) && !functionAround(node)),
  );
  const bound = region
    .flatMap(within)
    .filter(ts.isIdentifier)
    .flatMap((one) => module.symbolOf(one) ?? []);
  const leaks = bound.some(
    (one) => one !== symbol && one.declarations?.some(inside) && !module.placesOf(one).every(inside),
  );
  if (!closed || awaits || leaks || last <= at || region.some(saysThis)) return [];
  const create = fresh(module.text, `create_${name.text}`);
  const end = region.at(-1)?.end ?? made.end;
  return [
    inserted(made.getStart(module.root), `function ${create}() {\n`),
    inserted(end, `\nreturn ${name.text};\n}\nconst ${name.text} = ${create}();`),
  ];
}

/** `const app = express()`, `const server = new Server()`, with something registered at it. */
function madeBy(module: ScriptModule, statement: ts.Statement): ts.Identifier | null {
  if (!ts.isVariableStatement(statement)) return null;
  const [only, ...more] = statement.declarationList.declarations;
  const value = only?.initializer;
  if (!only || more.length > 0 || !value || !ts.isIdentifier(only.name)) return null;
  if (
    !(ts.isCallExpression(value) || ts.isNewExpression(value)) ||
    /^(?:await|require)\b/.test(value.getText())
  )
    return null;
  const registers = new RegExp(
    `^\\s*${only.name.text}\\.(?:get|post|put|patch|delete|use|on|command)\\(`,
    'm',
  );
  return registers.test(module.text) ? only.name : null;
}

function wrapped(module: ScriptModule): readonly Edit[] {
  if (isTestFile(module.path)) return [];
  const name = fresh(module.text, 'passing');
  const handlers = module.nodes.filter((node) => isHandler(node));
  const typed = /\.[cm]?tsx?$/.test(module.path)
    ? ['(handler: any)', '(...args: any[])']
    : ['(handler)', '(...args)'];
  const line = `function ${name}${typed[0]} { return ${typed[1]} => handler(...args); }`;
  const edits = handlers.flatMap((one) => [
    inserted(one.getStart(module.root), `${name}(`),
    inserted(one.end, ')'),
  ]);
  return edits.length > 0 ? [atStart(module, [line]), ...edits] : [];
}

/** Frameworks count parameters only where there are four: those answer errors. */
function isHandler(node: ts.Node): boolean {
  if (
    !(ts.isArrowFunction(node) || ts.isFunctionExpression(node)) ||
    node.parameters.length > 3 ||
    !ts.isCallExpression(node.parent)
  )
    return false;
  const { expression, arguments: given } = node.parent;
  const route =
    ts.isPropertyAccessExpression(expression) && /^(?:get|post|put|patch|delete)$/.test(expression.name.text);
  return (
    route &&
    given.length > 1 &&
    given[0] !== undefined &&
    ts.isStringLiteral(given[0]) &&
    !saysThis(node) &&
    functionAround(node) === null
  );
}

function added(module: ScriptModule, node: ts.Node): readonly Edit[] {
  if (!ts.isTemplateExpression(node) || ts.isTaggedTemplateExpression(node.parent)) return [];
  if (within(node).some((one) => one !== node && ts.isTemplateExpression(one)) || insideTemplate(node))
    return [];
  const parts = [
    node.head.text,
    ...node.templateSpans.flatMap(({ expression, literal }) => [expression, literal.text]),
  ];
  const texts = parts.flatMap((part) => {
    if (typeof part !== 'string') return [`String(${part.getText()})`];
    return part === '' ? [] : [JSON.stringify(part)];
  });
  return [replaced(module, node, texts.length > 1 ? `(${texts.join(' + ')})` : (texts[0] ?? "''"))];
}

function insideTemplate(node: ts.Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (ts.isTemplateExpression(at)) return true;
  return false;
}

function withoutType(node: ts.Node): readonly Edit[] {
  if (!ts.isVariableDeclaration(node) || !node.type || !node.initializer || !ts.isIdentifier(node.name))
    return [];
  return [{ start: node.name.end, end: node.type.end, text: '' }];
}
