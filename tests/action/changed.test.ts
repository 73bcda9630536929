import { describe, expect, it } from 'vitest';
import { changedLines } from '../../src/action/changed.ts';

const lines = (...text: readonly string[]): string => text.join('\n');

describe('lines that a change wrote', () => {
  it.each<readonly [string, string, string, readonly number[]]>([
    ['none', lines('a', 'b'), lines('a', 'b'), []],
    ['an added one', lines('a', 'c'), lines('a', 'b', 'c'), [2]],
    ['a changed one', lines('a', 'b', 'c'), lines('a', 'B', 'c'), [2]],
    ['none where one is taken away', lines('a', 'b', 'c'), lines('a', 'c'), []],
    ['all of a new file', '', lines('a', 'b'), [1, 2]],
    ['none that only moved down', lines('a', 'b'), lines('x', 'a', 'b'), [1]],
    ['two apart', lines('a', 'b', 'c', 'd', 'e'), lines('a', 'X', 'c', 'Y', 'e'), [2, 4]],
    ['the second of two that read alike', lines('a', 'a'), lines('a', 'a', 'a'), [3]],
    ['none for other line ends', 'a\r\nb', 'a\nb', []],
  ])('%s', (_, before, after, changed) => {
    expect([...changedLines(before, after)]).toEqual(changed);
  });

  it('are all of a stretch that is too long to compare', () => {
    const old = Array.from({ length: 3000 }, (_, index) => `a${index}`);
    const now = Array.from({ length: 3000 }, (_, index) => `b${index}`);
    const start = performance.now();
    expect(changedLines(lines('same', ...old), lines('same', ...now)).size).toBe(3000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
