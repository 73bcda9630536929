import { expect, test } from 'vitest';
import { parseListing } from '../../src/repository/listing.ts';

test('a listing is read with any name, recorded times or not', () => {
  const id = 'a'.repeat(40);
  const times =
    '  ctime: 1:2\n  mtime: 5:500000000\n  dev: 1\tino: 2\n  uid: 0\tgid: 0\n  size: 7\tflags: 0\n';
  const answer = `? new\nline.py\0H 100644 ${id} 0\tH 1\t.py\0${times}S 120000 ${id} 0\tlink\0H 100644 ${id} 0\tlast\0${times}`;
  expect(parseListing(answer)).toEqual([
    { path: 'new\nline.py', kind: 'file', tracked: false, id: null, recorded: null },
    { path: 'H 1\t.py', kind: 'file', tracked: true, id, recorded: { bytes: 7, milliseconds: 5500 } },
    { path: 'link', kind: 'link', tracked: true, id, recorded: null, sparse: true },
    { path: 'last', kind: 'file', tracked: true, id, recorded: { bytes: 7, milliseconds: 5500 } },
  ]);
});
