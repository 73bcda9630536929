/** Learners and repositories put together, and cut into shards. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expected, expectedOf, type Listed, sharded } from '../../src/cohort/plan.ts';
import { parseRoster } from '../../src/cohort/roster.ts';

const BLOG = { milestones: ['blog-api'], repositories: 'class/blog-*', starter: null };
const listed = (...stems: readonly string[]): readonly Listed[] =>
  stems.map((stem) => ({ source: `class/blog-${stem}`, stem, size: 10 }));

describe('a roster and a list of repositories', () => {
  it('meet by login, by identifier or by name, in whatever letters', async () => {
    const roster = await parseRoster(
      'identifier,github_username,name\n1,Ada-L,Ada\n2,,Grace Hopper\nbob@x.org,,Bob\n4,nobody,No Body\n',
      'r.csv',
    );
    const { entries, strays } = expectedOf(
      BLOG,
      0,
      roster,
      listed('ada-l', 'Grace-Hopper', 'bob', 'stranger'),
    );
    expect(entries.map(({ key, source }) => [key, source])).toEqual([
      ['blog-api/1', 'class/blog-ada-l'],
      ['blog-api/2', 'class/blog-Grace-Hopper'],
      ['blog-api/bob@x.org', 'class/blog-bob'],
      ['blog-api/4', null],
    ]);
    expect(strays).toEqual(['class/blog-stranger']);
  });

  it('let the roster win where it names a repository', async () => {
    const roster = await parseRoster('github_username,repository\nada,ada/elsewhere\n', 'r.csv');
    expect(expectedOf(BLOG, 0, roster, listed('ada')).entries[0]?.source).toBe('ada/elsewhere');
  });

  it('without a roster, repositories are the rows', () => {
    const { entries } = expectedOf(BLOG, 0, null, listed('ada', 'bob'));
    expect(entries.map(({ key, learner }) => [key, learner.name])).toEqual([
      ['blog-api/ada', 'ada'],
      ['blog-api/bob', 'bob'],
    ]);
  });

  it('leave lines for another milestone to its own assignment', async () => {
    const roster = await parseRoster(
      'name,repository,milestone\nAda,ada/blog,blog-api\nAda,ada/rag,rag-system\nBob,bob/blog,\n',
      'r.csv',
    );
    expect(expectedOf(BLOG, 0, roster, null).entries.map(({ key }) => key)).toEqual([
      'blog-api/Ada',
      'blog-api/Bob',
    ]);
    const any = { ...BLOG, milestones: [] };
    expect(expectedOf(any, 0, roster, null).entries.map(({ key }) => key)).toEqual([
      'blog-api/Ada',
      'rag-system/Ada',
      'any/Bob',
    ]);
  });
});

describe('shards', () => {
  const expected = (sizes: readonly number[]): readonly Expected[] =>
    sizes.map((size, index) => ({
      key: `k${index}`,
      learner: { id: `${index}`, name: '', github: null, section: null },
      assignment: 0,
      milestones: [],
      source: 'x',
      size,
    }));

  it('hold every entry once, in its order, and none holds more than a fair share and the largest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5000), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (sizes, shards) => {
          const entries = sharded(expected(sizes), shards);
          expect(entries.map(({ key }) => key)).toEqual(sizes.map((_, index) => `k${index}`));
          const known = sizes.filter((size) => size > 0).sort((a, b) => a - b);
          const middle = known[Math.floor(known.length / 2)] ?? 1;
          const weights = sizes.map((size) => size || middle);
          const fair = weights.reduce((sum, size) => sum + size, 0) / shards;
          for (let shard = 1; shard <= shards; shard += 1) {
            const load = entries.reduce(
              (sum, one, index) => sum + (one.shard === shard ? (weights[index] ?? 0) : 0),
              0,
            );
            expect(load).toBeLessThanOrEqual(fair + Math.max(...weights));
          }
        },
      ),
    );
  });
});
