import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/repository/text.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])),
  );
const utf16 = (text: string) =>
  [...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]);
const swapped = (text: string) =>
  [...text].flatMap((char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255]);

describe('decodeText', () => {
  test.each([
    ['nothing', bytes(), '', 'utf-8'],
    ['UTF-8', bytes('größe = "日本"\n'), 'größe = "日本"\n', 'utf-8'],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], 'a'), 'a', 'utf-8'],
    ['UTF-16 LE with its mark', bytes([0xff, 0xfe], utf16('fastapi\n')), 'fastapi\n', 'utf-16le'],
    ['UTF-16 BE with its mark', bytes([0xfe, 0xff], swapped('fastapi\n')), 'fastapi\n', 'utf-16be'],
    ['UTF-16 LE without', bytes(utf16('fastapi==0.110\nüber\n')), 'fastapi==0.110\nüber\n', 'utf-16le'],
    ['UTF-16 BE without', bytes(swapped('fastapi==0.110\n')), 'fastapi==0.110\n', 'utf-16be'],
    ['UTF-8 with UTF-16 behind it', bytes('.env\r\n', utf16('*.pem\r\n')), '.env\r\n*.pem\r\n', 'utf-8'],
    ['Latin-1', bytes('caf', [0xe9], ' = 1\n'), 'café = 1\n', 'latin1'],
    ['a NUL far behind', bytes('x'.repeat(9000), [0]), `${'x'.repeat(9000)}\0`, 'utf-8'],
  ])('%s', (_name, input, text, encoding) => {
    expect(decodeText(input)).toEqual({ text, encoding });
  });

  test.each([
    ['NULs', bytes('GIF89a', [0, 1, 0, 255])],
    [
      'numbers of four bytes',
      bytes(Array.from({ length: 400 }, (_, index) => [0, 0, 0, index % 31 === 0 ? 1 : 3][index % 4] ?? 0)),
    ],
    [
      'big-endian numbers of two bytes',
      bytes(Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? 0 : 5))),
    ],
    ['compressed bytes', bytes(Array.from({ length: 600 }, (_, index) => ((index * 89) % 255) + 1))],
    ['a PDF', bytes('%PDF-1.7\n', [0xe2, 0xe3], '\nobj')],
    ['one NUL', bytes([0])],
  ])('%s: binary', (_name, input) => {
    expect(decodeText(input)).toEqual({ unreadable: 'binary' });
  });
});
