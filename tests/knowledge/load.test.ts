/** What is said of mistakes in a file of knowledge, and the law of the built-in ones. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadMeanings, loadRoles } from '../../src/knowledge/load.ts';
import { RuleFileError } from '../../src/milestones/shaped.ts';

const ROLES = `
vector.query:
  means: Asks a store of vectors for what lies near.
  takes: { vector: [0, vector], filter: filter }
  about: { engine: [chroma, qdrant] }
log.setup: Sets a logger up.
`;
const roles = await loadRoles({ path: 'knowledge/roles.yml', text: ROLES });

async function mistakesIn(text: string): Promise<readonly string[]> {
  try {
    await loadMeanings({ path: 'own.yml', text }, roles);
    return [];
  } catch (error) {
    if (error instanceof RuleFileError) return error.mistakes;
    throw error;
  }
}

it('the row in docs/architecture.md is one', async () => {
  const [, text = ''] =
    /```yaml\n(- call[\s\S]*?)```/.exec(readFileSync('docs/architecture.md', 'utf8')) ?? [];
  expect(await loadMeanings({ path: 'x.yml', text }, roles)).toHaveLength(1);
});

describe('a file of knowledge', () => {
  it('is read into meanings', async () => {
    const text = `
- call: qdrant_client.QdrantClient.query_points
  also: [qdrant_client.AsyncQdrantClient.query_points]
  role: vector.query
  takes: { vector: [1, query] }
  about: { engine: qdrant }
- package: loguru
  role: log.setup
`;
    expect(await loadMeanings({ path: 'knowledge/vector-stores.yml', text }, roles)).toEqual([
      {
        use: 'call',
        names: ['qdrant_client.QdrantClient.query_points', 'qdrant_client.AsyncQdrantClient.query_points'],
        role: 'vector.query',
        takes: { vector: [1, 'query'] },
        about: { engine: 'qdrant' },
        field: 'vector-stores',
      },
      { use: 'package', names: ['loguru'], role: 'log.setup', takes: {}, about: {}, field: 'vector-stores' },
    ]);
  });

  it.each([
    [
      '- call: a.b\n  role: log.setpu',
      "own.yml:2:9: 'role' must be one of log.setup, vector.query, not 'log.setpu'; did you mean 'log.setup'?",
    ],
    ['- cal: a.b\n  role: log.setup', "own.yml:1:3: unknown key 'cal'; did you mean 'call'?"],
    [
      '- role: log.setup',
      'own.yml:1:3: a row is about one of call, class, decorator, module, package; found none of them',
    ],
    [
      '- call: a.b\n  class: a.b\n  role: log.setup',
      'own.yml:1:3: a row is about one of call, class, decorator, module, package; found call and class',
    ],
    [
      '- call: "^a|b$"\n  role: log.setup',
      "own.yml:1:9: 'call' must be a qualified name, with * for any characters of one name and ** for any names, not '^a|b$'",
    ],
    [
      '- call: a.b\n  role: vector.query\n  takes: { vectro: 0 }',
      "own.yml:3:12: 'vector.query' has no 'vectro' in 'takes'; did you mean 'vector'?",
    ],
    [
      '- call: a.b\n  role: log.setup\n  about: { engine: x }',
      "own.yml:3:12: 'log.setup' has no 'engine' in 'about'; it has none",
    ],
    [
      '- call: a.b\n  role: vector.query\n  about: { engine: quadrant }',
      "own.yml:3:20: 'about.engine' must be one of chroma, qdrant, not 'quadrant'; did you mean 'qdrant'?",
    ],
    [
      '- call: a.b\n  role: log.setup\n- call: a.b\n  role: log.setup',
      "own.yml:3:3: 'a.b' is 'log.setup' already, by line 1",
    ],
  ])('with the mistake %j', async (text, said) => {
    expect(await mistakesIn(text)).toEqual([said]);
  });
});
