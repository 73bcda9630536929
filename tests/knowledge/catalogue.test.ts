/** Whatever library the requirements name is known: by a row, or because the syntax of it is read. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namesIn } from '../../scripts/knowledge-page.ts';
import { sourceKnowledge } from '../../src/commands/knowledge-files.ts';

const NAMED: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('./catalogue.json', import.meta.url), 'utf8'),
);
/** Elements of its markup are what it means. */
const BY_SYNTAX = ['React'];

describe('libraries that the requirements name', async () => {
  const { meanings } = await sourceKnowledge(new URL('../../knowledge/', import.meta.url));

  it.each(Object.entries(NAMED).filter(([title]) => !BY_SYNTAX.includes(title)))(
    '%s is known',
    (_, names) => {
      expect(namesIn(meanings, names)).not.toEqual([]);
    },
  );

  it('are told by their own names: a method of anything belongs to nobody', () => {
    const rows = namesIn(
      [
        {
          use: 'call',
          names: ['**.query', 'redis.Redis.get', 'redisvl.query'],
          role: 'vector.query',
          takes: {},
          about: {},
          field: '',
        },
      ],
      ['redis'],
    );
    expect(rows.map(({ name }) => name)).toEqual(['redis.Redis.get']);
  });
});
