/** Imports get other names, or are reached through their module. */
import { ts } from 'ts-morph';
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { renamed, replaced } from './code.ts';
import type { ScriptModule } from './module.ts';

export const scriptAlias: Form = {
  name: 'ts-alias',
  summary: 'Names that are imported get an alias: `import { a as aLib }`.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => namesOf(module).flatMap((one) => aliased(module, one))),
};

export const scriptNamespace: Form = {
  name: 'ts-namespace',
  summary: 'Names are reached through their module: `import * as m` and `m.a`.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => module.root.statements.flatMap((one) => throughModule(module, one))),
};

export const requireWhole: Form = {
  name: 'ts-require',
  summary: 'What require() is taken apart into is read from the module, one by one.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => module.root.statements.flatMap((one) => fromWhole(module, one))),
};

type Named = ts.ImportSpecifier | ts.BindingElement | ts.ImportClause | ts.VariableDeclaration;

/** Whatever imports and requires of the top level bind. */
function namesOf(module: ScriptModule): readonly Named[] {
  return module.root.statements.flatMap((statement): readonly Named[] => {
    if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
      const named = clause.namedBindings;
      const own = named && ts.isNamedImports(named) ? named.elements.filter((one) => !one.isTypeOnly) : [];
      return clause.name ? [clause, ...own] : own;
    }
    const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
    return declared.flatMap((one): readonly Named[] => {
      if (!one.initializer || !/^require\([^)]*\)$/.test(one.initializer.getText())) return [];
      if (ts.isIdentifier(one.name)) return [one];
      return ts.isObjectBindingPattern(one.name)
        ? one.name.elements.filter(
            (item) => ts.isIdentifier(item.name) && !item.initializer && !item.dotDotDotToken,
          )
        : [];
    });
  });
}

function aliased(module: ScriptModule, item: Named): readonly Edit[] {
  const name = item.name as ts.Identifier;
  // React is what JSX is compiled to.
  if (name.text === 'React' && /\.[jt]sx$/.test(module.path)) return [];
  const symbol = module.symbolOf(name);
  if (!symbol) return [];
  const alias = fresh(module.text, `${name.text}Lib`);
  const uses = module.placesOf(symbol).filter((place) => place !== name && place.parent !== item);
  if (ts.isImportSpecifier(item))
    return [
      replaced(module, item, `${(item.propertyName ?? name).text} as ${alias}`),
      ...renamed(module, uses, alias),
    ];
  return renamed(module, [name, ...uses], alias);
}

function throughModule(module: ScriptModule, statement: ts.Statement): readonly Edit[] {
  if (!ts.isImportDeclaration(statement)) return [];
  const clause = statement.importClause;
  const named = clause?.namedBindings;
  if (!clause || clause.name || clause.phaseModifier || !named || !ts.isNamedImports(named)) return [];
  if (named.elements.some((one) => one.isTypeOnly || (one.propertyName ?? one.name).text === 'default'))
    return [];
  const from = (statement.moduleSpecifier as ts.StringLiteral).text;
  const base =
    from
      .replace(/\.[cm]?[jt]sx?$/, '')
      .split('/')
      .at(-1)
      ?.replace(/\W+(\w)?/g, (_, letter = '') => letter.toUpperCase()) || 'own';
  const space = fresh(module.text, `${base}Module`);
  const edits: Edit[] = [replaced(module, named, `* as ${space}`)];
  for (const item of named.elements) {
    const symbol = module.symbolOf(item.name);
    if (!symbol) return [];
    const uses = module.placesOf(symbol).filter((place) => place.parent !== item);
    if (uses.some(({ parent }) => ts.isExportSpecifier(parent))) return [];
    edits.push(...renamed(module, uses, `${space}.${(item.propertyName ?? item.name).text}`));
  }
  return edits;
}

function fromWhole(module: ScriptModule, statement: ts.Statement): readonly Edit[] {
  if (!ts.isVariableStatement(statement)) return [];
  const [only, ...more] = statement.declarationList.declarations;
  if (!only?.initializer || more.length > 0 || !ts.isObjectBindingPattern(only.name)) return [];
  if (!/^require\([^)]*\)$/.test(only.initializer.getText())) return [];
  const plain = only.name.elements.every(
    (one) =>
      ts.isIdentifier(one.name) &&
      !one.initializer &&
      !one.dotDotDotToken &&
      (!one.propertyName || ts.isIdentifier(one.propertyName)),
  );
  if (!plain) return [];
  const whole = fresh(module.text, `whole${module.root.statements.indexOf(statement) + 1}`);
  const parts = only.name.elements.map(
    (one) => `const ${one.name.getText()} = ${whole}.${(one.propertyName ?? one.name).getText()};`,
  );
  return [
    replaced(module, statement, [`const ${whole} = ${only.initializer.getText()};`, ...parts].join('\n')),
  ];
}
