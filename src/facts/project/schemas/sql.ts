/** Tables that SQL files create, with the foreign keys that they or a later ALTER TABLE declare. Any dialect. */

import type { TextFile } from '../../../reading/text-file.ts';
import type { Column, Table } from './schemas.ts';
import { type Token, tokenise } from './sql-tokens.ts';

/** Words that begin a table constraint instead of a column. */
const CONSTRAINTS: ReadonlySet<string> = new Set([
  'CONSTRAINT',
  'PRIMARY',
  'UNIQUE',
  'CHECK',
  'FOREIGN',
  'KEY',
  'INDEX',
  'EXCLUDE',
  'LIKE',
  'FULLTEXT',
  'PERIOD',
]);
/** Words that end a column's type. */
const AFTER_TYPE: ReadonlySet<string> = new Set([
  'NOT',
  'NULL',
  'PRIMARY',
  'UNIQUE',
  'REFERENCES',
  'DEFAULT',
  'CHECK',
  'CONSTRAINT',
  'GENERATED',
  'COLLATE',
  'AUTO_INCREMENT',
  'AUTOINCREMENT',
  'IDENTITY',
  'COMMENT',
  'ON',
  'AS',
  'KEY',
  'FOREIGN',
  'CHARACTER SET',
]);
const MAX_TABLES = 2000;
const MAX_COLUMNS = 2000;

interface Draft {
  readonly name: string;
  readonly columns: Column[];
  readonly path: string;
  readonly line: number;
}

interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly line: number;
}

/** Files in order: an ALTER TABLE reaches the tables of all of them. */
export function readSql(files: readonly TextFile[]): readonly Table[] {
  const drafts: Draft[] = [];
  const alterations: { readonly name: string; readonly path: string; readonly tokens: readonly Token[] }[] =
    [];
  for (const file of files) {
    for (const statement of statementsOf(tokenise(file.text))) {
      if (is(statement[0], 'CREATE') && drafts.length < MAX_TABLES) {
        const draft = createTable(statement, file.path);
        if (draft !== null) drafts.push(draft);
      } else if (is(statement[0], 'ALTER') && is(statement[1], 'TABLE')) {
        const at = skipWords(statement, 2, ['IF', 'EXISTS', 'ONLY']);
        const named = nameAt(statement, at);
        if (named !== null)
          alterations.push({ name: named.name, path: file.path, tokens: statement.slice(named.next) });
      }
    }
  }
  const byName = new Map(drafts.map((draft) => [draft.name.toLowerCase(), draft]));
  for (const { name, path, tokens } of alterations) {
    const draft = byName.get(name.toLowerCase());
    if (draft !== undefined) for (const part of partsOf(tokens)) alter(draft, path, part);
  }
  return drafts.map((draft) => ({ ...draft, source: 'sql' }));
}

function createTable(tokens: readonly Token[], path: string): Draft | null {
  const table = tokens.slice(0, 5).findIndex((token) => is(token, 'TABLE'));
  if (table < 0) return null;
  const named = nameAt(tokens, skipWords(tokens, table + 1, ['IF', 'NOT', 'EXISTS']));
  if (named === null || tokens[named.next]?.text !== '(') return null;
  const draft: Draft = { name: named.name, columns: [], path, line: tokens[table]?.line ?? 1 };
  const close = closing(tokens, named.next);
  for (const part of partsOf(tokens.slice(named.next + 1, close))) define(draft, path, part);
  return draft;
}

/** `ADD CONSTRAINT … FOREIGN KEY`, `ADD [COLUMN] name type REFERENCES …`. */
function alter(draft: Draft, path: string, part: readonly Token[]): void {
  if (is(part[0], 'ADD'))
    define(draft, path, part.slice(skipWords(part, 1, ['COLUMN', 'IF', 'NOT', 'EXISTS'])));
}

function define(draft: Draft, path: string, part: readonly Token[]): void {
  const first = part[0];
  if (first === undefined || draft.columns.length >= MAX_COLUMNS) return;
  const references = referenceIn(part);
  if (first.kind === 'word' && CONSTRAINTS.has(first.text.toUpperCase())) {
    if (references === null) return;
    const key = part.findIndex((token, at) => is(token, 'KEY') && is(part[at - 1], 'FOREIGN'));
    const open = part.findIndex((token, at) => at > key && token.text === '(');
    const names =
      key < 0 ? [] : part.slice(open + 1, closing(part, open)).filter((token) => token.text !== ',');
    names.forEach((token, at) => {
      const index = draft.columns.findIndex((column) => same(column.name, token.text));
      const column = draft.columns[index];
      const target = references.columns[at];
      const text = target === undefined ? references.table : `${references.table}.${target}`;
      if (column !== undefined)
        draft.columns[index] = { ...column, references: text, path, line: references.line };
    });
    return;
  }
  if (first.kind === 'mark') return;
  const end = part.findIndex(
    (token, at) => at > 0 && token.kind === 'word' && AFTER_TYPE.has(token.text.toUpperCase()),
  );
  const target = references === null ? null : [references.table, ...references.columns.slice(0, 1)].join('.');
  const type = part.slice(1, end < 0 ? undefined : end);
  draft.columns.push({
    name: first.text,
    type: typeText(type),
    references: target,
    relation: null,
    path,
    line: first.line,
  });
}

function typeText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => token.text)
    .join(' ')
    .replace(/\s*([(),.[\]])\s*/g, '$1')
    .slice(0, 100);
}

/** `REFERENCES users (id)` anywhere in a definition. */
function referenceIn(part: readonly Token[]): Reference | null {
  const at = part.findIndex((token) => is(token, 'REFERENCES'));
  const named = at < 0 ? null : nameAt(part, at + 1);
  if (named === null) return null;
  const open = part[named.next]?.text === '(' ? named.next : -1;
  const inside = open < 0 ? [] : part.slice(open + 1, closing(part, open));
  return {
    table: named.name,
    line: part[at]?.line ?? 1,
    columns: inside.filter((token) => token.kind !== 'mark').map((token) => token.text),
  };
}

/** A name, perhaps qualified: the last part counts. */
function nameAt(
  tokens: readonly Token[],
  at: number,
): { readonly name: string; readonly next: number } | null {
  let position = at;
  while (tokens[position + 1]?.text === '.') position += 2;
  const token = tokens[position];
  return token === undefined || token.kind === 'mark' ? null : { name: token.text, next: position + 1 };
}

function skipWords(tokens: readonly Token[], start: number, words: readonly string[]): number {
  let at = start;
  while (words.some((word) => is(tokens[at], word))) at += 1;
  return at;
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = Math.max(open, 0); at < tokens.length; at += 1) {
    if (tokens[at]?.text === '(') depth += 1;
    if (tokens[at]?.text === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function statementsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  return split(tokens, ';', false);
}

/** Splits at commas outside parentheses. */
function partsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  return split(tokens, ',', true);
}

function split(tokens: readonly Token[], mark: string, nested: boolean): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (nested && token.kind === 'mark' && token.text === '(') depth += 1;
    if (nested && token.kind === 'mark' && token.text === ')') depth -= 1;
    if (token.kind === 'mark' && token.text === mark && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

function is(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
