/** A TypeScript or JavaScript file, parsed for the rewrites; its names are resolved by TypeScript itself. */
import { ts } from 'ts-morph';

export interface ScriptModule {
  readonly path: string;
  readonly text: string;
  readonly root: ts.SourceFile;
  /** It does not parse. */
  readonly broken: boolean;
  /** Every node in source order. */
  readonly nodes: readonly ts.Node[];
  /** What a name of this file is declared as; undefined for a global. */
  readonly symbolOf: (name: ts.Identifier) => ts.Symbol | undefined;
  /** Every place that names what is declared, its declaration among them. */
  readonly placesOf: (symbol: ts.Symbol) => readonly ts.Identifier[];
}

export function scriptModule(path: string, text: string): ScriptModule {
  const root = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const nodes = nodesIn(root);
  let program: ts.Program | null = null;
  let places: Map<ts.Symbol, ts.Identifier[]> | null = null;
  const symbolOf = (name: ts.Identifier) => {
    program ??= programOf(root);
    const checker = program.getTypeChecker();
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : ts.isExportSpecifier(name.parent)
        ? checker.getExportSpecifierLocalTargetSymbol(name.parent)
        : checker.getSymbolAtLocation(name);
    return symbol?.declarations?.some((one) => one.getSourceFile() === root) ? symbol : undefined;
  };
  const placesOf = (symbol: ts.Symbol) => {
    if (!places) {
      places = new Map();
      for (const node of nodes.filter(ts.isIdentifier)) {
        const own = symbolOf(node);
        if (own) places.set(own, [...(places.get(own) ?? []), node]);
      }
    }
    return places.get(symbol) ?? [];
  };
  return {
    path,
    text,
    root,
    get broken() {
      program ??= programOf(root);
      return program.getSyntacticDiagnostics(root).length > 0;
    },
    nodes,
    symbolOf,
    placesOf,
  };
}

function nodesIn(root: ts.Node): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

function programOf(root: ts.SourceFile): ts.Program {
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    allowJs: true,
    jsx: ts.JsxEmit.Preserve,
  };
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === root.fileName ? root : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => {},
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === root.fileName,
    readFile: () => undefined,
  };
  return ts.createProgram([root.fileName], options, host);
}
