/** ES imports and TypeScript's `import x = …`. CommonJS imports are declarations: see assignments.ts. */
import { ts } from 'ts-morph';
import { addExport } from './exports.ts';
import { entityName } from './names.ts';
import { addAssignment, hasModifier, type Reader } from './reader.ts';

/** One import for each name that is bound; `import 'm'` binds none and is recorded too. */
export function readImport(reader: Reader, node: ts.ImportDeclaration): void {
  if (!ts.isStringLiteralLike(node.moduleSpecifier)) return;
  const module = node.moduleSpecifier.text;
  const { definition } = reader;
  const clause = node.importClause;
  const all = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const add = (at: ts.Node, local: string, name: string | null, typeOnly = false) =>
    reader.imports.push({
      local,
      module,
      name,
      definition,
      line: reader.line(at),
      typeOnly: all || typeOnly,
    });

  if (clause === undefined) {
    add(node, '', null);
    return;
  }
  if (clause.name) add(clause.name, clause.name.text, 'default');
  const bindings = clause.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) {
    add(bindings, bindings.name.text, null);
    return;
  }
  if (bindings.elements.length === 0 && !clause.name) add(node, '', null);
  for (const each of bindings.elements)
    add(each, each.name.text, (each.propertyName ?? each.name).text, each.isTypeOnly);
}

/** `import x = require('m')` and `import x = A.B`. */
export function readImportEquals(reader: Reader, node: ts.ImportEqualsDeclaration): void {
  const local = node.name.text;
  const line = reader.line(node);
  const reference = node.moduleReference;
  if (hasModifier(node, ts.SyntaxKind.ExportKeyword)) addExport(reader, line, local, { local });
  if (!ts.isExternalModuleReference(reference)) {
    const value = { kind: 'name', name: entityName(reference), line } as const;
    addAssignment(reader, { kind: 'name', name: local, line }, '=', line, value);
  } else if (ts.isStringLiteralLike(reference.expression)) {
    const { definition } = reader;
    const module = reference.expression.text;
    reader.imports.push({ local, module, name: 'default', definition, line, typeOnly: node.isTypeOnly });
  }
}
