import { describe, expect, test } from 'vitest';
import { readSchemas, type Table } from '../../../src/facts/project/schemas/schemas.ts';

function brief({ name, line, columns }: Table): string {
  const parts = columns.map(
    (one) => `${one.line} ${one.name} ${one.type}${one.references === null ? '' : ` -> ${one.references}`}`,
  );
  return [`${line} ${name}`, ...parts].join(', ');
}

const sql = (text: string) => readSchemas([{ path: 'schema.sql', text }]).tables.map(brief);

describe('Prisma', () => {
  const schema = [
    'datasource db {',
    '  provider = "postgresql" // server',
    '  url = env("DATABASE_URL")',
    '}',
    'model Post {',
    '  id Int @id @default(autoincrement())',
    '  // author2 User @relation(fields: [x], references: [id])',
    '  author User @relation(fields: [authorId], references: [uid], onDelete: Cascade)',
    '  authorId Int',
    '  role Role',
    '  link String @default("https://host")',
    '  @@map("posts")',
    '}',
    'enum Role {',
    '  ADMIN',
    '}',
  ].join('\n');

  test('datasource, models of several files, relation and key', () => {
    const { datasources, tables } = readSchemas([
      { path: 'a.prisma', text: schema },
      { path: 'b.prisma', text: 'model User {\n  uid Int @id\n  posts Post[]\n}\n' },
    ]);
    expect(datasources).toEqual([{ provider: 'postgresql', path: 'a.prisma', line: 2 }]);
    expect(tables.map(brief)).toEqual([
      '5 Post, 6 id Int, 8 author User -> User, 9 authorId Int -> User.uid, 10 role Role, 11 link String',
      '1 User, 2 uid Int, 3 posts Post[]',
    ]);
    expect(tables[1]?.columns[1]?.relation).toBe('Post');
    expect(tables[0]?.columns[3]?.relation).toBeNull();
  });

  test('a schema that does not end is no crash', () => {
    expect(readSchemas([{ path: 'a.prisma', text: 'model A {\n id Int' }])).toEqual({
      datasources: [],
      tables: [],
    });
  });
});

describe('SQL', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'inline reference',
      'CREATE TABLE posts (\n id SERIAL PRIMARY KEY,\n user_id INT NOT NULL REFERENCES users(id) ON DELETE CASCADE\n);',
      ['1 posts, 2 id SERIAL, 3 user_id INT -> users.id'],
    ],
    [
      'table constraint',
      'create table if not exists a.posts (\nuser_id int,\nforeign key (user_id) references users (id)\n);',
      ['1 posts, 3 user_id int -> users.id'],
    ],
    ['quoted names', 'CREATE TABLE "Post" ("userId" TEXT, `b` [int]);', ['1 Post, 1 userId TEXT, 1 b int']],
    [
      'alter table',
      'CREATE TABLE p (u INT);\nALTER TABLE ONLY public.p\n ADD CONSTRAINT k FOREIGN KEY (u) REFERENCES x(y);',
      ['1 p, 3 u INT -> x.y'],
    ],
    [
      'added column',
      'CREATE TABLE p (a INT);\nALTER TABLE p ADD COLUMN IF NOT EXISTS b VARCHAR(10), ADD c INT;',
      ['1 p, 1 a INT, 2 b VARCHAR(10), 2 c INT'],
    ],
    [
      'types with commas',
      'CREATE TABLE p (a NUMERIC(10, 2) DEFAULT 0, b TEXT[] DEFAULT \'{"x, y"}\', c VECTOR(1536));',
      ['1 p, 1 a NUMERIC(10,2), 1 b TEXT[], 1 c VECTOR(1536)'],
    ],
    [
      'comments and strings',
      "-- CREATE TABLE no (a INT);\n/* CREATE TABLE no2 (a INT); */\nINSERT INTO x VALUES ('CREATE TABLE no3 (a INT);');\nDO $$ CREATE TABLE no4 (a INT); $$;",
      [],
    ],
    ['a select is no table', 'CREATE TABLE x AS SELECT * FROM y; CREATE VIEW v AS SELECT 1;', []],
    ['an open end', 'CREATE TABLE x (a INT', ['1 x, 1 a INT']],
  ])('%s', (_name, text, expected) => {
    expect(sql(text)).toEqual(expected);
  });

  test('a foreign key of another file is evidence in that file', () => {
    const { tables } = readSchemas([
      { path: '1.sql', text: 'CREATE TABLE p (u INT);' },
      { path: '2.sql', text: '\nALTER TABLE p ADD FOREIGN KEY (u) REFERENCES users;' },
    ]);
    expect(tables[0]?.columns[0]).toMatchObject({ references: 'users', path: '2.sql', line: 2 });
  });

  test('hostile text is no crash', () => {
    expect(sql(`CREATE TABLE a (${'('.repeat(200_000)}`)).toHaveLength(1);
    expect(sql("'".repeat(300_001))).toEqual([]);
    expect(
      sql('CREATE TABLE x (a int);'.repeat(5000) + 'ALTER TABLE x ADD a int;'.repeat(5000)).length,
    ).toBeLessThan(3000);
  });
});
