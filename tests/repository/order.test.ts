import { expect, test } from 'vitest';
import { byCodePoint } from '../../src/repository/order.ts';

test('paths are ordered by code point', () => {
  const paths = ['b', 'a/b', 'a', 'B', 'a-b', '\u{1f600}', '\uff5e', 'ä', 'a/'];
  expect(paths.toSorted(byCodePoint)).toEqual([
    'B',
    'a',
    'a-b',
    'a/',
    'a/b',
    'b',
    'ä',
    '\uff5e',
    '\u{1f600}',
  ]);
});
