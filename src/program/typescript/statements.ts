/** Statements: what is declared, what steers, what is called for its effect. */
import { ts } from 'ts-morph';
import { readDeclaration } from './assignments.ts';
import { readFor, readForEach, readIf, readSwitch, readTry, readWhile } from './blocks.ts';
import { readClass, readEnum, readInterface, readTypeAlias } from './classes.ts';
import { addExport, readExportAssignment, readExportDeclaration } from './exports.ts';
import { readFunction } from './functions.ts';
import { readImport, readImportEquals } from './imports.ts';
import { addStatement, hasModifier, type Reader } from './reader.ts';
import { discard } from './values.ts';

/** Reads one statement and everything in it. */
export function readStatement(reader: Reader, node: ts.Statement): void {
  if (ts.isExpressionStatement(node)) readExpressionStatement(reader, node);
  else if (ts.isVariableStatement(node)) readVariables(reader, node);
  else if (ts.isReturnStatement(node)) withValue(reader, 'return', node, node.expression);
  else if (ts.isThrowStatement(node)) withValue(reader, 'raise', node, node.expression);
  else if (ts.isBreakStatement(node)) addStatement(reader, 'break', node);
  else if (ts.isContinueStatement(node)) addStatement(reader, 'continue', node);
  else if (ts.isIfStatement(node)) readIf(reader, node);
  else if (ts.isForOfStatement(node) || ts.isForInStatement(node)) readForEach(reader, node);
  else if (ts.isForStatement(node)) readFor(reader, node);
  else if (ts.isWhileStatement(node) || ts.isDoStatement(node)) readWhile(reader, node);
  else if (ts.isTryStatement(node)) readTry(reader, node);
  else if (ts.isSwitchStatement(node)) readSwitch(reader, node);
  else if (ts.isBlock(node)) readAll(reader, node.statements);
  else if (ts.isLabeledStatement(node) || ts.isWithStatement(node)) reader.statement(node.statement);
  else readTopLevel(reader, node);
}

function readTopLevel(reader: Reader, node: ts.Statement): void {
  if (ts.isImportDeclaration(node)) readImport(reader, node);
  else if (ts.isImportEqualsDeclaration(node)) readImportEquals(reader, node);
  else if (ts.isExportDeclaration(node)) readExportDeclaration(reader, node);
  else if (ts.isExportAssignment(node)) readExportAssignment(reader, node);
  else if (ts.isModuleDeclaration(node)) readNamespace(reader, node);
  else readDefinition(reader, node);
}

function readDefinition(reader: Reader, node: ts.Statement): void {
  if (ts.isFunctionDeclaration(node)) {
    const definition = readFunction(reader, node, { name: node.name?.text ?? '', kind: 'function' });
    exportDefinition(reader, node, node.name, definition);
  } else if (ts.isClassDeclaration(node)) {
    exportDefinition(reader, node, node.name, readClass(reader, node, node.name?.text ?? ''));
  } else if (ts.isInterfaceDeclaration(node)) {
    readInterface(reader, node);
    exportDefinition(reader, node, node.name, null);
  } else if (ts.isTypeAliasDeclaration(node)) {
    readTypeAlias(reader, node);
    exportDefinition(reader, node, node.name, null);
  } else if (ts.isEnumDeclaration(node)) {
    readEnum(reader, node);
    exportDefinition(reader, node, node.name, null);
  }
}

/** `export function f` is local; a default one is also a value, as it may have no name. */
function exportDefinition(
  reader: Reader,
  node: ts.Node,
  name: ts.Identifier | undefined,
  definition: number | null,
): void {
  if (!hasModifier(node, ts.SyntaxKind.ExportKeyword)) return;
  const line = reader.line(name ?? node);
  const local = name?.text ?? null;
  if (!hasModifier(node, ts.SyntaxKind.DefaultKeyword)) {
    addExport(reader, line, local ?? '', { local });
    return;
  }
  const value = definition === null ? null : ({ kind: 'function', definition, line } as const);
  addExport(reader, line, 'default', { local, value });
}

function readVariables(reader: Reader, node: ts.VariableStatement): void {
  const exported = hasModifier(node, ts.SyntaxKind.ExportKeyword);
  for (const each of node.declarationList.declarations) {
    readDeclaration(reader, each);
    if (exported) exportBinding(reader, each.name, 0);
  }
}

const MAX_BINDING_DEPTH = 50;

function exportBinding(reader: Reader, name: ts.BindingName, depth: number): void {
  if (ts.isIdentifier(name)) {
    addExport(reader, reader.line(name), name.text, { local: name.text });
  } else if (depth < MAX_BINDING_DEPTH) {
    for (const each of name.elements)
      if (ts.isBindingElement(each)) exportBinding(reader, each.name, depth + 1);
  }
}

/** A string of its own ('use client') is kept; anything else is read for its effect. */
function readExpressionStatement(reader: Reader, node: ts.ExpressionStatement): void {
  if (ts.isStringLiteralLike(node.expression)) withValue(reader, 'expression', node, node.expression);
  else discard(reader, node.expression);
}

function withValue(
  reader: Reader,
  kind: 'return' | 'raise' | 'expression',
  node: ts.Statement,
  expression: ts.Expression | undefined,
): void {
  const statement = addStatement(reader, kind, node);
  if (expression) statement.value = reader.value(expression);
}

function readNamespace(reader: Reader, node: ts.ModuleDeclaration): void {
  let body = node.body;
  while (body && ts.isModuleDeclaration(body)) body = body.body;
  if (!body || !ts.isModuleBlock(body)) return;
  reader.namespaces++;
  readAll(reader, body.statements);
  reader.namespaces--;
}

function readAll(reader: Reader, statements: readonly ts.Statement[]): void {
  for (const statement of statements) reader.statement(statement);
}
