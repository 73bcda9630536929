/** What a module gives to others, in ES and CommonJS. */
import { ts } from 'ts-morph';
import type { Value } from '../file.ts';
import { moduleArgument } from './names.ts';
import type { Reader } from './reader.ts';

/** Records an export of the module; inside a namespace it is none. */
export function addExport(
  reader: Reader,
  line: number,
  exported: string,
  from: { readonly local?: string | null; readonly module?: string | null; readonly value?: Value | null },
): void {
  if (reader.namespaces > 0) return;
  reader.exports.push({
    exported,
    local: from.local ?? null,
    module: from.module ?? null,
    value: from.value ?? null,
    line,
  });
}

/** `export {a as b}`, `export {a} from 'm'`, `export * from 'm'`, `export * as n from 'm'` (the whole module: no local). */
export function readExportDeclaration(reader: Reader, node: ts.ExportDeclaration): void {
  const line = reader.line(node);
  const specifier = node.moduleSpecifier;
  const module = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null;
  const clause = node.exportClause;
  if (clause === undefined) {
    addExport(reader, line, '*', { module });
  } else if (ts.isNamespaceExport(clause)) {
    addExport(reader, line, clause.name.text, { module });
  } else {
    for (const each of clause.elements) {
      const local = (each.propertyName ?? each.name).text;
      addExport(reader, reader.line(each), each.name.text, { local, module });
    }
  }
}

/** `export default X` and `export = X`. */
export function readExportAssignment(reader: Reader, node: ts.ExportAssignment): void {
  const value = reader.value(node.expression);
  const line = reader.line(node);
  if (node.isExportEquals) exportWhole(reader, node.expression, value, line);
  else addExport(reader, line, 'default', { local: localOf(value), value });
}

/** Records what `module.exports = …` and `exports.a = …` export; other targets export nothing. */
export function exportAssigned(reader: Reader, target: Value, node: ts.Expression, value: Value): void {
  if (target.kind !== 'name') return;
  if (target.name === 'module.exports') {
    exportWhole(reader, node, value, target.line);
    return;
  }
  const name = /^(?:module\.)?exports\.([^.]+)$/.exec(target.name)?.[1];
  if (name === undefined) return;
  const module = moduleArgument(node, 'require');
  addExport(
    reader,
    target.line,
    name,
    module === null ? { local: localOf(value), value } : reexported(module, value),
  );
}

/** The module itself is a value: 'default', and one entry for each key of an object literal. */
function exportWhole(reader: Reader, node: ts.Expression, value: Value, line: number): void {
  const module = moduleArgument(node, 'require');
  if (module !== null) {
    addExport(reader, line, 'default', reexported(module, value));
    addExport(reader, line, '*', { module });
    return;
  }
  addExport(reader, line, 'default', { local: localOf(value), value });
  if (value.kind !== 'dict' || !ts.isObjectLiteralExpression(node)) return;
  value.entries.forEach((entry, position) => {
    const property = node.properties[position];
    const required = property === undefined ? null : requiredBy(property);
    if (entry.key === null) {
      if (required !== null) addExport(reader, entry.value.line, '*', { module: required });
    } else if (entry.key.kind === 'literal') {
      const { value: own } = entry;
      const from = required === null ? { local: localOf(own), value: own } : reexported(required, own);
      addExport(reader, entry.key.line, String(entry.key.value), from);
    }
  });
}

function reexported(module: string, value: Value) {
  return { local: 'default', module, value };
}

function requiredBy(property: ts.ObjectLiteralElementLike): string | null {
  if (ts.isSpreadAssignment(property)) return moduleArgument(property.expression, 'require');
  return ts.isPropertyAssignment(property) ? moduleArgument(property.initializer, 'require') : null;
}

function localOf(value: Value): string | null {
  return value.kind === 'name' && !value.name.includes('.') ? value.name : null;
}
