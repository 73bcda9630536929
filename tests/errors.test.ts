import { expect, test } from 'vitest';
import { badOption, nearest, nearestOf, noSuchPath, unknownMilestone } from '../src/errors.ts';

test.each([
  ['blog-apy', 'blog-api'],
  ['BLOG-API', 'blog-api'],
  ['rag', null],
  ['ml-ap', 'ml-api'],
  ['', null],
  ['x'.repeat(100_000), null],
])('nearest to %.20s', (word, expected) => {
  expect(nearest(word, ['blog-api', 'ml-api', 'rag-system'])).toBe(expected);
});

test.each([
  ['blog', ['blog-api']],
  ['api', ['blog-api', 'ml-api']],
  ['blgo-api', ['blog-api']],
  ['jsno', ['json']],
  ['md', ['markdown']],
  ['x', []],
  ['task', []],
])('what %s probably means', (word, expected) => {
  expect(nearestOf(word, ['blog-api', 'ml-api', 'rag-system', 'json', 'markdown'])).toEqual(expected);
});

test('a mistake says what to do', () => {
  const error = unknownMilestone('blog-apy', ['blog-api', 'ml-api']);
  expect(error).toMatchObject({ code: 'unknown-milestone', exitCode: 2 });
  expect(error.hint).toBe("Did you mean 'blog-api'? The milestones are: blog-api, ml-api.");
  expect(badOption('--fail-under', 'ten', 'a number from 0 to 100').hint).toBe(
    'It takes a number from 0 to 100.',
  );
});

test('what the user typed cannot write on the terminal', () => {
  expect(noSuchPath('a\u001b[31mb\u009bc').message).toBe("There is nothing at 'a?[31mb?c'");
  expect(noSuchPath('x'.repeat(9999)).message.length).toBeLessThan(250);
});
