import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { knownKeys, ruleFileSchema } from '../../src/milestones/schema.ts';
import { TEST_CHECKS } from './checks.ts';

it('rules/schema.json is what the checks say (npm run schema writes it)', async () => {
  const written = readFileSync('rules/schema.json', 'utf8');
  expect(written).toBe(`${JSON.stringify(await ruleFileSchema(CHECKS), null, 2)}\n`);
});

it('offers each check with its summary and its parameters, and one key at a time', async () => {
  const schema = await ruleFileSchema(TEST_CHECKS, 'whole');
  expect(schema.$defs?.condition).toMatchObject({
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    properties: {
      all: { type: 'array', minItems: 1 },
      counts: {
        description: 'Shows so many places.',
        properties: { atLeast: { type: 'integer', minimum: 1 } },
        required: ['atLeast'],
        additionalProperties: false,
      },
      'plain-thing': { anyOf: [{ type: 'object' }, { const: true }] },
    },
  });
  expect(schema).toMatchObject({ required: ['id', 'title', 'phase', 'summary', 'requirements'] });
});

it.each([
  [[], ['id', 'title', 'phase', 'summary', 'requirements']],
  [
    ['requirements', 0, 'learn', 3],
    ['title', 'url'],
  ],
  [
    ['requirements', 1, 'met', 'all', 0, 'none', 2, 'counts'],
    ['atLeast', 'words'],
  ],
  [['requirements', 0, 'met', 'plain-thing'], []],
  [['title'], []],
  [['constructor'], []],
  [['requirements', 'x'], []],
])('known keys at %j', async (path, expected) => {
  expect(knownKeys(await ruleFileSchema(TEST_CHECKS, 'whole'), path)).toEqual(expected);
});

it('lets an editor complete both kinds of file', async () => {
  const keys = knownKeys(await ruleFileSchema(TEST_CHECKS), []);
  expect(keys).toEqual(expect.arrayContaining(['requirements', 'extends', 'without']));
});
