/** Database schemas that are not code: Prisma schemas and SQL files. */

import type { TextFile } from '../../../reading/text-file.ts';
import { readPrisma } from './prisma.ts';
import { readSql } from './sql.ts';

export interface Column {
  readonly name: string;
  /** As written: 'String?', 'Post[]', 'VARCHAR(255)'. */
  readonly type: string;
  /** The foreign key's target: 'users.id', or 'users' where no column is named. Prisma's owning side has it too. */
  readonly references: string | null;
  /** Prisma: the model on the other side of a relation field, lists included. Null in SQL. */
  readonly relation: string | null;
  /** Where the foreign key is declared, if that is elsewhere (ALTER TABLE, FOREIGN KEY …), else the column itself. */
  readonly path: string;
  readonly line: number;
}

export interface Table {
  /** Without schema and quotes. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly path: string;
  readonly line: number;
  readonly source: 'prisma' | 'sql';
}

export interface Datasource {
  /** Prisma's word: 'postgresql', 'sqlite', 'mongodb'. */
  readonly provider: string;
  readonly path: string;
  readonly line: number;
}

export interface Schemas {
  readonly datasources: readonly Datasource[];
  readonly tables: readonly Table[];
}

/** Reads every .prisma and .sql file among the files. Never throws. */
export function readSchemas(files: readonly TextFile[]): Schemas {
  const prisma = readPrisma(files.filter((file) => file.path.endsWith('.prisma')));
  const sql = readSql(files.filter((file) => file.path.toLowerCase().endsWith('.sql')));
  return { datasources: prisma.datasources, tables: [...prisma.tables, ...sql] };
}
