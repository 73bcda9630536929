/** Import statements: one entry for every name that they bind. */
import type { Import } from '../file.ts';
import { nameOf, type Reading, type StatementReader } from './reading.ts';
import { child, childOfType, childrenIn, type Syntax } from './syntax.ts';

function add(reading: Reading, node: Syntax, local: string, module: string, name: string | null): void {
  const { definition, typeOnly } = reading;
  const found: Import = { local, module, name, definition, line: node.line, typeOnly };
  reading.found.imports.push(found);
}

/** The name that is imported and the name that it gets here. */
function namesOf(reading: Reading, node: Syntax): { readonly name: string; readonly alias: string | null } {
  const [name, alias] = [child(node, 'name'), child(node, 'alias')];
  if (node.type !== 'aliased_import' || !name) return { name: nameOf(reading, node), alias: null };
  return { name: nameOf(reading, name), alias: alias ? nameOf(reading, alias) : null };
}

function readImport(reading: Reading, node: Syntax): void {
  for (const each of childrenIn(node, 'name')) {
    const { name, alias } = namesOf(reading, each);
    const [top = name] = name.split('.');
    if (alias !== null) add(reading, each, alias, name, null);
    else add(reading, each, top, top, null);
    if (alias === null && top !== name) add(reading, each, '', name, null);
  }
}

function readFromImport(reading: Reading, node: Syntax): void {
  const source = child(node, 'module_name');
  const module = source ? nameOf(reading, source) : '__future__';
  for (const each of childrenIn(node, 'name')) {
    const { name, alias } = namesOf(reading, each);
    add(reading, each, alias ?? name, module, name);
  }
  const wildcard = childOfType(node, 'wildcard_import');
  if (wildcard) add(reading, wildcard, '*', module, '*');
}

export const imports: Readonly<Record<string, StatementReader>> = {
  import_statement: readImport,
  import_from_statement: readFromImport,
  future_import_statement: readFromImport,
};
