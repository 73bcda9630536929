/** Functions move into another module, and default exports get names. */
import { posix } from 'node:path';
import { ts } from 'ts-morph';
import { type Edit, edited, type Files, type Form, type Project } from '../form.ts';
import {
  atStart,
  isExported,
  isInside,
  isTestFile,
  replaced,
  saysThis,
  topFunctions,
  within,
} from './code.ts';
import type { ScriptModule } from './module.ts';

export const scriptMoved: Form = {
  name: 'ts-moved',
  summary: 'Functions that need nothing of their file but its imports move into a module beside it.',
  language: 'typescript',
  rewrite: moved,
};

export const namedExport: Form = {
  name: 'ts-named-export',
  summary: 'A default export of the project becomes a named one, at every import.',
  language: 'typescript',
  rewrite: named,
};

function moved(project: Project): Files | null {
  const files: Record<string, string> = {};
  for (const module of project.scripts) {
    const style = styleOf(module);
    const path = module.path.replace(/[^/]*?(\.[cm]?[jt]sx?)$/, 'parts$1');
    const chosen = topFunctions(module).filter((one) => canMove(module, one));
    if (!style || chosen.length === 0 || path in files || path in project.files || isTestFile(module.path))
      continue;
    const names = chosen.map(({ name }) => name.text);
    const imports = importsFor(
      module,
      chosen.map(({ statement }) => statement),
    );
    const texts = chosen.map(({ statement }) =>
      style === 'import' && !isExported(statement) ? `export ${statement.getText()}` : statement.getText(),
    );
    const handed = style === 'require' ? [`module.exports = { ${names.join(', ')} };`] : [];
    files[path] = `${[...imports.map((one) => one.getText()), ...texts, ...handed].join('\n')}\n`;
    const from = `./parts${style === 'import' ? extensionOf(module) : ''}`;
    const line =
      style === 'import'
        ? `import { ${names.join(', ')} } from '${from}';`
        : `const { ${names.join(', ')} } = require('${from}');`;
    const again = chosen.filter(({ statement }) => isExported(statement)).map(({ name }) => name.text);
    const edits: Edit[] = chosen.map(({ statement }) => replaced(module, statement, ''));
    const lines = again.length > 0 ? [line, `export { ${again.join(', ')} };`] : [line];
    files[module.path] = edited(module.text, [atStart(module, lines), ...edits]);
  }
  return Object.keys(files).length > 0 ? files : null;
}

/** How the file reaches others; null where it does not say so. */
function styleOf(module: ScriptModule): 'import' | 'require' | null {
  if (/\b(?:require\(|module\.exports)/.test(module.text))
    return /^(?:import|export) /m.test(module.text) ? null : 'require';
  return /^(?:import|export) /m.test(module.text) ? 'import' : null;
}

/** `./a.js` where the file writes its own imports so. */
function extensionOf(module: ScriptModule): string {
  const own = module.root.statements
    .filter(ts.isImportDeclaration)
    .map((one) => (one.moduleSpecifier as ts.StringLiteral).text);
  return /^\.{1,2}\/.*(\.[cm]?[jt]sx?)$/.exec(own.find((one) => one.startsWith('.')) ?? '')?.[1] ?? '';
}

function canMove(
  module: ScriptModule,
  { statement, name, made }: ReturnType<typeof topFunctions>[number],
): boolean {
  const special =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  if (
    special ||
    saysThis(made) ||
    /__dirname|__filename|import\.meta|module\.exports|\bexports\./.test(statement.getText())
  )
    return false;
  // Frameworks look for these in the file itself.
  if (
    /^(?:GET|POST|PUT|PATCH|DELETE|loader|action|middleware|config|generate\w+|getServerSideProps|getStaticProps)$/.test(
      name.text,
    )
  )
    return false;
  const symbol = module.symbolOf(name);
  if (!symbol || (ts.isVariableStatement(statement) && !isConst(statement))) return false;
  return within(statement)
    .filter(ts.isIdentifier)
    .every((one) => {
      const own = module.symbolOf(one);
      return (
        !own ||
        own === symbol ||
        (own.declarations ?? []).every((at) => isInside(at, statement) || isImport(at))
      );
    });
}

function isConst(statement: ts.VariableStatement): boolean {
  return (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
}

function isImport(declaration: ts.Node): boolean {
  for (let at: ts.Node = declaration; at && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isImportDeclaration(at)) return true;
    if (ts.isVariableStatement(at))
      return ts.isSourceFile(at.parent) && /= require\([^)]*\);?$/.test(at.getText());
  }
  return false;
}

function importsFor(module: ScriptModule, chosen: readonly ts.Statement[]): readonly ts.Statement[] {
  const used = new Set(
    chosen.flatMap((one) =>
      within(one)
        .filter(ts.isIdentifier)
        .flatMap((name) => module.symbolOf(name)?.declarations ?? []),
    ),
  );
  const jsx = chosen.some((one) =>
    within(one).some((node) => ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node)),
  );
  return module.root.statements.filter((statement) => {
    if (!isImport(statement)) return false;
    return (
      [...used].some((one) => isInside(one, statement)) ||
      (jsx && /import (?:\* as )?React\b/.test(statement.getText()))
    );
  });
}

function named(project: Project): Files | null {
  const files: Record<string, Edit[]> = {};
  for (const module of project.scripts) {
    const exported = module.root.statements.find((one) => ts.isFunctionDeclaration(one) && isDefault(one)) as
      | ts.FunctionDeclaration
      | undefined;
    const name = exported?.name?.text;
    if (!exported || !name || /(?:^|\/)(?:app|pages|api|routes)\/|\.config\./.test(module.path)) continue;
    const importers = project.scripts.flatMap((other) =>
      importsOf(other, module.path).map((statement) => ({ other, statement })),
    );
    const spoken = project.scripts.some(({ text }) =>
      new RegExp(
        `(?:import|require)\\(['"][./]+[^'"]*${posix.basename(module.path).replace(/\.\w+$/, '')}`,
      ).test(text),
    );
    if (importers.length === 0 || spoken || !importers.every(({ statement }) => isPlainDefault(statement)))
      continue;
    const word = exported
      .getChildren()
      .find(({ kind }) => kind === ts.SyntaxKind.SyntaxList)
      ?.getChildren()
      .find(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
    if (!word) continue;
    files[module.path] = [
      ...(files[module.path] ?? []),
      { start: word.getStart(), end: word.end + 1, text: '' },
    ];
    for (const { other, statement } of importers) {
      const local = statement.importClause?.name as ts.Identifier;
      const text = local.text === name ? `{ ${name} }` : `{ ${name} as ${local.text} }`;
      files[other.path] = [...(files[other.path] ?? []), replaced(other, local, text)];
    }
  }
  const entries = Object.entries(files).map(
    ([path, edits]) => [path, edited(project.files[path] ?? '', edits)] as const,
  );
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

function isDefault(statement: ts.FunctionDeclaration): boolean {
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}

function importsOf(module: ScriptModule, path: string): readonly ts.ImportDeclaration[] {
  const wanted = path.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '');
  return module.root.statements.filter(ts.isImportDeclaration).filter((statement) => {
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    return (
      from.startsWith('.') &&
      posix.join(posix.dirname(module.path), from).replace(/(?:\/index)?(?:\.[cm]?[jt]sx?)?$/, '') === wanted
    );
  });
}

function isPlainDefault({ importClause }: ts.ImportDeclaration): boolean {
  return (
    importClause?.name !== undefined &&
    importClause.namedBindings === undefined &&
    importClause.phaseModifier === undefined
  );
}
