/** Prisma schemas, which may be spread over several files: models of one file may relate to those of another. */

import { linesOf, type TextFile } from '../../../reading/text-file.ts';
import type { Column, Datasource, Schemas, Table } from './schemas.ts';

const BLOCK = /^\s*(datasource|model|view|generator|enum|type)\s+(\w{1,200})\s*\{/;
const FIELD = /^\s*(\w{1,200})\s+(\w{1,200})(\[\]|\?)?(?:\s+(.*))?$/;
const PROVIDER = /^\s*provider\s*=\s*"([\w-]{1,60})"/;
const MAX_LINES = 50_000;

export function readPrisma(files: readonly TextFile[]): Schemas {
  const models = new Set<string>();
  for (const file of files) {
    for (const line of linesOf(file.text).slice(0, MAX_LINES)) {
      const [, kind, name = ''] = BLOCK.exec(line) ?? [];
      if (kind === 'model' || kind === 'view') models.add(name);
    }
  }
  const datasources: Datasource[] = [];
  const tables: Table[] = [];
  for (const file of files) readFile(file, models, datasources, tables);
  return { datasources, tables };
}

function readFile(
  file: TextFile,
  models: ReadonlySet<string>,
  datasources: Datasource[],
  tables: Table[],
): void {
  let block: { readonly kind: string; readonly name: string; readonly line: number } | null = null;
  let columns: Column[] = [];
  /** 'authorId' → 'User.id', of the model being read. */
  let keys = new Map<string, string>();
  linesOf(file.text)
    .slice(0, MAX_LINES)
    .forEach((raw, index) => {
      const text = withoutComment(raw.slice(0, 2000));
      const line = index + 1;
      if (block === null) {
        const [, kind, name] = BLOCK.exec(text) ?? [];
        if (kind !== undefined && name !== undefined) block = { kind, name, line };
        columns = [];
        keys = new Map();
        return;
      }
      if (text.trim() === '}') {
        if (block.kind === 'model') {
          tables.push({
            name: block.name,
            columns: columns.map((one) => ({ ...one, references: keys.get(one.name) ?? one.references })),
            path: file.path,
            line: block.line,
            source: 'prisma',
          });
        }
        block = null;
      } else if (block.kind === 'datasource') {
        const provider = PROVIDER.exec(text)?.[1];
        if (provider !== undefined) datasources.push({ provider, path: file.path, line });
      } else if (block.kind === 'model') {
        const column = columnOf(text, { path: file.path, line }, models, keys);
        if (column !== null) columns.push(column);
      }
    });
}

function columnOf(
  text: string,
  place: { readonly path: string; readonly line: number },
  models: ReadonlySet<string>,
  keys: Map<string, string>,
): Column | null {
  const [, name, type, suffix = '', attributes = ''] = FIELD.exec(text) ?? [];
  if (name === undefined || type === undefined) return null;
  const relation = models.has(type) ? type : null;
  const fields = listIn(attributes, 'fields');
  const targets = listIn(attributes, 'references');
  const owns = relation !== null && attributes.includes('@relation') && fields.length > 0;
  if (owns)
    fields.forEach((field, at) => {
      keys.set(field, `${type}.${targets[at] ?? 'id'}`);
    });
  return { name, type: type + suffix, references: owns ? type : null, relation, ...place };
}

/** `fields: [authorId, tenantId]` → its names. */
function listIn(attributes: string, key: string): readonly string[] {
  const list = new RegExp(`\\b${key}\\s{0,9}:\\s{0,9}\\[([\\w\\s,]{0,500})\\]`).exec(attributes)?.[1] ?? '';
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Cuts `// …`, but not inside a string ("https://…"). */
function withoutComment(line: string): string {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"') quoted = !quoted;
    else if (!quoted && line[at] === '/' && line[at + 1] === '/') return line.slice(0, at);
  }
  return line;
}
