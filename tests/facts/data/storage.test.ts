import { describe, expect, it } from 'vitest';
import { readStorage } from '../../../src/facts/data/storage/storage.ts';
import { programOf } from '../../support/program.ts';

const CASES: readonly {
  readonly says: string;
  readonly path?: string;
  readonly source: string;
  readonly found: readonly string[];
}[] = [
  {
    says: 'the json module',
    source: 'import json\njson.dump([], open("t", "w"))\njson.load(open("t"))\n',
    found: ['json write 2', 'json read 3'],
  },
  {
    says: 'an encoder beside a file access, not by itself',
    source: 'import json\nfrom pathlib import Path\ndef save(t): Path("t").write_text(json.dumps(t))\n',
    found: ['json write 3'],
  },
  {
    says: 'an encoder for the screen',
    source: 'import json\ndef show(t): print(json.dumps(t))\n',
    found: [],
  },
  {
    says: 'an encoder one call away from the file',
    path: 'a.js',
    source: `
const fs = require('fs');
const write = (text) => fs.writeFileSync('t.json', text);
const save = (tasks) => write(JSON.stringify(tasks));
save([]);
`,
    found: ['json write 4'],
  },
  {
    says: 'pickle, CSV, SQLite and a store in a library',
    source: `
import csv, pickle, shelve, sqlite3
pickle.dump([], open("t", "wb"))
csv.reader(open("t.csv"))
sqlite3.connect("t.db")
shelve.open("t")
`,
    found: ['pickle write 3', 'csv read 4', 'sqlite both 5', 'key-value both 6'],
  },
  {
    says: 'a database that lives in memory keeps nothing',
    source: 'import sqlite3\nsqlite3.connect(":memory:")\n',
    found: [],
  },
  {
    says: 'plain text where nothing encodes',
    source: 'def save(t):\n    with open("t.txt", "w") as file:\n        file.write(t)\n',
    found: ['text write 3'],
  },
  { says: 'comments and strings', source: '# json.dump(a, b)\n"json.load(a)"\n', found: [] },
];

describe('storage', () => {
  it.each(CASES)('$says', async ({ path = 'a.py', source, found }) => {
    const program = await programOf({ [path]: source });
    const accesses = readStorage(program);
    expect(accesses.map(({ format, direction, call }) => `${format} ${direction} ${call.call.line}`)).toEqual(
      found,
    );
  });
});

it('leaves out what nothing runs', async () => {
  const source = 'import json\ndef load():\n    return json.load(open("a.json"))\n';
  expect(
    readStorage(await programOf({ 'store.py': source, 'main.py': 'def main(): print(1)\nmain()' })),
  ).toEqual([]);
  const used = await programOf({ 'store.py': source, 'main.py': 'from store import load\nload()' });
  expect(readStorage(used)).toHaveLength(1);
});
