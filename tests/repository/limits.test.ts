import { expect, test } from 'vitest';
import { bytesAllowed, counted, inWords, LIMITS } from '../../src/repository/limits.ts';

test('limits in words', () => {
  expect([inWords(LIMITS.fileBytes), inWords(2048), inWords(12)]).toEqual(['1 MB', '2 KB', '12 bytes']);
  expect([counted(7), counted(20_000), counted(1_234_567)]).toEqual(['7', '20,000', '1,234,567']);
  const long = ['a/b.ipynb', 'package-lock.json', 'pnpm-lock.yaml', 'uv.lock', 'go.sum'];
  expect(long.every((path) => bytesAllowed(path, LIMITS) === LIMITS.longFileBytes)).toBe(true);
  expect(
    ['package.json', 'block.py', 'sum.go'].every((path) => bytesAllowed(path, LIMITS) === LIMITS.fileBytes),
  ).toBe(true);
});
