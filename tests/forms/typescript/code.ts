/** Questions that several rewrites of TypeScript and JavaScript ask. */
import { ts } from 'ts-morph';
import { type Edit, holdsWord, type Project } from '../form.ts';
import type { ScriptModule } from './module.ts';

export function within(node: ts.Node): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (one: ts.Node): void => {
    nodes.push(one);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return nodes;
}

export function isInside(node: ts.Node, outer: ts.Node): boolean {
  return node.pos >= outer.pos && node.end <= outer.end;
}

export function replaced(module: ScriptModule, node: ts.Node, text: string): Edit {
  return { start: node.getStart(module.root), end: node.end, text };
}

export function inserted(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** Where the code begins: behind the directives, imports and requires that open the file. */
export function atStart(module: ScriptModule, lines: readonly string[]): Edit {
  let at = 0;
  for (const statement of module.root.statements) {
    const opens =
      ts.isImportDeclaration(statement) ||
      isDirective(statement) ||
      /^(?:const|var|let) [^=]+= require\([^)]*\);?$/.test(statement.getText());
    if (!opens) break;
    at = statement.end;
  }
  return inserted(at, at === 0 ? `${lines.join('\n')}\n` : `\n${lines.join('\n')}`);
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

/** A name, or properties of one: nothing runs when it is evaluated. */
export function isDotted(node: ts.Node): boolean {
  if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  return ts.isPropertyAccessExpression(node) && !node.questionDotToken && isDotted(node.expression);
}

export function isLiteral(node: ts.Node): boolean {
  return (
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  );
}

/** The function around a node; null at the top level. */
export function functionAround(node: ts.Node): ts.FunctionLikeDeclaration | null {
  for (let at = node.parent; at; at = at.parent)
    if (ts.isFunctionLike(at) && 'body' in at) return at as ts.FunctionLikeDeclaration;
  return null;
}

/** Whether it says `this`, `arguments`, `super` or `new.target` of its own: it cannot move. */
export function saysThis(node: ts.Node): boolean {
  return within(node).some(
    (one) =>
      one.kind === ts.SyntaxKind.ThisKeyword ||
      one.kind === ts.SyntaxKind.SuperKeyword ||
      ts.isMetaProperty(one) ||
      ts.isYieldExpression(one) ||
      (ts.isIdentifier(one) && one.text === 'arguments'),
  );
}

export function isTestFile(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|e2e)\/|\.(?:test|spec)\.[cm]?[jt]sx?$/.test(path);
}

/** Whether another file may reach a name of this one, or a text may speak of it. */
function isReached(project: Project, module: ScriptModule, name: string): boolean {
  return (
    project.scripts.some((other) => other !== module && holdsWord(other.text, name)) ||
    module.nodes.some((node) => ts.isStringLiteral(node) && holdsWord(node.text, name)) ||
    Object.entries(project.files).some(
      ([path, text]) => /\.(?:json|ya?ml|html|prisma)$|Dockerfile/.test(path) && holdsWord(text, name),
    )
  );
}

export function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

/** A function of the top level, however it is written: `function f() {}`, `const f = () => {}`. */
export interface TopFunction {
  readonly statement: ts.FunctionDeclaration | ts.VariableStatement;
  readonly name: ts.Identifier;
  readonly made: ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;
}

export function topFunctions({ root }: ScriptModule): readonly TopFunction[] {
  return root.statements.flatMap((statement): TopFunction[] => {
    if (ts.isFunctionDeclaration(statement))
      return statement.name && statement.body ? [{ statement, name: statement.name, made: statement }] : [];
    if (!ts.isVariableStatement(statement)) return [];
    const [only, ...more] = statement.declarationList.declarations;
    const made = only?.initializer;
    if (!only || more.length > 0 || !made || !ts.isIdentifier(only.name)) return [];
    return ts.isArrowFunction(made) || ts.isFunctionExpression(made)
      ? [{ statement, name: only.name, made }]
      : [];
  });
}

/** Functions of the top level that this file alone uses, by direct calls; with these calls. */
export function calledFunctions(project: Project, module: ScriptModule) {
  if (isTestFile(module.path)) return [];
  return topFunctions(module).flatMap((one) => {
    const symbol = module.symbolOf(one.name);
    if (!symbol || isExported(one.statement) || isReached(project, module, one.name.text)) return [];
    const uses = module.placesOf(symbol).filter((place) => place !== one.name);
    const calls = uses.map((use) =>
      ts.isCallExpression(use.parent) && use.parent.expression === use ? use.parent : null,
    );
    return uses.length > 0 && calls.every((call) => call !== null) ? [{ ...one, uses, calls }] : [];
  });
}

/** Edits that give another text to every use of a name; a shorthand `{ a }` becomes `{ a: text }`. */
export function renamed(
  module: ScriptModule,
  places: readonly ts.Identifier[],
  text: string,
): readonly Edit[] {
  return places.map((place) => {
    const { parent } = place;
    if (ts.isShorthandPropertyAssignment(parent)) return replaced(module, place, `${place.text}: ${text}`);
    if (
      ts.isBindingElement(parent) &&
      parent.name === place &&
      !parent.propertyName &&
      ts.isObjectBindingPattern(parent.parent) &&
      !parent.dotDotDotToken
    )
      return replaced(module, place, `${place.text}: ${text}`);
    if (ts.isExportSpecifier(parent) && !parent.propertyName)
      return replaced(module, place, `${text} as ${place.text}`);
    return replaced(module, place, text);
  });
}

/** Nothing that runs stands before a statement of the top level: only imports, functions, types and plain constants. */
export function isBeforeAllCode(module: ScriptModule, statement: ts.Statement): boolean {
  return module.root.statements
    .slice(0, module.root.statements.indexOf(statement))
    .every(
      (one) =>
        ts.isImportDeclaration(one) ||
        ts.isFunctionDeclaration(one) ||
        ts.isInterfaceDeclaration(one) ||
        ts.isTypeAliasDeclaration(one) ||
        isDirective(one) ||
        (ts.isVariableStatement(one) &&
          !within(one).some(
            (node) =>
              ts.isCallExpression(node) &&
              node.expression.getText() !== 'require' &&
              functionAround(node) === null,
          )),
    );
}
