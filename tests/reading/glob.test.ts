import { expect, it } from 'vitest';
import { matchesPath } from '../../src/reading/glob.ts';

it.each([
  ['src/main.rs', 'src/main.rs', true],
  ['src/main.rs', '*.rs', false],
  ['src/main.rs', '**/*.rs', true],
  ['main.rs', '**/*.rs', true],
  ['a/b/c/main.rs', 'a/**/main.rs', true],
  ['a/main.rs', 'a/**/main.rs', true],
  ['b/a/main.rs', 'a/**/main.rs', false],
  ['src/main.rs', 'src/*', true],
  ['src/deep/main.rs', 'src/*', false],
  ['src/deep/main.rs', 'src/**', true],
  ['notebooks/01_eda.ipynb', '**/??_*.ipynb', true],
  ['a.rs', '(a).rs', false],
  ['ab', 'a?b', false],
  ['', '**', true],
])('%j by %j: %s', (path, pattern, expected) => {
  expect(matchesPath(path, [pattern])).toBe(expected);
});

it('takes no longer for a pattern that was made to hurt', () => {
  const path = `${'a'.repeat(5000)}/${'a/'.repeat(200)}`;
  expect(matchesPath(path, [`${'*a'.repeat(200)}b`, `${'**/a/'.repeat(100)}b`])).toBe(false);
});
