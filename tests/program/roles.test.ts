/** The index of what calls mean, against tiny programs. */
import { describe, expect, it } from 'vitest';
import { loadMeanings, loadRoles, withOwn } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/program/knowledge.ts';
import type { RoleName } from '../../src/program/role-names.ts';
import { programOf } from '../support/program.ts';

const ROLES = `
vector.query:
  means: Asks a store of vectors for what lies near.
  takes: { vector: [0, vector], filter: filter }
  about: { engine: [] }
log.setup: Sets a logger up.
`;
const ROWS = `
- call: qdrant_client.*QdrantClient.query_points
  role: vector.query
  takes: { vector: [1, query], filter: query_filter }
  about: { engine: qdrant }
- call: '**.similarity_search'
  role: vector.query
- call: winston.**
  role: log.setup
- module: '@scope/loggers*'
  role: log.setup
`;

async function knowledge(own = ''): Promise<Knowledge> {
  const roles = await loadRoles({ path: 'roles.yml', text: ROLES });
  const built = { roles, meanings: await loadMeanings({ path: 'stores.yml', text: ROWS }, roles) };
  return own === '' ? built : withOwn(built, await loadMeanings({ path: 'own.yml', text: own }, roles, true));
}

const QUERY = 'vector.query' as RoleName;
const PROGRAM = {
  'a.py': `
from qdrant_client import AsyncQdrantClient as Client

def ask(text):
    client = Client(url="http://localhost:6333")
    client.query_points("notes", embed(text), query_filter=mine)
    client.query_points(*rest, query=embed(text))
    store.similarity_search(text)
    client.upsert("notes", [])

class Own:
    def similarity_search(self, text): ...

Own().similarity_search("x")
ask("x")
`,
};

describe('the calls of a program', () => {
  it('are told by the library that they come from, and so are imports', async () => {
    const program = await programOf(PROGRAM, await knowledge());
    const setup = 'log.setup' as RoleName;
    const names = ['@scope/loggers', '@scope/loggers/node.Log.write', '@scope/logger', 'winston.info'];
    expect(names.filter((name) => program.isFrom(name, setup))).toEqual(names.slice(0, 2));
    expect(program.isFrom('@scope/loggers', QUERY)).toBe(false);
  });

  it('have the roles that their names have, in order', async () => {
    const program = await programOf(PROGRAM, await knowledge());
    const calls = program.callsAs(QUERY);
    expect(calls.map(({ call }) => call.line)).toEqual([6, 7, 8]);
    expect(calls.map((call) => program.meaning(call, QUERY)?.about.engine)).toEqual([
      'qdrant',
      'qdrant',
      undefined,
    ]);
  });

  it('are asked for arguments by what these are for', async () => {
    const program = await programOf(PROGRAM, await knowledge());
    const [positional, spread, bare] = program.callsAs(QUERY);
    if (!positional || !spread || !bare) throw new Error('three calls');
    expect(program.argumentOf(positional, 'vector')).toMatchObject({ kind: 'call', line: 6 });
    expect(program.argumentOf(positional, 'filter')).toMatchObject({ kind: 'name', name: 'mine' });
    // What stands behind a spread nobody knows; a keyword is certain.
    expect(program.argumentOf(spread, 'vector')).toMatchObject({ kind: 'call', line: 7 });
    expect(program.argumentOf(bare, 'vector')).toMatchObject({ kind: 'name', name: 'text' });
    expect(program.argumentOf(bare, 'collection')).toBeNull();
  });

  it('mean nothing where they are the own ones of the program, unless the project says so', async () => {
    const own = '- call: ask\n  role: vector.query\n- call: Own.similarity_search\n  role: vector.query\n';
    const program = await programOf(PROGRAM, await knowledge(own));
    expect(program.callsAs(QUERY).map(({ call }) => call.line)).toEqual([6, 7, 8, 14, 15]);
  });
});

it.each([
  ['qdrant_client.QdrantClient.query_points', true],
  ['qdrant_client.a.QdrantClient.query_points', false],
  ['x.y.similarity_search', true],
  ['?.similarity_search', true],
  ['similarity_search.x', false],
  // A method of anything is no function of that name.
  ['similarity_search', false],
  ['winston', true],
  ['winston.format.json', true],
  ['winstons.format', false],
])('%s has a meaning: %s', async (name, known) => {
  const program = await programOf({}, await knowledge());
  expect(program.means(name, QUERY, 'log.setup' as RoleName)).toBe(known);
});

it('takes time by the length of a name and of a pattern, and no longer', async () => {
  const rows = `- call: '${'**.a*.'.repeat(20)}b'\n  role: log.setup\n`;
  const program = await programOf({}, await knowledge(rows));
  const start = performance.now();
  expect(program.means(`${'aa.'.repeat(3000)}b.c`, 'log.setup' as RoleName)).toBe(false);
  expect(performance.now() - start).toBeLessThan(500);
});
