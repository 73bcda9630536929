import { describe, expect, it } from 'vitest';
import { cut, widthOf, wrap } from '../../src/reporters/width.ts';

describe('width', () => {
  const widths: readonly (readonly [string, number])[] = [
    ['abc', 3],
    ['', 0],
    ['漢字', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍💻', 2],
    ['✅', 2],
    ['✔', 1],
    ['ｆ', 2],
    ['한국', 4],
  ];
  for (const [text, columns] of widths)
    it(`of ${text || 'nothing'}`, () => expect(widthOf(text)).toBe(columns));
});

describe('cut', () => {
  const cuts: readonly (readonly [string, number, string])[] = [
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['漢字漢字', 5, '漢字…'],
    ['漢字漢字', 4, '漢…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ];
  for (const [text, columns, expected] of cuts) {
    it(`${text} to ${columns}`, () => expect(cut(text, columns, '…')).toBe(expected));
  }
});

describe('wrap', () => {
  it('breaks at spaces, and inside a word only where it must', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrap('a abcdefghijklmnop b', 8)).toEqual(['a', 'abcdefgh', 'ijklmnop', 'b']);
    expect(wrap('', 8)).toEqual(['']);
  });
});
